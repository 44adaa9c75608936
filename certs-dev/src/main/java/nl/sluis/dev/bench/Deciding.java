package nl.sluis.dev.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.sluis.dev.rig.Page;

/// `./sluis bench beslissing`: what deciding alone costs, beside engines of others.
///
/// Those engines stand on the class path of the tests of `policies` and nowhere else, so a process
/// of its own measures.
final class Deciding {
  private static final String BENCH = "nl.sluis.policies.oracle.DecisionBench";

  private Deciding() {}

  static int run(PrintStream out) {
    return Page.keep("beslissing", "bench beslissing", out, Deciding::measured);
  }

  private static int measured(PrintStream out) {
    var target = Path.of(System.getProperty("sluis.home", ".")).resolve("policies/target");
    try {
      var path =
          String.join(
              File.pathSeparator,
              target.resolve("test-classes").toString(),
              target.resolve("classes").toString(),
              Files.readString(target.resolve("proefpad.txt")).strip());
      var bench =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx1g",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  path,
                  BENCH)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var said =
          new BufferedReader(
              new InputStreamReader(bench.getInputStream(), StandardCharsets.UTF_8))) {
        said.lines().forEach(out::println);
      }
      return bench.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
