package nl.sluis.dev.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of a gateway in a process of its own, which jumps forward and back while it runs. How
/// far it is off stands in a file. May be shared between threads and processes.
public final class JumpingClock implements InstantSource {
  private final Path file;

  private JumpingClock(Path file) {
    this.file = file;
  }

  /// The clock of this file, right when there is no such file.
  public static JumpingClock in(Path file) {
    return new JumpingClock(file);
  }

  Path file() {
    return file;
  }

  /// Shows from now on a time that is so far ahead; behind when it is negative.
  public void jumps(Duration ahead) {
    try {
      var aside = file.resolveSibling(file.getFileName() + ".nieuw");
      Files.writeString(aside, ahead.toString());
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    var now = InstantSource.system().instant();
    try {
      return Files.exists(file) ? now.plus(Duration.parse(Files.readString(file))) : now;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
