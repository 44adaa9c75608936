package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// `kill -9` of the gateway and of PostgreSQL by turns, under load, at a moment nobody chose.
///
/// After every round the partners repeat what they do not know the end of, and then everything is
/// judged from what is left: the logbook, the postbus, and what the partners themselves remember.
final class Sterf {
  private static final int CHILDREN = 50;
  private static final int AT_ONCE = 8;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long PAUSE_NANOS = 200_000_000L;

  private final Rig rig;
  private final Signals signals;
  private final PrintStream out;
  private final Records records = new Records();
  private final List<String> faults = new ArrayList<>();
  private final RandomGenerator random = RandomGenerator.getDefault();
  private double slowestReturn;
  private int inDoubt;
  private int later;

  private Sterf(Rig rig, Signals signals, PrintStream out) {
    this.rig = rig;
    this.signals = signals;
    this.out = out;
  }

  static int run(int rounds, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      var trial = new Sterf(rig, signals, out);
      var gateway = rig.gateway("gateway", 0).awaitListening();
      try {
        trial.prepare(gateway);
        for (int round = 1; round <= rounds && trial.faults.isEmpty(); round++) {
          gateway = trial.round(round, gateway);
        }
      } finally {
        gateway.close();
      }
      return trial.tell(rounds);
    }
  }

  private void prepare(ChildJvm gateway) {
    try (var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), 1)) {
      school.authenticate();
      cjg.authenticate();
      signals.publishKey(cjg);
      Household.register(signals, school, CHILDREN, true);
    }
  }

  private ChildJvm round(int round, ChildJvm gateway) {
    var onGateway = round % 2 == 1;
    int moment = 300 + random.nextInt(1_500);
    try (var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), AT_ONCE)) {
      school.authenticate();
      cjg.authenticate();
      var traffic = new Traffic(signals, school, cjg, records, CHILDREN);
      traffic.start(AT_ONCE);
      gateway.endsWithin(moment);
      if (onGateway) {
        gateway.kill();
      } else {
        rig.postgres().kill();
      }
      traffic.stop();
    }
    var begin = System.nanoTime();
    var next = restart(onGateway, gateway);
    int open = records.open().size();
    inDoubt += open;
    double seconds = recover(next, begin);
    slowestReturn = Math.max(slowestReturn, seconds);
    faults.addAll(Verdict.of(rig, records));
    out.printf(
        "ronde %2d: %-10s na %4d ms; %4d verstuurd, %2d onzeker, terug na %.1f s; %s%n",
        round,
        onGateway ? "gateway" : "PostgreSQL",
        moment,
        records.sentCount(),
        open,
        seconds,
        faults.isEmpty() ? "klopt" : "FOUT: " + faults.getFirst());
    return next;
  }

  private ChildJvm restart(boolean onGateway, ChildJvm gateway) {
    if (onGateway) {
      return rig.gateway("gateway", gateway.port()).awaitListening();
    }
    // The gateway lives on and finds its database again by itself.
    rig.postgres().start();
    return gateway;
  }

  /// The partners come back: they repeat what they are in doubt about, and collect what waits.
  ///
  /// @return after how many seconds the first of them got its answer
  private double recover(ChildJvm gateway, long begin) {
    try (var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), AT_ONCE)) {
      awaitWell(school);
      double seconds = (System.nanoTime() - begin) / 1e9;
      school.authenticate();
      cjg.authenticate();
      var again = new LinkedHashSet<>(records.open());
      records.acknowledged().keySet().stream().limit(40).forEach(again::add);
      again.forEach(jti -> repeat(school, jti));
      records.acknowledged().values().stream()
          .filter(ack -> !records.isConfirmed(ack.parcel()))
          .limit(60)
          .forEach(ack -> collect(cjg, ack.parcel()));
      return seconds;
    }
  }

  private void awaitWell(Caller school) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    Seen seen;
    do {
      seen = school.get("/v1/gezondheid").join();
    } while (seen.status() != 200 && System.nanoTime() < deadline);
    if (seen.status() != 200) {
      faults.add("de gateway kwam niet terug: " + seen);
    }
  }

  /// What is told to come back later comes back later; how often is told at the end.
  private Seen patiently(Supplier<CompletableFuture<Seen>> ask) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    var seen = ask.get().join();
    while (seen.status() == 503 && System.nanoTime() < deadline) {
      later++;
      LockSupport.parkNanos(PAUSE_NANOS);
      seen = ask.get().join();
    }
    return seen;
  }

  private void repeat(Caller school, String jti) {
    var seen = patiently(() -> school.send(records.message(jti)));
    if (seen.status() != 200) {
      faults.add("een herhaald bericht kreeg %d".formatted(seen.status()));
      return;
    }
    var ack = new Records.Ack(seen.text("transactie"), seen.text("pakket"));
    if (records.acknowledged(jti, ack).isPresent()) {
      faults.add("een herhaald bericht kreeg een ander antwoord dan het eerste");
    }
  }

  private void collect(Caller cjg, String parcel) {
    var given = patiently(() -> cjg.act("/v1/postbus/" + parcel + "/uitreikingen"));
    if (given.status() == 200) {
      records.received(parcel, given.text("bericht"));
    } else if (!records.isReceived(parcel)) {
      faults.add("een bevestigd pakket is niet op te halen: " + given.status());
    }
    var confirmed = patiently(() -> cjg.act("/v1/postbus/" + parcel + "/bevestigingen"));
    if (confirmed.status() == 204) {
      records.confirmed(parcel);
    }
  }

  private int tell(int rounds) {
    out.printf(
        "%d rondes; %d berichten verstuurd, %d bevestigd, %d keer onzeker en herhaald,%n",
        rounds, records.sentCount(), records.acknowledged().size(), inDoubt);
    out.printf(
        "%d pakketten ontvangen; langste tijd tot de gateway weer gezond was %.1f s;%n",
        records.received().size(), slowestReturn);
    out.printf("%d keer zei de gateway daarna nog: kom later terug (503)%n", later);
    out.print(rig.checkLogbook().text());
    faults.stream().distinct().limit(20).forEach(fault -> out.println("FOUT: " + fault));
    out.println(faults.isEmpty() ? "Niets verloren, niets weg zonder rij." : "Niet in orde.");
    return faults.isEmpty() ? 0 : 1;
  }
}
