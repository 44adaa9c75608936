package nl.sluis.docs;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The whole repository as its own specs see it: every class, every text file.
///
/// Immutable; may be shared between threads.
final class House {
  /// The repository's top folder.
  static final Path TOP =
      Path.of(System.getProperty("basedir", "docs")).toAbsolutePath().resolve("..").normalize();

  /// Every class of production and of the development part; no specs.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.sluis");

  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", "node_modules", ".sluis", ".idea", ".vscode");

  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|sql|ya?ml|md|xml|properties|json|html|css|js|mjs|sh|txt|puml|csv)"
              + "|.*/(sluis|\\.ci/run|\\.gitignore)");

  private House() {}

  /// Every text file that people wrote, with a path that starts at the top.
  static List<Path> texts() {
    var found = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          TOP,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (TEXT.matcher(file.toString()).matches()) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  /// Every Java source, of production, development and specs.
  static List<Path> javaSources() {
    return texts().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /// Every page of documentation.
  static List<Path> pages() {
    return texts().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  /// The text of one file.
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of one file, each with its number: `gateway/pom.xml:12: text`.
  private static Stream<String> numbered(Path file) {
    var lines = text(file).lines().toList();
    var name = TOP.relativize(file).toString();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .map(i -> name + ":" + (i + 1) + ": " + lines.get(i).strip());
  }

  /// The lines of these files that are thus.
  static List<String> lines(List<Path> files, Predicate<String> thus) {
    return files.stream().flatMap(House::numbered).filter(thus).toList();
  }

  /// The names of all classes that end in `Spec`, without package.
  static List<String> specs() {
    return javaSources().stream()
        .filter(file -> file.toString().contains("/src/test/"))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> name.endsWith("Spec"))
        .toList();
  }
}
