package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PassingFolder;

/// `./sluis voorbeeld`: plays files and worked examples, each on a database of its own.
public final class PlayFiles {
  private final PrintStream out;

  /// @param out where it is told
  public PlayFiles(PrintStream out) {
    this.out = out;
  }

  /// Plays these.
  ///
  /// @param files files, or worked examples of the convenant such as `X02-ja`
  /// @return the exit code: 0 as expected, 1 otherwise, 2 when a file cannot be read
  public int run(List<String> files) throws IOException {
    var scenarios = new ArrayList<Scenario>();
    if (files.isEmpty()) {
      out.println(
          "gebruik: ./sluis voorbeeld BESTAND.yaml …, of een geval van het convenant zoals X02-ja"
              + "  (uitleg: docs/voorbeeld.md)");
      return 2;
    }
    var reader =
        new ScenarioReader(
            DevConvenant.newest(), DevConvenant.all(), InstantSource.system().instant());
    int understood = 0;
    for (var file : files) {
      try {
        var worked = WorkedCase.named(file, DevConvenant.newest(), reader);
        scenarios.addAll(worked.isEmpty() ? List.of(reader.read(Path.of(file))) : worked);
        understood++;
      } catch (VoorbeeldFault fault) {
        out.println(fault.getMessage());
      } catch (IOException e) {
        out.println("`" + file + "` kan niet worden gelezen");
      }
    }
    return understood < files.size() ? 2 : play(scenarios);
  }

  private int play(List<Scenario> scenarios) throws IOException {
    boolean allAsExpected = true;
    try (var postgres = DevPostgres.temporary()) {
      for (var scenario : scenarios) {
        var site = DevSite.in(PassingFolder.of("voorbeeld"), scenario.start());
        try (var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY)) {
          var verdict = new Runner(gateway, new Report(out)).play(scenario);
          allAsExpected &= verdict.isAsExpected();
        }
      }
    }
    return allAsExpected ? 0 : 1;
  }
}
