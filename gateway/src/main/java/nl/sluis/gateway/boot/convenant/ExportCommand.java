package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.export.Export;
import nl.sluis.policies.inspection.Inspection;

/// `sluis convenant uitvoer`: writes the version that somebody is asked to sign, or every version
/// of this release, in the language of another engine.
final class ExportCommand {
  private final PrintStream out;
  private final PrintStream err;

  ExportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// @return 0 when the files are written, 1 when the text has faults and nothing is
  int run(Options options) throws WrongUse, IOException {
    var form =
        options
            .find("vorm")
            .flatMap(ExportCommand::form)
            .orElseThrow(() -> new WrongUse("Noem `--vorm cedar` of `--vorm xacml`."));
    var what = options.word();
    var texts = what.isPresent() ? Bookcase.of(what.get()) : Bookcase.shipped();
    var found = Inspection.of(texts.chosen(), Optional.empty());
    if (!found.isSound() || found.whole().isEmpty()) {
      found.faults().forEach(fault -> err.println(texts.told(fault)));
      err.println("Er is niets uitgevoerd: hier staat geen convenant zonder fouten.");
      return 1;
    }
    var home = Path.of(System.getProperty("sluis.home", "."));
    var folder = options.find("map").map(Path::of).orElse(home.resolve("target/uitvoer"));
    for (var convenant : found.whole().values()) {
      write(folder.resolve(convenant.id() + "-" + convenant.version()), convenant, form);
    }
    return 0;
  }

  private void write(Path folder, Convenant convenant, Export.Form form) throws IOException {
    Files.createDirectories(folder);
    for (var file : Export.files(convenant, form).entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.writeString(path, file.getValue());
      out.printf("%s  %d bytes%n", path, Files.size(path));
    }
  }

  private static Optional<Export.Form> form(String word) {
    return Arrays.stream(Export.Form.values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
