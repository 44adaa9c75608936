package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.sluis.dev.rig.BaseBackup;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.DangerReports;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// What it costs that a database is lost: a copy is made while partners work, parents take their
/// yes back after it, the machine is gone, and the walk of the manual is walked with what others
/// kept. Told is how long each part stood still and what could not be brought back; judged is that
/// nothing leaves on a yes of before.
final class Herstel {
  static final String NAME = "gateway";
  private static final int CHILDREN = 40;
  private static final int FAMILIES = 20;
  private static final int AT_ONCE = 8;
  private static final int LAST = 8;

  /// After the copy, and longer than the ten seconds after which a gateway notes how far it is.
  private static final long SINCE_NANOS = 15_000_000_000L;

  private static final long PACE_NANOS = 50_000_000L;
  private static final long PATIENCE_NANOS = 600_000_000_000L;
  private static final String COUNT = "select count(*) from logbook_row where region = ?";

  private final Rig rig;
  private final Signals signals;
  private final Kept kept;
  private final PrintStream out;
  private final List<String> faults = new ArrayList<>();

  /// A child of whom both parents said yes, with the message that waits on it.
  record Family(String child, String consent, String parcel) {}

  private Herstel(Rig rig, Signals signals, PrintStream out) {
    this.rig = rig;
    this.signals = signals;
    this.kept = new Kept(rig.folder().resolve("bewaard"));
    this.out = out;
  }

  /// @param rows how many the logbook has before the copy is made
  static int run(int rows, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      var _ = rig.site().identity(DangerReports.VEILIG_THUIS, "Veilig Thuis Kennemerland", true);
      rig.site().keys();
      return new Herstel(rig, signals, out).run(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be read", e);
    }
  }

  private int run(int rows) throws IOException, SQLException {
    var gateway = rig.gateway(NAME, 0).awaitListening();
    BaseBackup backup;
    List<Family> families;
    try (var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), AT_ONCE)) {
      school.authenticate();
      cjg.authenticate();
      signals.publishKey(cjg);
      Household.register(signals, school, CHILDREN, true);
      families = IntStream.range(0, FAMILIES).mapToObj(i -> family(school, "gezin-" + i)).toList();
      backup = underLoad(rows, school, cjg);
      var made = System.nanoTime();
      afterwards(school, families);
      int doubt = lose(gateway, school);
      out.printf(
          Locale.ROOT,
          "verlies %.1f s na de kopie: %d intrekkingen met bewijs, %d bestanden bewaard,"
              + " %d berichten zonder antwoord%n",
          since(made),
          FAMILIES,
          kept.files().size(),
          doubt);
    } finally {
      gateway.kill();
    }
    var back = new Teruggezet(rig, signals, kept, out);
    try (var door = back.reports().door()) {
      faults.addAll(back.run(backup, families, door, gateway.port()));
    }
    faults.stream().distinct().limit(20).forEach(fault -> out.println("FOUT: " + fault));
    out.println(
        faults.isEmpty() ? "Niets ging weg op een ja van vóór de intrekking." : "Niet in orde.");
    return faults.isEmpty() ? 0 : 1;
  }

  private Family family(Caller school, String child) {
    school.file("/v1/gezinsfeiten", signals.family(child)).join();
    var consent = school.file("/v1/toestemmingen", signals.consent(child)).join();
    var sent = send(school, child).join();
    if (consent.status() != 201 || sent.status() != 200) {
      throw new IllegalStateException("a family did not begin: " + consent + " " + sent);
    }
    return new Family(child, consent.text("id"), sent.text("pakket"));
  }

  private CompletableFuture<Seen> send(Caller school, String child) {
    return school.send(signals.message(child).text().getBytes(StandardCharsets.US_ASCII));
  }

  private BaseBackup underLoad(int rows, Caller school, Caller cjg) throws SQLException {
    var records = new Records();
    var traffic = new Traffic(signals, school, cjg, records, CHILDREN);
    traffic.start(AT_ONCE);
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (count() < rows && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PACE_NANOS * 4);
    }
    int before = records.acknowledged().size();
    var begin = System.nanoTime();
    var backup = BaseBackup.of(rig.postgres(), rig.folder().resolve("kopie"));
    double seconds = since(begin);
    int meanwhile = records.acknowledged().size() - before;
    traffic.stop();
    out.printf(
        Locale.ROOT,
        "kopie van %,d rijen onder belasting: %d MiB in %.1f s; intussen %d berichten aangenomen%n",
        count(),
        backup.size(),
        seconds,
        meanwhile);
    if (traffic.ends().stream().anyMatch(status -> status != 0)) {
      faults.add("een kopie maken hield berichten tegen");
    }
    return backup;
  }

  private long count() throws SQLException {
    try (var owner = rig.postgres().database().owner();
        var query = owner.prepareStatement(COUNT)) {
      query.setString(1, Rig.REGION);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Life goes on, and mothers take their yes back.
  private void afterwards(Caller school, List<Family> families) {
    var end = System.nanoTime() + SINCE_NANOS;
    for (int turn = 0; turn < families.size() || System.nanoTime() < end; turn++) {
      keep(send(school, "kind-" + turn % CHILDREN).join());
      if (turn < families.size()) {
        takeBack(school, families.get(turn));
      }
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  private void keep(Seen answer) {
    if (answer.status() == 200) {
      kept.answer(answer);
    }
  }

  private void takeBack(Caller school, Family family) {
    var consent = "/v1/toestemmingen/" + family.consent();
    var done = school.file(consent + "/intrekkingen", signals.withdrawal()).join();
    var list = school.get(consent + "/bewijzen").join().json().path("bewijzen");
    var id = list.path(list.size() - 1).path("id").asText();
    var receipt = school.get(consent + "/bewijzen/" + id).join();
    if (done.status() != 201 || receipt.status() != 200) {
      faults.add("een intrekking of haar bewijs lukte niet: " + done + " " + receipt.status());
    }
    kept.receipt(receipt.body());
  }

  /// The machine is gone while messages are under way.
  ///
  /// @return how many of those got no answer
  private int lose(ChildJvm gateway, Caller school) {
    var last = IntStream.range(0, LAST).mapToObj(i -> send(school, "kind-" + i)).toList();
    last.getFirst().join();
    gateway.kill();
    rig.postgres().kill();
    BaseBackup.lose(rig.postgres());
    var answers = last.stream().map(CompletableFuture::join).toList();
    answers.forEach(this::keep);
    return (int) answers.stream().filter(answer -> answer.status() == 0).count();
  }

  static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
