package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.util.List;
import nl.sluis.dev.rig.AmongSpecs;

/// `./sluis proef wet`: all of what the check draws a part of each day. Every question in the space
/// of every convenant, many more to the engines of others, and many more families.
final class Wet {
  private static final List<String> WHOLE =
      List.of("-Xmx2g", "-XX:+UseParallelGC", "-Dsluis.heel=true");

  private Wet() {}

  /// @return 0 when nothing was found, 1 when something was
  static int run(PrintStream out) {
    out.println("het convenant: elke vraag, en andere programma's");
    int law = AmongSpecs.run("nl.sluis.policies.oracle.WholeLaw", List.of("policies"), WHOLE, out);
    out.println("\nde toestemming: verzonnen gezinnen");
    int families =
        AmongSpecs.run(
            "nl.sluis.consent.facts.WholeFamilies", List.of("consent", "policies"), WHOLE, out);
    out.printf("%n%s%n", law == 0 && families == 0 ? "niets gevonden" : "GEVONDEN: zie hierboven");
    return law == 0 && families == 0 ? 0 : 1;
  }
}
