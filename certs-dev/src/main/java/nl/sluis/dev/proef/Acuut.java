package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.DangerReports;
import nl.sluis.dev.rig.DatabaseLine;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.ReportDoor;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// How long a report of acute danger takes from being sent until it is at the door of Veilig Thuis:
/// when it is quiet, with ten times the ordinary traffic, and with the database of one of the two
/// gateways cut besides. Every report arrives, and stands in the logbook exactly once.
final class Acuut {
  /// Ordinary messages a second, over both gateways: what a region of sixty schools sends when each
  /// of them sends one every three seconds, all day.
  private static final int ORDINARY = 20;

  private static final int TEN_TIMES = 10 * ORDINARY;
  private static final int AT_ONCE = 4;
  private static final int CHILDREN = 100;
  private static final int WELL = 200;
  private static final long PAUSE_NANOS = 50_000_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final String ONE = "een";
  private static final String TWO = "twee";

  private final Rig rig;
  private final Signals signals;
  private final DangerReports reports;
  private final ReportDoor door;
  private final DatabaseLine line;
  private final Queue<Report> sent = new ConcurrentLinkedQueue<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  /// @param began when it was sent, on the clock of [System#nanoTime]
  private record Report(String part, String key, String jti, long began) {}

  private Acuut(
      Rig rig, Signals signals, DangerReports reports, ReportDoor door, DatabaseLine line) {
    this.rig = rig;
    this.signals = signals;
    this.reports = reports;
    this.door = door;
    this.line = line;
  }

  static int run(int count, PrintStream out) {
    try (var rig = Rig.temporary();
        var line = DatabaseLine.to(rig.postgres().database())) {
      var signals = new Signals(rig);
      var _ = rig.site().identity(DangerReports.VEILIG_THUIS, "Veilig Thuis Kennemerland", true);
      rig.site().keys();
      var reports = new DangerReports(rig, signals.school());
      try (var door = reports.door();
          var one = rig.gateway(ONE, 0, line.database()).awaitListening();
          var two = rig.gateway(TWO, 0).awaitListening()) {
        return new Acuut(rig, signals, reports, door, line).run(count, one.port(), two.port(), out);
      }
    }
  }

  private int run(int count, int here, int there, PrintStream out) {
    try (var cjg = new Caller(rig, signals.cjg(), there, 2);
        var one = new Caller(rig, signals.school(), here, AT_ONCE);
        var two = new Caller(rig, signals.school(), there, AT_ONCE);
        var busyOne = new Caller(rig, signals.school(), here, 32);
        var busyTwo = new Caller(rig, signals.school(), there, 32)) {
      List.of(cjg, one, two, busyOne, busyTwo).forEach(Caller::authenticate);
      signals.publishKey(cjg);
      Household.register(signals, busyTwo, CHILDREN, true);
      var gateways = List.of(one, two);
      report(count / 4, "warmlopen", gateways);
      report(count, "rustig", gateways);
      try (var traffic = Steady.start(TEN_TIMES, List.of(busyOne, busyTwo), signals, CHILDREN)) {
        report(count, "druk", gateways);
        line.cut();
        report(count / 4, "druk, database van een gateway weg", List.of(one));
        line.mend();
        traffic.stop();
        out.printf(
            Locale.ROOT,
            "gewoon: %d berichten per seconde; druk: %d gevraagd, %.0f per seconde verstuurd, %s%n",
            ORDINARY,
            TEN_TIMES,
            traffic.rate(),
            traffic.outcomes());
      }
    }
    await("elke melding komt aan", () -> door.arrived().size() >= sent.size());
    await("de wachtkamers lopen leeg", () -> waiting(ONE) + waiting(TWO) == 0);
    return judge(out);
  }

  private void report(int count, String part, List<Caller> gateways) {
    var result = Load.run(count, AT_ONCE, i -> send(part, i, gateways.get(i % gateways.size())));
    if (result.outcomes().getOrDefault(WELL, 0) != count) {
      broken.add("%s: antwoorden %s".formatted(part, result.outcomes()));
    }
  }

  private CompletableFuture<Integer> send(String part, int number, Caller gateway) {
    var report = reports.about("kind-" + number % CHILDREN);
    var bytes = report.text().getBytes(StandardCharsets.US_ASCII);
    sent.add(new Report(part, reports.key(report), report.jti(), System.nanoTime()));
    return gateway.post("/v1/acute-meldingen", "application/sd-jwt", bytes).thenApply(Seen::status);
  }

  private long waiting(String gateway) {
    try (var files = Files.list(rig.site().folder().resolve("wachtkamer").resolve(gateway))) {
      return files.filter(file -> file.toString().endsWith(".melding")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String what, BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        broken.add("niet binnen een minuut: " + what);
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int judge(PrintStream out) {
    var arrived = door.arrived();
    for (var part : List.of("rustig", "druk", "druk, database van een gateway weg")) {
      var millis =
          sent.stream()
              .filter(report -> report.part().equals(part) && arrived.containsKey(report.key()))
              .map(report -> (arrived.getOrDefault(report.key(), 0L) - report.began()) / 1e6)
              .sorted()
              .toList();
      tell(part, millis, out);
    }
    var accepted = new HashMap<String, Integer>();
    LogRows.read(rig)
        .of("aangenomen")
        .forEach(row -> accepted.merge(row.text("jti"), 1, Integer::sum));
    long lost = sent.stream().filter(report -> !arrived.containsKey(report.key())).count();
    var notOnce =
        new ArrayList<>(sent.stream().filter(r -> accepted.getOrDefault(r.jti(), 0) != 1).toList());
    out.printf(
        "%d meldingen verstuurd, %d niet aangekomen, %d niet precies één keer in het logboek%n",
        sent.size(), lost, notOnce.size());
    if (lost > 0 || !notOnce.isEmpty()) {
      broken.add("niet elke melding kwam aan en staat één keer in het logboek");
    }
    var report = rig.checkLogbook();
    out.print(report.text());
    report.findings().forEach(finding -> broken.add(finding.text()));
    broken.stream().distinct().limit(20).forEach(fault -> out.println("FOUT: " + fault));
    out.println(broken.isEmpty() ? "Alles hield stand." : broken.size() + " fouten.");
    return broken.isEmpty() ? 0 : 1;
  }

  private static void tell(String part, List<Double> sorted, PrintStream out) {
    if (!sorted.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%s: %d meldingen, van versturen tot bij Veilig Thuis p50 %.0f ms, p99 %.0f ms,"
              + " langste %.0f ms%n",
          part,
          sorted.size(),
          sorted.get(sorted.size() / 2),
          sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)),
          sorted.getLast());
    }
  }
}
