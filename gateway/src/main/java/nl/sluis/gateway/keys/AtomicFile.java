package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that are there whole, on disk, or not at all, also when two processes want the same name.
final class AtomicFile {
  private AtomicFile() {}

  /// Gives a name its first content, or changes nothing when the name is taken.
  ///
  /// The caller MUST `sync` the directory before anybody relies on the name.
  ///
  /// @param temp a free name on the same volume; a process that dies may leave it behind
  static void create(Path file, Path temp, byte[] content) throws IOException {
    write(temp, content);
    try {
      // A link fails when the name exists, where a rename would silently replace a key in use.
      Files.createLink(file, temp);
    } catch (FileAlreadyExistsException | NoSuchFileException taken) {
      // Another process made the key first, or destroyed it and cleared away what was on its way.
      return;
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /// Puts new content under a name, whether the name was there or not.
  static void replace(Path file, Path temp, byte[] content) throws IOException {
    swap(file, temp, content);
    sync(directory(file));
  }

  /// The same for one of many: the caller MUST `sync` the directory after the last.
  static void swap(Path file, Path temp, byte[] content) throws IOException {
    write(temp, content);
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
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

  private static void write(Path temp, byte[] content) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(temp, options, mode)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
