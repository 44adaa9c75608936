package nl.sluis.dev.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;

/// What the figures were measured on.
final class Machine {
  private Machine() {}

  static void tell(PrintStream out, Sizes sizes) {
    out.printf(
        "%d processoren, %s, Java %s, ES256 door %s, PostgreSQL met fsync en synchronous_commit%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        Runtime.version(),
        Security.getProviders()[0].getName());
    out.printf("belasting van de machine vooraf: %s%n", load());
    out.printf(
        "%d tegelijk, %d om op te warmen, %d per meting, %d rondes; de client draait mee%n",
        sizes.atOnce(), sizes.warm(), sizes.window(), sizes.rounds());
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException _) {
      return "onbekend";
    }
  }
}
