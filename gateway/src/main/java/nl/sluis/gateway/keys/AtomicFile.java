package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Files that are there whole, on disk, or not at all, also when two processes want the same name.
final class AtomicFile {
  private AtomicFile() {}

  /// Gives a name its first content.
  ///
  /// @return false when the name was taken, and then nothing changed
  static boolean create(Path file, byte[] content) throws IOException {
    var made = createUnsynced(file, content);
    sync(directory(file));
    return made;
  }

  /// As `create`, but the caller MUST `sync` the directory before anybody relies on the name.
  static boolean createUnsynced(Path file, byte[] content) throws IOException {
    var temp = write(file, content);
    try {
      // A link fails when the name exists, where a rename would silently replace a key in use.
      Files.createLink(file, temp);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /// Puts new content under a name, whether the name was there or not.
  static void replace(Path file, byte[] content) throws IOException {
    var temp = write(file, content);
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    sync(directory(file));
  }

  /// Makes sure that names made in a directory survive a power cut.
  static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static Path directory(Path file) {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("`" + file + "` has no directory");
    }
    return parent;
  }

  private static Path write(Path file, byte[] content) throws IOException {
    var temp = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(temp, options, mode)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return temp;
  }
}
