package nl.sluis.dev.voorbeeld;

import java.io.PrintStream;
import java.util.List;

/// Tells a scenario in Dutch while it plays. Used by one thread.
public final class Report {
  private final PrintStream out;

  /// @param out where it is told
  public Report(PrintStream out) {
    this.out = out;
  }

  void begin(Scenario scenario) {
    out.println();
    out.println(scenario.title());
    out.println("=".repeat(scenario.title().length()));
    if (!scenario.explanation().isBlank()) {
      out.println(scenario.explanation().strip());
    }
    out.println("De klok staat op " + DutchTime.told(scenario.start()) + ".");
  }

  void step(int number, Step step, Observed seen, List<String> differences) {
    out.println();
    out.printf("%2d. %s%n", number, step.action().told());
    if (!step.remark().isBlank()) {
      out.println("    (" + step.remark().strip() + ")");
    }
    seen.lines().forEach(line -> out.println("    " + line));
    if (differences.isEmpty()) {
      out.println("    ✓ zoals verwacht");
    }
    differences.forEach(difference -> out.println("    ✗ " + step.place() + ": " + difference));
  }

  void failedSetUp(Step step, Observed seen, List<String> differences) {
    out.println();
    out.println("vooraf: " + step.action().told());
    seen.lines().forEach(line -> out.println("    " + line));
    differences.forEach(difference -> out.println("    ✗ " + step.place() + ": " + difference));
  }

  void end(Verdict verdict) {
    out.println();
    out.println(
        verdict.isAsExpected()
            ? "%d stappen, alles zoals verwacht.".formatted(verdict.steps())
            : "%d stappen, %d keer anders dan verwacht."
                .formatted(verdict.steps(), verdict.differences().size()));
    out.flush();
  }
}
