package nl.sluis.gateway.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.export.Export;

/// `sluis convenant uitvoer`: writes each convenant in the language of another engine.
final class ExportCommand {
  private static final int WRONG_USE = 2;
  private static final String FORM = "--vorm=";
  private static final String FOLDER = "--map=";
  private static final String USE =
      """
      Gebruik: sluis convenant uitvoer --vorm=cedar|xacml [--map=MAP]
        --vorm   voor welk programma
        --map    waar de bestanden komen; anders in target/uitvoer\
      """;

  private ExportCommand() {}

  /// @return 0 when the files are written, 2 when the command is not understood
  static int run(List<String> args) throws IOException {
    var form = option(args, FORM).flatMap(ExportCommand::form);
    var known = args.stream().allMatch(a -> a.startsWith(FORM) || a.startsWith(FOLDER));
    if (form.isEmpty() || !known) {
      System.err.println(USE);
      return WRONG_USE;
    }
    var home = Path.of(System.getProperty("sluis.home", "."));
    var folder = option(args, FOLDER).map(Path::of).orElse(home.resolve("target/uitvoer"));
    for (var convenant : ConvenantLoader.load().versions()) {
      write(folder.resolve(convenant.id() + "-" + convenant.version()), convenant, form.get());
    }
    return 0;
  }

  private static void write(Path folder, Convenant convenant, Export.Form form) throws IOException {
    Files.createDirectories(folder);
    for (var file : Export.files(convenant, form).entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.writeString(path, file.getValue());
      System.out.printf("%s  %d bytes%n", path, Files.size(path));
    }
  }

  private static Optional<String> option(List<String> args, String name) {
    return args.stream()
        .filter(a -> a.startsWith(name))
        .map(a -> a.substring(name.length()))
        .findFirst();
  }

  private static Optional<Export.Form> form(String word) {
    return Arrays.stream(Export.Form.values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
