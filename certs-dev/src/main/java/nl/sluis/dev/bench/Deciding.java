package nl.sluis.dev.bench;

import java.io.PrintStream;
import java.util.List;
import nl.sluis.dev.rig.AmongSpecs;
import nl.sluis.dev.rig.Page;

/// `./sluis bench beslissing`: what deciding alone costs, beside engines of others.
///
/// Those engines stand on the class path of the tests of `policies` and nowhere else, so a process
/// of its own measures.
final class Deciding {
  private static final String BENCH = "nl.sluis.policies.oracle.DecisionBench";

  private Deciding() {}

  static int run(PrintStream out) {
    return Page.keep(
        "beslissing",
        "bench beslissing",
        out,
        told ->
            AmongSpecs.run(
                BENCH, List.of("policies"), List.of("-Xmx1g", "-XX:+UseSerialGC"), told));
  }
}
