package nl.sluis.dev.proef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.subject.SubjectReference;

/// Whether an exchange is decided as fast among a million people with five million consent events
/// as among a thousand.
///
/// Two databases on one PostgreSQL, a gateway at each; they take turns, so that what else the
/// machine does touches both. Afterwards PostgreSQL itself tells by which plans it found the facts.
final class Veel {
  private static final int FEW = 1_000;
  private static final int MOST_MEASURED = 1_000;
  private static final int AT_ONCE = 8;
  private static final int TURNS = 7;
  private static final double MOST = 1.20;
  private static final String OTHER = "00000099000000104000";
  private static final JsonMapper JSON = new JsonMapper();

  private final Rig rig;
  private final Signals signals;
  private final int persons;
  private final int measured;

  /// What one turn came to.
  private record Turn(double p50, double p99, double rate) {}

  private Veel(Rig rig, Signals signals, int persons) {
    this.rig = rig;
    this.signals = signals;
    this.persons = persons;
    this.measured = Math.min(MOST_MEASURED, persons / 10);
  }

  static int run(int persons, PrintStream out) {
    try (var rig = Rig.temporary()) {
      return new Veel(rig, new Signals(rig), persons).run(out);
    }
  }

  private int run(PrintStream out) {
    var few = rig.postgres().database();
    var many = rig.postgres().another("veel");
    try (var small = rig.gateway("klein", 0, few).awaitListening();
        var big = rig.gateway("groot", 0, many).awaitListening();
        var inFew = new Caller(rig, signals.school(), small.port(), AT_ONCE);
        var inMany = new Caller(rig, signals.school(), big.port(), AT_ONCE)) {
      open(small.port(), inFew);
      open(big.port(), inMany);
      var step = persons / measured;
      fill(few, Math.min(FEW, persons), 1, out);
      fill(many, persons, step, out);
      // Everybody once: the first message about somebody makes a key, which is a file.
      turn(inFew, 1);
      turn(inMany, step);
      var fewTurns = new ArrayList<Turn>();
      var manyTurns = new ArrayList<Turn>();
      for (int i = 0; i < TURNS; i++) {
        fewTurns.add(turn(inFew, 1));
        manyTurns.add(turn(inMany, step));
      }
      return judge(middle(fewTurns), middle(manyTurns), many, out);
    }
  }

  private void open(int port, Caller school) {
    try (var cjg = new Caller(rig, signals.cjg(), port, 2)) {
      cjg.authenticate();
      signals.publishKey(cjg);
    }
    school.authenticate();
    Household.register(signals, school, 1, true);
    var refused = school.file("/v1/toestemmingen", elsewhere()).join();
    if (refused.status() != 201) {
      throw new IllegalStateException("the family to copy is not whole: " + refused);
    }
  }

  /// A second question, about another receiver, to which mother said no.
  private String elsewhere() {
    try {
      var form = (ObjectNode) JSON.readTree(signals.consent("kind-0", false, "geweigerd"));
      ((ObjectNode) form.get("aan")).put("oin", OTHER);
      return form.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own form is JSON", e);
    }
  }

  private void fill(DevDatabase database, int count, int step, PrintStream out) {
    var begin = System.nanoTime();
    var references = new SubjectReference(ReferenceKeys.of(rig.site().keys(), 1));
    try (var owner = database.owner()) {
      var crowd = new Crowd(owner, references, signals);
      crowd.grow(count);
      crowd.tell(
          IntStream.range(0, measured).map(i -> i * step),
          new FactSeal(rig.site().keys(), new SecureRandom()));
      out.printf(
          Locale.ROOT,
          "%,d personen, %,d gebeurtenissen over toestemmingen, %,d MiB, gevuld in %.0f s%n",
          number(owner, "select count(*) from subject"),
          number(owner, "select count(*) from consent_event"),
          number(owner, "select pg_database_size(current_database()) / 1048576"),
          (System.nanoTime() - begin) / 1e9);
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be filled", e);
    }
  }

  private static long number(Connection owner, String sql) throws SQLException {
    try (var select = owner.createStatement();
        var row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// One message about each of the measured children, who live spread among all.
  private Turn turn(Caller school, int step) {
    school.authenticate();
    var messages =
        IntStream.range(0, measured)
            .mapToObj(i -> signals.message("kind-" + i * step).text())
            .map(text -> text.getBytes(StandardCharsets.US_ASCII))
            .toList();
    var result =
        Load.run(
            messages.size(),
            AT_ONCE,
            i -> school.send(messages.get(i)).thenApply(seen -> seen.status()));
    if (result.outcomes().getOrDefault(200, 0) != messages.size()) {
      throw new IllegalStateException("not every message was accepted: " + result.outcomes());
    }
    return new Turn(result.p50Millis(), result.p99Millis(), result.rate());
  }

  private static Turn middle(List<Turn> turns) {
    return new Turn(
        middle(turns.stream().mapToDouble(Turn::p50).sorted().toArray()),
        middle(turns.stream().mapToDouble(Turn::p99).sorted().toArray()),
        middle(turns.stream().mapToDouble(Turn::rate).sorted().toArray()));
  }

  private static double middle(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private int judge(Turn few, Turn many, DevDatabase database, PrintStream out) {
    out.printf(
        "%d beurten om en om, elk %d berichten, %d tegelijk; het midden van de beurten:%n",
        TURNS, measured, AT_ONCE);
    tell("weinig", few, out);
    tell("veel", many, out);
    out.printf(
        Locale.ROOT,
        "veel/weinig: p50 %.2f, p99 %.2f, tijd per uitwisseling %.2f%n",
        many.p50() / few.p50(),
        many.p99() / few.p99(),
        few.rate() / many.rate());
    boolean held = many.p50() <= few.p50() * MOST;
    out.println(held ? "Binnen 20 procent." : "FOUT: meer dan 20 procent trager.");
    new Plans(rig, signals).tell(database, out);
    return held ? 0 : 1;
  }

  private static void tell(String what, Turn turn, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  %-7s p50 %.2f ms  p99 %.2f ms  %.0f per seconde%n",
        what,
        turn.p50(),
        turn.p99(),
        turn.rate());
  }
}
