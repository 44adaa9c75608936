package nl.sluis.gateway.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The test vectors of others, read where they lie and never copied.
///
/// `SLUIS_VECTORS` names the folder; else it is looked for beside the repository.
public final class Vectors {
  private Vectors() {}

  /// A folder of vectors; empty when this machine has none.
  public static Optional<Path> folder(String name) {
    var named = Optional.ofNullable(System.getenv("SLUIS_VECTORS")).map(Path::of);
    return named
        .or(Vectors::besideRepository)
        .map(all -> all.resolve(name))
        .filter(Files::isDirectory);
  }

  private static Optional<Path> besideRepository() {
    Path top = null;
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("pom.xml"))) {
        top = at;
      }
    }
    return Optional.ofNullable(top).map(root -> root.resolveSibling("shared/vectors"));
  }

  /// The tests over a folder, or one that says it is absent.
  public static Stream<DynamicTest> tests(
      String name, Function<Path, Stream<DynamicTest>> overFolder) {
    var folder = folder(name);
    if (folder.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "vectoren afwezig: " + name, () -> System.out.println("vectoren afwezig: " + name)));
    }
    var tests = overFolder.apply(folder.get()).toList();
    if (tests.isEmpty()) {
      // An empty folder proves nothing.
      throw new IllegalStateException("no vectors in " + folder.get());
    }
    return tests.stream();
  }

  public static List<Path> below(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
