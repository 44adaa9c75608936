package nl.sluis.dev.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders that are gone when this process ends: all of them stand in one, so that even a process
/// that is killed leaves no more than that one. Thread-safe.
public final class PassingFolder {
  private static final Path ALL = root();

  private PassingFolder() {}

  /// A new one, which begins with this word.
  public static Path of(String word) {
    try {
      return Files.createTempDirectory(ALL, word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      var root = Files.createTempDirectory("sluis-tijdelijk");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is still written while this goes on stays.
  private static void delete(Path root) {
    try (var files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // Somebody else took a folder away first.
    }
  }
}
