package nl.sluis.dev.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Set;

/// A copy of the files of a PostgreSQL that goes on working, as its manual makes one with the
/// low-level functions (26.3.3): what changed while the files were read is in the log of changes
/// that goes with it, and is done again when the copy is started. One thread.
///
/// The server that is embedded here brings no `pg_basebackup`; that does the same over the wire.
public final class BaseBackup {
  private static final Set<String> OF_THIS_RUN = Set.of("postmaster.pid", "postmaster.opts");
  private static final String CHANGES = "pg_wal";
  private static final Path CONTROL = Path.of("global", "pg_control");

  private final PostgresProcess server;
  private final Path copy;

  private BaseBackup(PostgresProcess server, Path copy) {
    this.server = server;
    this.copy = copy;
  }

  /// Makes one.
  ///
  /// @param copy a folder that is not there yet
  public static BaseBackup of(PostgresProcess server, Path copy) {
    var from = server.folder();
    try (var owner = server.database().owner();
        var statement = owner.createStatement()) {
      // What changed since the start stays until it is copied.
      statement.execute("alter system set wal_keep_size = '2GB'");
      statement.execute("select pg_reload_conf()");
      statement.execute("select pg_backup_start('sluis', true)");
      copy(from, copy, path -> isLeftOut(from.relativize(path)));
      put(from, copy, CONTROL);
      try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        row.next();
        Files.writeString(copy.resolve("backup_label"), row.getString(1));
      }
      copy(from.resolve(CHANGES), copy.resolve(CHANGES), _ -> false);
      return new BaseBackup(server, copy);
    } catch (SQLException e) {
      throw new IllegalStateException("no backup could be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Last of all, so that it is not older than what it points to.
  private static boolean isLeftOut(Path file) {
    return file.startsWith(CHANGES)
        || file.equals(CONTROL)
        || OF_THIS_RUN.contains(String.valueOf(file.getFileName()));
  }

  /// How many MiB it is.
  public long size() {
    try (var files = Files.walk(copy)) {
      return files.map(Path::toFile).mapToLong(file -> file.isFile() ? file.length() : 0).sum()
          >> 20;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts it in the place of the files of the server, which is dead, and starts that on it.
  public void putBack() {
    try {
      delete(server.folder());
      copy(copy, server.folder(), _ -> false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.start();
  }

  /// Loses every file of a server that is dead.
  public static void lose(PostgresProcess server) {
    try {
      delete(server.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Which {
    boolean is(Path file);
  }

  private static void copy(Path from, Path to, Which leftOut) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes what)
              throws IOException {
            put(from, to, from.relativize(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
            if (!leftOut.is(file)) {
              put(from, to, from.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  /// What is gone by now was dropped meanwhile, and the log of changes knows that.
  private static void put(Path from, Path to, Path name) throws IOException {
    var target = to.resolve(name);
    if (Files.isDirectory(target)) {
      return;
    }
    try {
      Files.copy(
          from.resolve(name),
          target,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException _) {
      // Nothing is left to copy.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
