package nl.sluis.gateway.boot.logboek;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.WitnessKey;
import nl.sluis.gateway.maandoverzicht.Compared;
import nl.sluis.gateway.maandoverzicht.ReadStatement;
import nl.sluis.gateway.maandoverzicht.StatementCheck;

/// Checks the statement of a month from a file, and an earlier one of that month beside it; it
/// needs no Sluis and no network.
final class StatementCommand {
  private final PrintStream out;

  StatementCommand(PrintStream out) {
    this.out = out;
  }

  /// @param file the statement
  /// @param earlier another of the same month; none when there is none
  /// @param keys that the logbook had at some time
  /// @param witnesses whose signatures are looked for
  /// @return whether all of it holds
  boolean run(Path file, List<Path> earlier, KeyHistory keys, List<WitnessKey> witnesses)
      throws IOException {
    var check = new StatementCheck(keys, witnesses);
    var read = new ArrayList<ReadStatement>();
    var files = new ArrayList<>(List.of(file));
    files.addAll(earlier);
    for (var one : files) {
      if (Files.size(one) > StatementCheck.MOST) {
        throw new IOException("`" + one + "` is te groot voor een overzicht");
      }
      var outcome = check.check(Files.readAllBytes(one));
      if (!outcome.faults().isEmpty()) {
        out.println("NIET IN ORDE: `" + one + "`.");
        outcome.faults().forEach(fault -> out.println("- " + fault));
        return false;
      }
      outcome.signedBy().forEach(out::println);
      outcome.read().ifPresent(read::add);
    }
    var first = read.getFirst();
    out.printf(
        "In orde: dit overzicht van %s tot %s is van %s. Elke regel lag vast.%n",
        first.month(), first.until(), first.logbook());
    first.lines().forEach(line -> out.printf("- %s %s%n", line.day(), line.sentence()));
    first.outside().forEach(line -> out.printf("- later bekend geworden: %s%n", line));
    return read.size() < 2 || agree(first, read.getLast());
  }

  private boolean agree(ReadStatement one, ReadStatement other) {
    var compared = Compared.of(one, other);
    if (!compared.contradictions().isEmpty()) {
      out.println("NIET IN ORDE: de twee overzichten spreken elkaar tegen. Bewaar ze allebei.");
      compared.contradictions().forEach(line -> out.println("- " + line));
      return false;
    }
    out.println("De twee overzichten spreken elkaar niet tegen.");
    compared.added().forEach(line -> out.println("- " + line));
    return true;
  }
}
