package nl.sluis.gateway.boot.logboek;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.gateway.bundel.BundleCheck;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.WitnessKey;

/// Checks the bundle of a case from a file; it needs no Sluis and no network.
final class BundleCommand {
  private final PrintStream out;

  BundleCommand(PrintStream out) {
    this.out = out;
  }

  /// @param file the bundle
  /// @param keys that the logbook had at some time
  /// @param witnesses whose signatures are looked for
  /// @return whether all of it holds
  /// @throws IOException when it cannot be read, or is too large for a bundle
  boolean run(Path file, KeyHistory keys, List<WitnessKey> witnesses) throws IOException {
    if (Files.size(file) > BundleCheck.MOST) {
      throw new IOException("`" + file + "` is te groot voor een zaakbundel");
    }
    var outcome = new BundleCheck(keys, witnesses).check(Files.readAllBytes(file));
    if (!outcome.faults().isEmpty()) {
      out.println("NIET IN ORDE: `" + file + "`.");
      outcome.faults().forEach(fault -> out.println("- " + fault));
      return false;
    }
    outcome.signedBy().forEach(out::println);
    var read = outcome.read().orElseThrow();
    out.println(read.verdict());
    read.lines().forEach(line -> out.println("- " + line));
    read.unknown().forEach(out::println);
    return true;
  }
}
