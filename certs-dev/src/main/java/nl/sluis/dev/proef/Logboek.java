package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.LogbookVerifier;

/// What a logbook of ten million rows does to an exchange and to who reads, and what proof and
/// secrecy cost beside rows that anybody could read and change.
///
/// Two databases on one PostgreSQL with a gateway each, one with ten thousand rows; they take
/// turns. Everything that is compared is of one run.
final class Logboek {
  private static final int FEW = 10_000;
  private static final int CHILDREN = 50;
  private static final int AT_ONCE = 8;
  private static final int RELEASES_AT_ONCE = 64;
  private static final double MOST_SLOWER = 1.10;
  private static final double MOST_MILLIS = 20;
  private static final double MOST_COST = 0.15;

  private static final Set<Integer> WELL = Set.of(200, 204);

  private final Rig rig;
  private final Signals signals;
  private final PrintStream out;
  private final int rows;
  private final int exchanges;
  private final int turns;
  private final List<String> misses = new ArrayList<>();
  private volatile String wrong = "";

  /// One side of the comparison.
  private record Side(ChildJvm gateway, Caller school, Caller cjg, DevDatabase database) {}

  private Logboek(Rig rig, int rows, PrintStream out) {
    this.rig = rig;
    this.signals = new Signals(rig);
    this.out = out;
    this.rows = rows;
    this.exchanges = Math.clamp(rows / 2_000, 20, 400);
    this.turns = Math.clamp(rows / 10_000, 1, 7);
  }

  static int run(int rows, PrintStream out) {
    CryptoProvider.install();
    try (var rig = Rig.temporary()) {
      return new Logboek(rig, rows, out).run();
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be read", e);
    }
  }

  private int run() throws SQLException {
    var few = rig.postgres().database();
    var many = rig.postgres().another("veel");
    try (var small = rig.gateway("klein", 0, few).awaitListening();
        var big = rig.gateway("groot", 0, many).awaitListening();
        var smallSchool = new Caller(rig, signals.school(), small.port(), RELEASES_AT_ONCE);
        var smallCjg = new Caller(rig, signals.cjg(), small.port(), RELEASES_AT_ONCE);
        var bigSchool = new Caller(rig, signals.school(), big.port(), AT_ONCE);
        var bigCjg = new Caller(rig, signals.cjg(), big.port(), AT_ONCE)) {
      var here = new Side(small, smallSchool, smallCjg, few);
      var there = new Side(big, bigSchool, bigCjg, many);
      open(here);
      open(there);
      var crowd = fill(here, Math.min(FEW, rows));
      var written = fill(there, rows);
      for (var side : List.of(here, there)) {
        Settled.after(side.database());
      }
      exchanges(here, there);
      reads(written.people(), many);
      cost(here, crowd.people().getFirst());
      inserts(written, many);
      check(many);
      misses.forEach(miss -> out.println("FOUT: " + miss));
      return misses.isEmpty() ? 0 : 1;
    }
  }

  private void open(Side side) {
    side.cjg().authenticate();
    signals.publishKey(side.cjg());
    side.school().authenticate();
    Household.register(signals, side.school(), CHILDREN, true);
    // The example of which all rows are copies.
    whole(side, 0).join();
  }

  private ManyRows.Written fill(Side side, int count) throws SQLException {
    ManyRows.Written written;
    try (var rows = ManyRows.like(rig.site(), side.database(), example(side.database()))) {
      written = rows.write(count);
    }
    try (var owner = side.database().owner();
        var row =
            owner
                .createStatement()
                .executeQuery(
                    "select (select count(*) from pg_inherits i where i.inhparent ="
                        + " 'logbook_row'::regclass), pg_database_size(current_database()) /"
                        + " 1048576")) {
      row.next();
      out.printf(
          Locale.ROOT,
          "%,d rijen over %,d mensen in %d delen, %,d MiB, in %.0f s: %,.0f rijen per s%n",
          count,
          written.people().size(),
          row.getInt(1),
          row.getLong(2),
          written.seconds(),
          written.perSecond());
    }
    return written;
  }

  /// Somebody of whom every exchange was told to its end.
  static UUID example(DevDatabase database) throws SQLException {
    try (var owner = database.owner();
        var row =
            owner
                .createStatement()
                .executeQuery(
                    "select subject_id from logbook_subject group by subject_id"
                        + " order by count(*) desc limit 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private void exchanges(Side here, Side there) {
    var few = new ArrayList<Load.Result>();
    var many = new ArrayList<Load.Result>();
    turn(here);
    turn(there);
    for (int i = 0; i < turns; i++) {
      few.add(turn(here));
      many.add(turn(there));
    }
    double fewMillis = middle(few.stream().mapToDouble(r -> 1e3 / r.rate()).sorted().toArray());
    double manyMillis = middle(many.stream().mapToDouble(r -> 1e3 / r.rate()).sorted().toArray());
    double ratio = manyMillis / fewMillis;
    out.printf(
        Locale.ROOT,
        "hele uitwisseling (aangenomen, verstrekt, bevestigd), %d beurten om en om van %d, %d"
            + " tegelijk:%n  bij %,d rijen %.3f ms, bij %,d rijen %.3f ms: %.2f keer%n",
        turns,
        exchanges,
        AT_ONCE,
        Math.min(FEW, rows),
        fewMillis,
        rows,
        manyMillis,
        ratio);
    require(ratio <= MOST_SLOWER, "een uitwisseling is meer dan 10 procent trager");
  }

  private Load.Result turn(Side side) {
    side.school().authenticate();
    side.cjg().authenticate();
    return allWell(Load.run(exchanges, AT_ONCE, i -> whole(side, i)));
  }

  private CompletableFuture<Integer> whole(Side side, int turn) {
    return side.school()
        .send(message(turn))
        .thenCompose(
            sent ->
                side.cjg()
                    .act("/v1/postbus/" + sent.text("pakket") + "/uitreikingen")
                    .thenCompose(
                        _ ->
                            side.cjg()
                                .act("/v1/postbus/" + sent.text("pakket") + "/bevestigingen")))
        .thenApply(this::heard);
  }

  private int heard(Seen seen) {
    if (!WELL.contains(seen.status())) {
      wrong = seen.body();
    }
    return seen.status();
  }

  private byte[] message(int turn) {
    return signals.message("kind-" + turn % CHILDREN).text().getBytes(StandardCharsets.US_ASCII);
  }

  private void reads(List<UUID> people, DevDatabase database) throws SQLException {
    var reads = new ManyReads(rig, database, rows);
    var family = reads.family(people);
    var officer = reads.officer(signals.school().partner().oin().value());
    out.println("de nieuwste 50 rijen van een willekeurige bladzijde, geopend:");
    tell("gezin", family);
    tell("functionaris", officer);
    require(family.p99() <= MOST_MILLIS, "de vraag van een gezin duurt langer dan 20 ms");
    require(officer.p99() <= MOST_MILLIS, "de vraag van een functionaris duurt langer dan 20 ms");
  }

  private void tell(String who, ManyReads.Took took) {
    out.printf(
        Locale.ROOT,
        "  %-13s p50 %.2f ms, p99 %.2f ms, langste %.2f ms (%,d keer)%n",
        who,
        took.p50(),
        took.p99(),
        took.most(),
        took.times());
  }

  /// What the tree, the checkpoint and the encryption add to the batch in which parcels go out.
  ///
  /// @param example somebody of whom every exchange was told to its end
  private void cost(Side side, UUID example) throws SQLException {
    var parcels =
        IntStream.range(0, exchanges * 4)
            .mapToObj(i -> side.school().send(message(i)).thenApply(sent -> sent.text("pakket")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    var release =
        ReleaseClock.of(
            rig,
            side.gateway(),
            () ->
                allWell(
                    Load.run(
                        parcels.size(),
                        RELEASES_AT_ONCE,
                        i ->
                            side.cjg()
                                .act("/v1/postbus/" + parcels.get(i) + "/uitreikingen")
                                .thenApply(Seen::status))));
    int size = Math.max(1, (int) Math.round(release.works()));
    var pair = ProofAndPlain.measure(rig, side.database(), example, size, 100 * turns);
    double extra = pair.proofMillis() - pair.plainMillis();
    double whole = release.millis() + release.publishMillis();
    double share = extra / (whole - extra);
    out.printf(
        Locale.ROOT,
        "groep waarin pakketten uitgaan: %d groepen van gemiddeld %.1f, %.2f ms en %.2f ms om te"
            + " tekenen%n  rijen met boom, checkpoint en versleuteling %.2f ms, kale rijen %.2f ms:"
            + " %.1f%% erbij op de groep%n",
        release.batches(),
        release.works(),
        release.millis(),
        release.publishMillis(),
        pair.proofMillis(),
        pair.plainMillis(),
        100 * share);
    require(share <= MOST_COST, "bewijs en geheim kosten meer dan 15 procent van de groep");
  }

  private void inserts(ManyRows.Written written, DevDatabase database) {
    for (int clients : List.of(1, 8, 32)) {
      var rate = PgBench.inserts(database, rig.folder(), clients, turns, 1_000);
      out.printf(
          Locale.ROOT,
          "pgbench, losse duurzame rijen, %d verbindingen: %s%n",
          clients,
          rate.map("%,.0f per s"::formatted).orElse("pgbench ontbreekt op deze machine"));
    }
    out.printf(Locale.ROOT, "het logboek schreef %,.0f rijen per s%n", written.perSecond());
  }

  private void check(DevDatabase database) throws SQLException {
    var begin = System.nanoTime();
    try (var owner = database.owner()) {
      var key = LogKey.of(DevSettings.ORIGIN, rig.site().keys().logKey());
      var report = LogbookVerifier.withoutKeys(Rig.REGION, key).verify(owner, (_, _) -> {});
      double seconds = (System.nanoTime() - begin) / 1e9;
      out.printf(
          Locale.ROOT,
          "het hele logboek nagekeken: %,d rijen in %.1f s (%,.0f per s), %d bevindingen%n",
          report.rows(),
          seconds,
          report.rows() / seconds,
          report.findings().size());
      require(report.findings().isEmpty(), "het logboek klopt niet: " + report.findings());
    }
  }

  private Load.Result allWell(Load.Result result) {
    if (!WELL.containsAll(result.outcomes().keySet())) {
      throw new IllegalStateException(
          "not everything went well: " + result.outcomes() + " " + wrong);
    }
    return result;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      misses.add(otherwise);
    }
  }

  private static double middle(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
