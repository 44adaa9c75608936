package nl.sluis.gateway.partner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A folder with a folder for each message, which nobody but its owner reads.
///
/// What [#keep] returned of is on the disk, whole, also after a power cut. Two processes may use
/// one drawer: the first that keeps a name keeps it.
public final class Drawer {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  /// @param folder which need not be there yet
  public Drawer(Path folder) {
    this.folder = folder;
  }

  /// Is this a name that stays within the drawer?
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Is something kept under this name?
  public boolean has(String name) {
    return Files.isDirectory(at(name));
  }

  /// The folder of this name.
  ///
  /// @throws IllegalArgumentException when it is no name
  public Path at(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a name is of letters, digits and dashes");
    }
    return folder.resolve(name);
  }

  /// The names in it, in order.
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var found = Files.list(folder)) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(Drawer::isName)
          .sorted()
          .toList();
    }
  }

  /// Keeps these files under a name that is not there yet.
  public void keep(String name, Map<String, String> files) throws IOException {
    make(folder);
    var draft = folder.resolve("." + name + ".deel");
    remove(draft);
    make(draft);
    for (var file : files.entrySet()) {
      write(draft.resolve(file.getKey()), file.getValue());
    }
    settle(draft);
    Files.move(draft, at(name), StandardCopyOption.ATOMIC_MOVE);
    settle(folder);
  }

  /// Puts one file beside the others of this name, or in the place of the one that was there.
  public void add(String name, String file, String text) throws IOException {
    replace(at(name).resolve(file), text);
  }

  /// Reads one file of this name.
  public String read(String name, String file) throws IOException {
    return Files.readString(at(name).resolve(file));
  }

  /// Writes a file that only its owner reads; the old text or the new one is there.
  public static void replace(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file stands in a folder");
    }
    make(folder);
    var draft = folder.resolve("." + file.getFileName() + ".deel");
    Files.deleteIfExists(draft);
    write(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    settle(folder);
  }

  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, rights("rwx------"));
    }
  }

  private static void write(Path file, String text) throws IOException {
    var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, how, rights("rw-------"))) {
      var rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /// A name is on the disk when its folder is.
  private static void settle(Path folder) throws IOException {
    if (POSIX) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] rights(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
