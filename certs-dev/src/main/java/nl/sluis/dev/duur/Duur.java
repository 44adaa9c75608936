package nl.sluis.dev.duur;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.JumpingClock;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.logbook.Finding;

/// `./sluis proef duur`: a gateway with a ceiling over its heap, on a real PostgreSQL, works for a
/// long time at half of what it can do at most.
///
/// First it is measured, in the same run, how many whole exchanges it can do in a second (offer,
/// fetch and acknowledge, by mutual TLS, signed and logged). Then they begin at moments that were
/// planned, half as many, and every half minute somebody looks. At the end it is judged whether
/// memory and waiting stayed flat and nothing failed, and told what an exchange leaves on disk.
public final class Duur {
  private static final int CHILDREN = 500;
  private static final int LINES = 64;
  private static final int BATCH = 800;
  private static final long TOKEN_SECONDS = 240;
  private static final int PATIENCE = 30;

  /// A full collection halts the gateway, so it is asked for now and then only.
  private static final int FULL_COLLECTIONS = 24;

  private final Rig rig;
  private final PrintStream out;
  private final int minutes;
  private final int heapMiB;
  private final SplittableRandom order;
  private final Path collections;
  private final AtomicReference<String> token = new AtomicReference<>("");

  private Duur(Rig rig, int minutes, int heapMiB, long seed, PrintStream out) {
    this.rig = rig;
    this.minutes = minutes;
    this.heapMiB = heapMiB;
    this.order = new SplittableRandom(seed);
    this.collections = rig.folder().resolve("opruimen.log");
    this.out = out;
  }

  /// Runs it.
  ///
  /// @param minutes how long it works at half of the maximum
  /// @param heapMiB the ceiling over the heap of the gateway
  /// @param seed of the order in which the children come
  /// @return 0 when it stayed as it was, 1 when it did not
  public static int run(int minutes, int heapMiB, long seed, PrintStream out) {
    out.printf(
        "%d minuten, gateway met %d MiB heap, %d processoren, zaad %d, belasting vooraf %s%n",
        minutes, heapMiB, Runtime.getRuntime().availableProcessors(), seed, load());
    try (var rig = Rig.temporary()) {
      return new Duur(rig, minutes, heapMiB, seed, out).run();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException _) {
      return "onbekend";
    }
  }

  private int run() throws SQLException, InterruptedException {
    var signals = new Signals(rig);
    try (var gateway = gateway();
        var school = new Caller(rig, signals.school(), gateway.port(), 2 * LINES);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), 2 * LINES);
        var owner = rig.postgres().database().owner();
        var tokens = Executors.newSingleThreadScheduledExecutor()) {
      comeIn(school);
      comeIn(cjg);
      signals.publishKey(cjg);
      Household.register(signals, school, CHILDREN, true);
      var _ =
          tokens.scheduleWithFixedDelay(
              () -> renew(school, cjg), TOKEN_SECONDS, TOKEN_SECONDS, TimeUnit.SECONDS);
      var whole = new Whole(school, cjg);
      double most = most(whole, signals, owner);
      if (most < 2) {
        out.println("FOUT: er kwam bijna niets heen; er is niets om de helft van te nemen.");
        return 1;
      }
      int code = endure(whole, signals, most / 2, gateway, owner);
      tokens.shutdownNow();
      return code;
    }
  }

  /// Nothing is measured yet: on a machine that has just started much, the first line may break.
  private static void comeIn(Caller partner) {
    for (int i = 0; i < PATIENCE && partner.get("/v1/gezondheid").join().status() != 200; i++) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    partner.authenticate();
  }

  /// All of its heap is there from the start, so that what the process grows by is something else.
  private ChildJvm gateway() {
    var settings =
        List.of(
            "-Xms" + heapMiB + "m",
            "-Xmx" + heapMiB + "m",
            "-XX:+AlwaysPreTouch",
            "-Xlog:gc:file=" + collections + ":time:filecount=0");
    var clock = JumpingClock.in(rig.folder().resolve("klok"));
    return rig.gateway("gateway", Rig.freePorts(), rig.postgres().database(), clock, settings)
        .awaitListening();
  }

  private void renew(Caller school, Caller cjg) {
    try {
      school.authenticate();
      cjg.authenticate();
    } catch (IllegalStateException e) {
      token.set(String.valueOf(e.getMessage()));
    }
  }

  /// How many whole exchanges it does in a second when as many wait as want to.
  ///
  /// Before, PostgreSQL gathers its figures, as it would have by itself a little later: what it
  /// planned while every table was empty is not what is measured.
  private double most(Whole whole, Signals signals, Connection owner) throws SQLException {
    double seconds = Math.clamp(minutes * 60 / 8.0, 10, 30);
    flatOut(whole, signals, seconds);
    var _ = Disk.tidied(owner);
    double rate = flatOut(whole, signals, seconds);
    out.printf(
        Locale.ROOT,
        "hoogstens %.0f hele uitwisselingen per seconde (%.0f s lang, %d tegelijk, na %.0f s"
            + " opwarmen; de client draait mee)%n",
        rate,
        seconds,
        LINES,
        seconds);
    return rate;
  }

  private double flatOut(Whole whole, Signals signals, double seconds) {
    long nanos = 0;
    long count = 0;
    while (nanos < seconds * 1e9) {
      var messages = new ArrayList<byte[]>();
      for (int i = 0; i < BATCH; i++) {
        messages.add(message(signals, order));
      }
      long begin = System.nanoTime();
      var done =
          Load.run(
              messages.size(),
              LINES,
              i -> whole.exchange(messages.get(i)).thenApply(fault -> fault.isEmpty() ? 200 : 0));
      nanos += System.nanoTime() - begin;
      count += done.outcomes().getOrDefault(200, 0);
    }
    return count / (nanos / 1e9);
  }

  private static byte[] message(Signals signals, SplittableRandom turn) {
    var text = signals.message("kind-" + turn.nextInt(CHILDREN)).text();
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private int endure(
      Whole whole, Signals signals, double perSecond, ChildJvm gateway, Connection owner)
      throws SQLException, InterruptedException {
    var before = Disk.tidied(owner).from(owner);
    var postgres = rig.postgres().processes();
    var busy = CpuTimes.now(gateway.handle(), postgres);
    var waits = new Waits();
    var turn = order.split();
    var loop = new OpenLoop(whole::exchange, () -> message(signals, turn), waits, perSecond);
    long nanos = TimeUnit.MINUTES.toNanos(minutes);
    out.printf(Locale.ROOT, "de helft daarvan: %.1f per seconde%n", perSecond);
    try (var eyes = new Eyes(gateway, collections, rig.log("gateway"), owner)) {
      long began = System.nanoTime();
      var readings = new ArrayList<Reading>();
      var looking =
          Thread.ofPlatform().name("kijken").start(() -> look(eyes, waits, began, readings));
      long planned = loop.run(began, nanos);
      looking.join();
      var used = CpuTimes.now(gateway.handle(), postgres).since(busy);
      var after = Disk.tidied(owner);
      tell(used);
      after.tellSince(before, waits.wentWell(), out);
      var report = rig.checkLogbook();
      out.print(report.text());
      if (!token.get().isEmpty()) {
        waits.add(0, 0, "token: " + token.get());
      }
      var findings = report.findings().stream().map(Finding::text).toList();
      return judge(
          new Judgement.Course(heapMiB, minutes * 60.0, planned, readings, waits, findings));
    }
  }

  /// Looks every half minute until the time is over, and tells what it sees.
  private void look(Eyes eyes, Waits waits, long began, List<Reading> readings) {
    int windows = minutes * 60 / Waits.WINDOW_SECONDS;
    int between = Math.max(1, windows / FULL_COLLECTIONS);
    out.println(
        "   tijd  goed/s  p50 ms  p99 ms  mislukt  heap na opruimen  levend  RSS MiB  draden"
            + "  bestanden  wachtend  verbindingen");
    for (int window = 0; window < windows; window++) {
      long end = began + TimeUnit.SECONDS.toNanos((window + 1L) * Waits.WINDOW_SECONDS);
      long left;
      while ((left = end - System.nanoTime()) > 0) {
        LockSupport.parkNanos(left);
      }
      boolean fully = (window + 1) % between == 0;
      var seen = eyes.look((System.nanoTime() - began) / 1e9, fully);
      readings.add(seen);
      tell(window, seen, waits);
    }
  }

  private void tell(int window, Reading seen, Waits waits) {
    out.printf(
        Locale.ROOT,
        "%4d:%02d  %6.1f  %6.1f  %6.1f  %7d  %12.0f MiB  %6s  %7.0f  %6d  %9d  %8.0f  %12d%n",
        (window + 1) * Waits.WINDOW_SECONDS / 60,
        (window + 1) * Waits.WINDOW_SECONDS % 60,
        waits.count(window) / (double) Waits.WINDOW_SECONDS,
        waits.millis(window, window + 1, 0.50),
        waits.millis(window, window + 1, 0.99),
        waits.failed(window),
        seen.heapMiB(),
        seen.liveMiB().isPresent() ? "%.0f".formatted(seen.liveMiB().getAsDouble()) : "",
        seen.residentMiB(),
        seen.threads(),
        seen.files(),
        seen.waiting(),
        seen.connections());
  }

  private void tell(CpuTimes used) {
    double all = minutes * 60.0 * Runtime.getRuntime().availableProcessors() / 100;
    out.printf(
        Locale.ROOT,
        "van de processoren: gateway %.0f %%, PostgreSQL %.0f %%, client %.0f %%, vreemd %.0f %%%n",
        used.gateway() / all,
        used.postgres() / all,
        used.client() / all,
        used.foreign() / all);
  }

  private int judge(Judgement.Course course) {
    var judgement = Judgement.of(course);
    judgement.lines().forEach(out::println);
    judgement.faults().forEach(fault -> out.println("FOUT: " + fault));
    out.println(
        judgement.faults().isEmpty()
            ? "Zij bleef zoals zij was: geheugen vlak, wachten vlak, niets mislukt."
            : "Niet in orde.");
    return judgement.faults().isEmpty() ? 0 : 1;
  }
}
