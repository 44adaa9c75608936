package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// A parent takes consent back while the receiver collects, on two gateways that share one
/// PostgreSQL; afterwards the logbook says who was first, and nothing may have left after it.
final class Wedloop {
  private static final int AT_ONCE = 16;
  private static final int MOST_CHILDREN = 1_000;
  private static final int WRONG = -1;

  private final Rig rig;
  private final Signals signals;
  private final Queue<Pair> pairs = new ConcurrentLinkedQueue<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  /// One race as the outside saw it.
  ///
  /// @param given how many of the two who collected during the race got the message
  /// @param late whether somebody who asked after the withdrawal was confirmed still got it
  private record Pair(String consent, String parcel, int given, boolean late) {}

  private Wedloop(Rig rig, Signals signals) {
    this.rig = rig;
    this.signals = signals;
  }

  static int run(int count, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      var race = new Wedloop(rig, signals);
      try (var one = rig.gateway("een", 0).awaitListening()) {
        try (var cjg = new Caller(rig, signals.cjg(), one.port(), 2)) {
          cjg.authenticate();
          signals.publishKey(cjg);
        }
        try (var two = rig.gateway("twee", 0).awaitListening()) {
          return race.run(count, List.of(one.port(), two.port()), out);
        }
      }
    }
  }

  private int run(int count, List<Integer> ports, PrintStream out) {
    try (var schoolOne = new Caller(rig, signals.school(), ports.getFirst(), AT_ONCE);
        var schoolTwo = new Caller(rig, signals.school(), ports.getLast(), AT_ONCE);
        var cjgOne = new Caller(rig, signals.cjg(), ports.getFirst(), AT_ONCE);
        var cjgTwo = new Caller(rig, signals.cjg(), ports.getLast(), AT_ONCE)) {
      List.of(schoolOne, schoolTwo, cjgOne, cjgTwo).forEach(Caller::authenticate);
      var children = Math.min(count, MOST_CHILDREN);
      var household = Household.register(signals, schoolOne, children, false);
      out.printf("%d kinderen, %d paren, %d tegelijk, twee gateways%n", children, count, AT_ONCE);
      double seconds = 0;
      // In parts, so that tokens stay fresh and progress is seen.
      for (int done = 0; done < count; done += MOST_CHILDREN) {
        int from = done;
        List.of(schoolOne, schoolTwo, cjgOne, cjgTwo).forEach(Caller::authenticate);
        var part =
            Load.run(
                Math.min(MOST_CHILDREN, count - done),
                AT_ONCE,
                i ->
                    (from + i) % 2 == 0
                        ? pair(household.child(from + i), schoolOne, cjgTwo, cjgOne)
                        : pair(household.child(from + i), schoolTwo, cjgOne, cjgTwo));
        seconds += part.seconds();
        out.printf("  %d paren na %.0f s%n", done + part.count(), seconds);
      }
    }
    return judge(count, out);
  }

  private CompletableFuture<Integer> pair(
      String child, Caller school, Caller collector, Caller other) {
    return school
        .file("/v1/toestemmingen", signals.consent(child))
        .thenCompose(
            consent -> {
              var message = signals.message(child).text().getBytes(StandardCharsets.US_ASCII);
              return school
                  .send(message)
                  .thenCompose(sent -> race(consent, sent, school, collector, other));
            });
  }

  private CompletableFuture<Integer> race(
      Seen consent, Seen sent, Caller school, Caller collector, Caller other) {
    if (consent.status() != 201 || sent.status() != 200) {
      broken.add("een paar begon niet: %s %s".formatted(consent, sent));
      return CompletableFuture.completedFuture(WRONG);
    }
    var id = consent.text("id");
    var parcel = sent.text("pakket");
    var path = "/v1/postbus/" + parcel + "/uitreikingen";
    var first = collector.act(path);
    var second = other.act(path);
    var stopped = school.file("/v1/toestemmingen/" + id + "/intrekkingen", signals.withdrawal());
    return stopped.thenCompose(
        withdrawn -> {
          if (withdrawn.status() / 100 != 2) {
            broken.add("een intrekking gaf " + withdrawn);
          }
          // The withdrawal is confirmed: from here on nothing may leave, not even once more.
          return collector
              .act(path)
              .thenCombine(
                  first.thenCombine(second, (a, b) -> given(a) + given(b)),
                  (late, given) -> {
                    pairs.add(new Pair(id, parcel, given, late.status() == 200));
                    return late.status();
                  });
        });
  }

  private static int given(Seen seen) {
    return seen.status() == 200 ? 1 : 0;
  }

  private int judge(int count, PrintStream out) {
    var log = LogRows.read(rig);
    var withdrawn = new HashMap<String, Long>();
    log.of("intrekking").forEach(row -> withdrawn.put(row.text("toestemming"), row.index()));
    var disclosed = new HashMap<String, List<Long>>();
    var all = new HashMap<String, List<Long>>();
    for (var row : log.rows()) {
      if (row.kind().equals("verstrekt") || row.kind().equals("heruitgereikt")) {
        all.computeIfAbsent(row.text("pakket"), _ -> new ArrayList<>()).add(row.index());
      }
      if (row.kind().equals("verstrekt")) {
        disclosed.computeIfAbsent(row.text("pakket"), _ -> new ArrayList<>()).add(row.index());
      }
    }
    pairs.forEach(pair -> judge(pair, withdrawn, disclosed, all));
    var report = rig.checkLogbook();
    report.findings().forEach(finding -> broken.add(finding.text()));
    if (pairs.size() != count) {
      broken.add("%d van de %d paren liepen af".formatted(pairs.size(), count));
    }
    tell(disclosed, out);
    out.print(report.text());
    new HashSet<>(broken).stream().limit(20).forEach(line -> out.println("FOUT: " + line));
    out.println(broken.isEmpty() ? "Alles hield stand." : broken.size() + " fouten.");
    return broken.isEmpty() ? 0 : 1;
  }

  private void judge(
      Pair pair,
      Map<String, Long> withdrawn,
      Map<String, List<Long>> disclosed,
      Map<String, List<Long>> all) {
    var stop = withdrawn.get(pair.consent());
    var rows = disclosed.getOrDefault(pair.parcel(), List.of());
    if (stop == null) {
      broken.add("een bevestigde intrekking staat niet in het logboek");
      return;
    }
    if (rows.size() > 1) {
      broken.add("een pakket is twee keer verstrekt");
    }
    if (all.getOrDefault(pair.parcel(), List.of()).stream().anyMatch(row -> row > stop)) {
      broken.add("een pakket is uitgereikt na de intrekking");
    }
    if (pair.given() > 0 && rows.isEmpty()) {
      broken.add("een pakket ging weg zonder rij");
    }
    if (pair.late()) {
      broken.add("na de bevestigde intrekking ging nog iets weg");
    }
  }

  private void tell(Map<String, List<Long>> disclosed, PrintStream out) {
    long before = pairs.stream().filter(pair -> disclosed.containsKey(pair.parcel())).count();
    long twice = pairs.stream().filter(pair -> pair.given() == 2).count();
    out.printf("ophalen won: %d keer, intrekken won: %d keer%n", before, pairs.size() - before);
    out.printf("beide ophalers kregen hetzelfde pakket (verstrekt + heruitgereikt): %d%n", twice);
    out.printf(
        "verstrekt na intrekking: %d, dubbel verstrekt: %d, na bevestiging nog weg: %d%n",
        times("na de intrekking"), times("twee keer"), times("na de bevestigde"));
  }

  private long times(String words) {
    return broken.stream().filter(line -> line.contains(words)).count();
  }
}
