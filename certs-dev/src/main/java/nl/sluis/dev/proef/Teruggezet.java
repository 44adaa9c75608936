package nl.sluis.dev.proef;

import static nl.sluis.dev.proef.Herstel.since;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.proef.Herstel.Family;
import nl.sluis.dev.rig.BaseBackup;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.DangerReports;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.ReportDoor;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.boot.RestoreCommand;

/// The walk of the manual after the loss of a database, with a watch beside it. Used once, by one
/// thread.
final class Teruggezet {
  private static final String NEW_NAME = DevSettings.ORIGIN + "-2";
  private static final String ONE = "--door=med-07";
  private static final String ANOTHER = "--door=med-12";
  private static final int TEN_THOUSAND = 10_000;
  private static final int OTHERS = 5;
  private static final long PAUSE_NANOS = 50_000_000L;
  private static final long PATIENCE_NANOS = 300_000_000_000L;
  private static final Pattern FROM = Pattern.compile("vanaf rij (\\d+)");
  private static final Pattern OF_NOBODY = Pattern.compile("nog van niemand: (\\d+) van (\\d+)");

  private final Rig rig;
  private final Signals signals;
  private final DangerReports reports;
  private final Kept kept;
  private final PrintStream out;
  private final List<String> faults = new ArrayList<>();
  private long lost;

  /// When each part went on again, in seconds after the loss.
  ///
  /// @param danger reports of acute danger
  /// @param database the database, with what the copy holds
  /// @param statutory what rests on a law
  /// @param consent what rests on consent, without the time that people need to think
  private record Times(double danger, double database, double statutory, double consent) {}

  Teruggezet(Rig rig, Signals signals, Kept kept, PrintStream out) {
    this.rig = rig;
    this.signals = signals;
    this.reports = new DangerReports(rig, signals.school());
    this.kept = kept;
    this.out = out;
  }

  DangerReports reports() {
    return reports;
  }

  /// Walks it, from the moment of the loss on.
  ///
  /// @param families of whom somebody took a yes back after the copy
  /// @param port at which the gateway was, and will be
  /// @return what was not as it must be
  List<String> run(BaseBackup backup, List<Family> families, ReportDoor door, int port)
      throws IOException, SQLException {
    lost = System.nanoTime();
    double danger;
    double database;
    try (var _ = rig.gateway(Herstel.NAME, port).awaitListening();
        var school = new Caller(rig, signals.school(), port, 2)) {
      report(school, door);
      danger = since(lost);
      backup.putBack();
      database = since(lost);
      await("the gateway sees that the copy is old", this::isContradicted);
      if (!school.get("/v1/gezondheid").join().body().contains("alleen-acuut")) {
        faults.add("op een oude kopie ging meer open dan acuut gevaar");
      }
      report(school, door);
      var _ =
          types(
              List.of(
                  "begin",
                  "--naam=" + NEW_NAME,
                  "--reden=schijf van de database verloren",
                  "--checkpoint=" + kept.checkpoint(),
                  ONE));
    }
    rig.site().nameLogbook(NEW_NAME);
    try (var _ = rig.gateway(Herstel.NAME, port).awaitListening();
        var school = new Caller(rig, signals.school(), port, 2);
        var cjg = new Caller(rig, signals.cjg(), port, 2)) {
      await("the gateway is whole", () -> school.get("/v1/gezondheid").join().status() == 200);
      double statutory = since(lost);
      school.authenticate();
      cjg.authenticate();
      closed(school, cjg, families);
      var stand = reconcile(school);
      tell(new Times(danger, database, statutory, since(lost)), stand);
      judge(school, cjg, families);
    }
    return faults;
  }

  private boolean isContradicted() {
    try {
      return Files.readString(rig.log(Herstel.NAME)).contains("cannot open for everything");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Caller school, ReportDoor door) {
    var report = reports.about("kind-0");
    var bytes = report.text().getBytes(StandardCharsets.US_ASCII);
    var seen = school.post("/v1/acute-meldingen", "application/sd-jwt", bytes).join();
    if (seen.status() != 200) {
      faults.add("een melding van acuut gevaar gaf " + seen);
    }
    await("a report is with Veilig Thuis", () -> door.arrived().containsKey(reports.key(report)));
  }

  private void await(String what, BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within five minutes: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// Until it is known what is missing nothing leaves on any yes.
  private void closed(Caller school, Caller cjg, List<Family> families) {
    if (!send(school, "kind-1").body().contains("stilgelegd")) {
      faults.add("wat op toestemming rust lag niet stil");
    }
    collected(cjg, families);
  }

  /// What others kept is taken in, and two people open the lane.
  ///
  /// @return what was said of it before they did
  private String reconcile(Caller school) throws IOException, SQLException {
    var begin = System.nanoTime();
    var files = kept.files();
    var words = new ArrayList<>(List.of("neem-op", ONE));
    words.addAll(files);
    var _ = types(words);
    double seconds = since(begin);
    out.printf(
        Locale.ROOT,
        "%d bewijzen opgenomen in %.1f s, %.0f ms per bewijs%n",
        files.size(),
        seconds,
        seconds * 1_000 / files.size());
    var stand = types(List.of("stand"));
    var rest = "--rest=" + number(OF_NOBODY, stand, 1);
    var _ = types(List.of("open", rest, ONE));
    if (!send(school, "kind-1").body().contains("stilgelegd")) {
      faults.add("één mens opende wat er twee vraagt");
    }
    var _ = types(List.of("open", rest, ANOTHER));
    return stand;
  }

  /// As an operator types it.
  private String types(List<String> words) throws IOException, SQLException {
    var said = new ByteArrayOutputStream();
    var print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int ended =
        new RestoreCommand(print, print, rig.site().clock()).run(rig.settings(Herstel.NAME), words);
    var text = said.toString(StandardCharsets.UTF_8);
    if (ended != 0) {
      faults.add(words.getFirst() + " lukte niet: " + text.lines().toList().getLast());
    }
    return text;
  }

  private static long number(Pattern pattern, String text, int group) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("`stand` does not say so: " + text);
    }
    return Long.parseLong(found.group(group));
  }

  private void tell(Times times, String stand) {
    long missing = number(OF_NOBODY, stand, 2);
    long rows = number(FROM, stand, 1);
    out.print(
        stand
            .lines()
            .filter(line -> line.startsWith("  "))
            .limit(4)
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
    out.printf(
        Locale.ROOT,
        """
        de kopie had %,d rijen, en miste er %,d
        na het verlies, zonder de tijd die mensen nodig hebben om te beslissen:
          acuut gevaar open       %6.1f s  (zonder database)
          database terug          %6.1f s
          wettelijke taken open   %6.1f s
          toestemming open        %6.1f s
        per 10.000 rijen van de kopie: database %.1f s, toestemming %.1f s
        """,
        rows,
        missing,
        times.danger(),
        times.database(),
        times.statutory(),
        times.consent(),
        (times.database() - times.danger()) * TEN_THOUSAND / rows,
        times.consent() * TEN_THOUSAND / rows);
  }

  /// Who took a yes back is not written about, what waited on that yes is gone, and others go on.
  private void judge(Caller school, Caller cjg, List<Family> families) {
    for (var family : families) {
      var seen = send(school, family.child());
      if (seen.status() != 403 || !seen.body().contains("geen-geldige-toestemming")) {
        faults.add("na een intrekking gaf een bericht " + seen);
      }
    }
    collected(cjg, families);
    for (int i = 0; i < OTHERS; i++) {
      var seen = send(school, "kind-" + i);
      if (seen.status() != 200) {
        faults.add("wie niets introk kan niet verder: " + seen);
      }
    }
    var log = AfterWithdrawal.of(LogRows.read(rig));
    out.printf(
        "in het logboek: %d intrekkingen, %d verstrekkingen daarna%n",
        log.withdrawals(), log.after().size());
    if (log.withdrawals() != families.size() || !log.after().isEmpty()) {
      faults.add("niet elke intrekking geldt weer");
    }
    var report = rig.checkLogbook();
    out.print(report.text());
    report.findings().forEach(finding -> faults.add(finding.text()));
  }

  private void collected(Caller cjg, List<Family> families) {
    for (var family : families) {
      var seen = cjg.act("/v1/postbus/" + family.parcel() + "/uitreikingen").join();
      if (seen.status() != 404) {
        faults.add("wat op een ja van vóór de intrekking wachtte gaf " + seen.status());
      }
    }
  }

  private Seen send(Caller school, String child) {
    return school.send(signals.message(child).text().getBytes(StandardCharsets.US_ASCII)).join();
  }
}
