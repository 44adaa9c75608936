package nl.sluis.dev.rig;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program that stands among the specs of `policies` or `consent`, in a process of its own:
/// what those specs compare with stands on their class path and nowhere else.
public final class AmongSpecs {
  private AmongSpecs() {}

  /// Runs it to its end and passes on what it prints.
  ///
  /// @param main the class with the program
  /// @param modules whose classes and specs it needs, the first found first; always `policies` last
  /// @param options for its Java, such as `-Xmx2g`
  /// @return its exit code; 1 when whoever waits for it is interrupted
  public static int run(String main, List<String> modules, List<String> options, PrintStream out) {
    var home = Path.of(System.getProperty("sluis.home", "."));
    try {
      var path = new ArrayList<String>();
      for (var module : modules) {
        var target = home.resolve(module).resolve("target");
        path.add(target.resolve("test-classes").toString());
        path.add(target.resolve("classes").toString());
      }
      path.add(Files.readString(home.resolve("policies/target/proefpad.txt")).strip());
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-cp",
              String.join(File.pathSeparator, path),
              main));
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (var said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        said.lines().forEach(out::println);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
