package nl.sluis.dev.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// Tells what was measured, in Dutch.
final class Report {
  private static final Map<String, String> NAMES =
      Map.of(
          "a", "(a) kale mTLS-echo",
          "b", "(b) echo + ES256 + rij per groep",
          "c1", "(c) losse rij, 1 verbinding",
          "c8", "(c) losse rij, 8 verbindingen",
          "c32", "(c) losse rij, 32 verbindingen",
          "d", "(d) uitwisseling, duurzaam aangenomen",
          "e", "(e) ook uitgereikt en bevestigd");

  private Report() {}

  static void print(PrintStream out, List<Measured> table) {
    out.println();
    out.printf(
        "%-38s %9s %8s %8s %9s %9s %9s %7s %5s%n",
        "", "per s", "p50 ms", "p99 ms", "server µs", "pg µs", "client µs", "vreemd", "fout");
    for (var row : table) {
      var load = row.load();
      var cpu = row.cpu();
      out.printf(
          "%-38s %9.0f %8.2f %8.2f",
          NAMES.get(row.variant()), load.rate(), load.p50Millis(), load.p99Millis());
      if (row.variant().startsWith("c")) {
        out.printf(" %39s %5d%n", "", row.wrong());
      } else {
        out.printf(
            " %9.0f %9.0f %9.0f %6.0f%% %5d%n",
            row.micros(cpu.gateway()),
            row.micros(cpu.postgres()),
            row.micros(cpu.client()),
            100 * row.foreign(),
            row.wrong());
      }
    }
    out.println();
    double b = mean(table, "b");
    double d = mean(table, "d");
    out.printf("(b)/(a) = %.2f%n", b / mean(table, "a"));
    out.printf("(d)/(b) = %.2f   (doel: 0,50 of meer)%n", d / b);
    out.printf("(e)/(d) = %.2f   (drie verzoeken in plaats van een)%n", mean(table, "e") / d);
    out.printf("(d)/(c met 32) = %.2f%n", d / mean(table, "c32"));
    out.printf(
        "processortijd van de server: (d)/(b) = %.2f%n", micros(table, "d") / micros(table, "b"));
  }

  /// The rate over all rounds: all requests by all seconds.
  private static double mean(List<Measured> table, String variant) {
    var rows = table.stream().filter(row -> row.variant().equals(variant)).toList();
    return rows.stream().mapToInt(row -> row.load().count()).sum()
        / rows.stream().mapToDouble(row -> row.load().seconds()).sum();
  }

  private static double micros(List<Measured> table, String variant) {
    return table.stream()
        .filter(row -> row.variant().equals(variant))
        .mapToDouble(row -> row.micros(row.cpu().gateway() + row.cpu().postgres()))
        .average()
        .orElse(0);
  }
}
