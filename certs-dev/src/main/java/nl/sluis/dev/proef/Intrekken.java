package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// How long it takes from a withdrawal to the first refusal, while two gateways are busy.
///
/// The yes is taken back at one gateway; at the other, messages about the same child keep coming.
/// What was begun after the withdrawal was confirmed must be refused, every time; and afterwards
/// the logbook is asked whether anything left after its withdrawal.
final class Intrekken {
  private static final int AT_ONCE = 4;
  private static final int PROBES = 2;
  private static final int BACKGROUND = 8;
  private static final int BUSY_CHILDREN = 200;
  private static final int PART = 500;
  private static final int WELL = 200;

  private final Signals signals;
  private final Rig rig;
  private final Queue<Trial> trials = new ConcurrentLinkedQueue<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  /// One withdrawal.
  ///
  /// @param fromAsking milliseconds from the moment it was sent until the first refusal came
  /// @param fromConfirmed milliseconds from its confirmation until the first refusal came; below
  ///   zero when the refusal came first
  /// @param late how much that was begun after the confirmation still went through
  private record Trial(double fromAsking, double fromConfirmed, long late) {}

  private Intrekken(Rig rig, Signals signals) {
    this.rig = rig;
    this.signals = signals;
  }

  static int run(int count, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      try (var one = rig.gateway("een", 0).awaitListening()) {
        try (var cjg = new Caller(rig, signals.cjg(), one.port(), 2)) {
          cjg.authenticate();
          signals.publishKey(cjg);
        }
        try (var two = rig.gateway("twee", 0).awaitListening()) {
          return new Intrekken(rig, signals).run(count, one.port(), two.port(), out);
        }
      }
    }
  }

  private int run(int count, int here, int there, PrintStream out) {
    try (var parents = new Caller(rig, signals.school(), here, AT_ONCE);
        var senders = new Caller(rig, signals.school(), there, AT_ONCE * PROBES);
        var collector = new Caller(rig, signals.cjg(), there, AT_ONCE);
        var busySchool = new Caller(rig, signals.school(), here, BACKGROUND);
        var busyCjg = new Caller(rig, signals.cjg(), there, BACKGROUND)) {
      var callers = List.of(parents, senders, collector, busySchool, busyCjg);
      callers.forEach(Caller::authenticate);
      Household.register(signals, parents, BUSY_CHILDREN, true);
      var records = new Records();
      double seconds = 0;
      for (int done = 0; done < count; done += PART) {
        int from = done;
        callers.forEach(Caller::authenticate);
        var traffic = new Traffic(signals, busySchool, busyCjg, records, BUSY_CHILDREN);
        traffic.start(BACKGROUND);
        seconds +=
            Load.run(
                    Math.min(PART, count - done),
                    AT_ONCE,
                    i -> trial("gezin-" + (from + i), parents, senders, collector))
                .seconds();
        traffic.stop();
      }
      out.printf(
          "%d intrekkingen in %.0f s, %d tegelijk, twee gateways, ernaast %d partners die"
              + " doorwerken: %d berichten aangenomen%n",
          count, seconds, AT_ONCE, BACKGROUND, records.acknowledged().size());
    }
    return judge(count, out);
  }

  private CompletableFuture<Integer> trial(
      String child, Caller parents, Caller senders, Caller collector) {
    return parents
        .file("/v1/gezinsfeiten", signals.family(child))
        .thenCompose(family -> parents.file("/v1/toestemmingen", signals.consent(child)))
        .thenCompose(consent -> race(child, consent, parents, senders, collector));
  }

  private CompletableFuture<Integer> race(
      String child, Seen consent, Caller parents, Caller senders, Caller collector) {
    return send(child, senders)
        .thenCompose(
            first -> {
              if (consent.status() != 201 || first.status() != WELL) {
                broken.add("een gezin begon niet: %s %s".formatted(consent, first));
                return CompletableFuture.completedFuture(-1);
              }
              var path = "/v1/toestemmingen/" + consent.text("id") + "/intrekkingen";
              var parcel = "/v1/postbus/" + first.text("pakket") + "/uitreikingen";
              var confirmed = new AtomicLong(Long.MAX_VALUE);
              var asked = System.nanoTime();
              var one = probe(child, senders, confirmed, 0);
              var other = probe(child, senders, confirmed, 0);
              var collected = collector.act(parcel);
              return parents
                  .file(path, signals.withdrawal())
                  .thenCompose(seen -> confirmed(seen, confirmed, collector, parcel))
                  .thenCombine(collected, (late, _) -> late)
                  .thenCombine(one, (late, a) -> new Probe(a.refused(), a.late() + late))
                  .thenCombine(other, (a, b) -> note(a, b, asked, confirmed.get()));
            });
  }

  /// The withdrawal is confirmed: from here on nothing may leave.
  ///
  /// @return how often something did
  private CompletableFuture<Long> confirmed(
      Seen withdrawn, AtomicLong confirmed, Caller collector, String parcel) {
    confirmed.set(System.nanoTime());
    if (withdrawn.status() != 201) {
      broken.add("een intrekking gaf " + withdrawn);
    }
    return collector.act(parcel).thenApply(seen -> seen.status() == WELL ? 1L : 0L);
  }

  /// How one line of messages ended.
  ///
  /// @param refused when the first refusal came
  /// @param late how much that began after the confirmation still went through
  private record Probe(long refused, long late) {}

  private CompletableFuture<Probe> probe(
      String child, Caller senders, AtomicLong confirmed, long late) {
    var begun = System.nanoTime();
    return send(child, senders)
        .thenComposeAsync(
            seen -> {
              if (seen.status() == WELL) {
                return probe(child, senders, confirmed, late + (begun > confirmed.get() ? 1 : 0));
              }
              if (!seen.body().contains("geen-geldige-toestemming")) {
                broken.add("een bericht gaf " + seen);
              }
              return CompletableFuture.completedFuture(new Probe(System.nanoTime(), late));
            });
  }

  private CompletableFuture<Seen> send(String child, Caller senders) {
    return senders.send(signals.message(child).text().getBytes(StandardCharsets.US_ASCII));
  }

  private int note(Probe a, Probe b, long asked, long confirmed) {
    var refused = Math.min(a.refused(), b.refused());
    trials.add(
        new Trial((refused - asked) / 1e6, (refused - confirmed) / 1e6, a.late() + b.late()));
    return WELL;
  }

  private int judge(int count, PrintStream out) {
    tell("van versturen tot de eerste weigering", trials.stream().map(Trial::fromAsking), out);
    tell("van bevestiging tot de eerste weigering", trials.stream().map(Trial::fromConfirmed), out);
    long late = trials.stream().mapToLong(Trial::late).sum();
    out.printf("na de bevestiging begonnen en toch aangenomen of uitgereikt: %d%n", late);
    var log = AfterWithdrawal.of(LogRows.read(rig));
    out.printf(
        "in het logboek: %d intrekkingen, %d verstrekkingen op een toestemming die werd"
            + " ingetrokken, %d daarvan na de intrekking%n",
        log.withdrawals(), log.disclosures(), log.after().size());
    var report = rig.checkLogbook();
    out.print(report.text());
    report.findings().forEach(finding -> broken.add(finding.text()));
    if (trials.size() != count || log.withdrawals() != count) {
      broken.add("%d van de %d intrekkingen liepen af".formatted(trials.size(), count));
    }
    if (late > 0 || !log.after().isEmpty()) {
      broken.add("na een intrekking ging nog iets door");
    }
    broken.stream().distinct().limit(20).forEach(line -> out.println("FOUT: " + line));
    out.println(broken.isEmpty() ? "Alles hield stand." : broken.size() + " fouten.");
    return broken.isEmpty() ? 0 : 1;
  }

  private static void tell(String what, Stream<Double> millis, PrintStream out) {
    var sorted = millis.sorted().toList();
    if (!sorted.isEmpty()) {
      out.printf(
          "%s: p50 %.1f ms, p99 %.1f ms, langste %.1f ms%n",
          what,
          sorted.get(sorted.size() / 2),
          sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)),
          sorted.getLast());
    }
  }
}
