package nl.sluis.dev.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a gateway learned in an earlier run, for the next one to begin with: the classes that it
/// needs, read and linked, and which of its code runs often (JEP 483, 514 and 515). For an operator
/// `sluis leer` of the release does the same.
///
/// It fits a class path of jars only, so folders of classes are packed first. Used by one thread.
final class Learned {
  private final Path archive;
  private final String classPath;
  private boolean learning;

  private Learned(Path archive, String classPath) {
    this.archive = archive;
    this.classPath = classPath;
  }

  /// Nothing yet.
  ///
  /// @param folder where it and the jars come
  static Learned in(Path folder) {
    var places = new ArrayList<String>();
    for (var place :
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .toList()) {
      var path = Path.of(place);
      if (Files.isDirectory(path)) {
        places.add(packed(path, folder.resolve("klassen-" + places.size() + ".jar")).toString());
      } else if (Files.exists(path)) {
        places.add(place);
      }
    }
    return new Learned(folder.resolve("geleerd.aot"), String.join(File.pathSeparator, places));
  }

  private static Path packed(Path classes, Path jar) {
    try (var files = Files.walk(classes);
        var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the JVM finds its classes; the same for who learns and for who begins with it.
  String classPath() {
    return classPath;
  }

  /// What the JVM is told: the first learns until it is stopped, and who starts after that begins
  /// with it.
  List<String> settings() {
    if (Files.exists(archive)) {
      return List.of("-XX:AOTCache=" + archive);
    }
    if (learning) {
      return List.of();
    }
    learning = true;
    return List.of("-XX:AOTCacheOutput=" + archive);
  }
}
