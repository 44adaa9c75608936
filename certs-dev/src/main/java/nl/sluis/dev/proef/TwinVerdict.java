package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Judges what [Tweeling] measured: per kind of page, and over all of them together (Holm, so that
/// many pages do not make one of them stand out). For one thread.
final class TwinVerdict {
  private static final double RARE = 0.01;
  private static final int DRAWN = 5_000;
  private static final int AGAIN = 1_000;
  private static final long SEED = 20_261_126L;
  private static final List<Double> QUANTILES = List.of(0.1, 0.5, 0.9);

  private final PrintStream out;

  TwinVerdict(PrintStream out) {
    this.out = out;
  }

  /// @param millis of each kind of page, in each round, what three waited: one from whom nothing is
  ///   hidden, another such, and one from whom something is
  /// @param fewest rounds below which nothing is said
  /// @return 0 when nothing can be told from time, and 1 when something can, the control speaks, or
  ///   there were too few rounds
  int tell(Map<String, List<double[]>> millis, int fewest) {
    var control = new TreeMap<String, Twins>();
    var hidden = new TreeMap<String, Twins>();
    millis.forEach(
        (kind, rounds) -> {
          control.put(kind, twins(rounds, 1));
          hidden.put(kind, twins(rounds, 2));
        });
    out.println(
        "niets: twee van wie niets verborgen is; iets: een van wie niets en een van wie iets"
            + " verborgen is");
    out.println(
        "kans: dat de tweede langer wacht (0.50: gelijk); p: hoe vaak toeval dit doet; de rest:"
            + " milliseconden later");
    out.printf(
        "%-45s %6s %7s | %6s %7s %23s %23s %23s%n",
        "bladzijde", "niets", "p", "iets", "p", "p10 [95%]", "p50 [95%]", "p90 [95%]");
    millis.forEach((kind, rounds) -> line(kind, twins(rounds, 1), twins(rounds, 2)));
    boolean sound = alike("niets", control);
    boolean alike = alike("iets", hidden);
    limit(hidden);
    if (millis.values().stream().anyMatch(rounds -> rounds.size() < fewest)) {
      out.println("FOUT: in de tijd die er was is te weinig gemeten om iets te zeggen.");
      return 1;
    }
    if (!sound) {
      out.println(
          "FOUT: ook wie gelijk zijn, zijn te onderscheiden: deze meting bewijst niets. Doe hem"
              + " opnieuw op een stille machine.");
      return 1;
    }
    out.println(
        alike
            ? "Aan de tijd is niet te zien dat er iets verborgen is."
            : "FOUT: aan de tijd is te zien dat er iets verborgen is.");
    return alike ? 0 : 1;
  }

  private static Twins twins(List<double[]> rounds, int other) {
    return new Twins(
        rounds.stream().mapToDouble(three -> three[0]).toArray(),
        rounds.stream().mapToDouble(three -> three[other]).toArray());
  }

  private void line(String kind, Twins control, Twins hidden) {
    out.printf(
        Locale.ROOT,
        "%-45s %6.3f %7.4f | %6.3f %7.4f",
        kind,
        control.superiority(),
        control.p(DRAWN, SEED),
        hidden.superiority(),
        hidden.p(DRAWN, SEED));
    for (double quantile : QUANTILES) {
      var interval = hidden.interval(quantile, AGAIN, SEED);
      out.printf(
          Locale.ROOT,
          " %7.2f [%6.2f %6.2f]",
          hidden.apart(quantile),
          interval.low(),
          interval.high());
    }
    out.println();
  }

  /// Holm: the smallest of so many is held against so many, the next against one less, and so on;
  /// when the smallest passes, so do all.
  private boolean alike(String what, Map<String, Twins> all) {
    var sorted =
        all.values().stream().mapToDouble(twins -> twins.p(DRAWN, SEED)).sorted().toArray();
    double least = Math.min(1, sorted[0] * sorted.length);
    double ks = uniform(sorted);
    out.printf(
        Locale.ROOT,
        "%-6s kleinste p over %d soorten, verbeterd voor hun aantal: %.3f; grootste afstand van de"
            + " p's tot gelijk verdeeld: %.2f (verwacht hoogstens %.2f)%n",
        what,
        sorted.length,
        least,
        ks,
        1.63 / Math.sqrt(sorted.length));
    return least > RARE;
  }

  /// The distance of Kolmogorov and Smirnov between these and what chance would give.
  private static double uniform(double[] sorted) {
    double most = 0;
    for (int i = 0; i < sorted.length; i++) {
      most = Math.max(most, Math.abs(sorted[i] - i / (double) sorted.length));
      most = Math.max(most, Math.abs(sorted[i] - (i + 1) / (double) sorted.length));
    }
    return most;
  }

  /// What this trial would not have seen.
  private void limit(Map<String, Twins> hidden) {
    var widths =
        hidden.values().stream()
            .map(twins -> twins.interval(0.5, AGAIN, SEED))
            .mapToDouble(interval -> (interval.high() - interval.low()) / 2)
            .sorted()
            .toArray();
    var furthest =
        hidden.entrySet().stream()
            .max(Comparator.comparingDouble(one -> Math.abs(one.getValue().superiority() - 0.5)))
            .orElseThrow();
    out.printf(
        Locale.ROOT,
        "grootste uitslag: %s, kans %.3f; een verschil in het midden onder %.2f ms (helft van de"
            + " soorten) of %.2f ms (elke soort) zou deze meting niet zien%n",
        furthest.getKey(),
        furthest.getValue().superiority(),
        widths[widths.length / 2],
        Arrays.stream(widths).max().orElse(0));
  }
}
