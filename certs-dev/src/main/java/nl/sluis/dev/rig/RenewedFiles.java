package nl.sluis.dev.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.sluis.dev.authority.DevCertificate;

/// Puts a new certificate and its key where the old ones are, as an operator does: the key first,
/// then the chain, each file whole or not at all. In between they do not fit.
public final class RenewedFiles {
  private RenewedFiles() {}

  /// @param shown what a gateway reads
  /// @param fresh what stands there from now on
  public static void replace(DevCertificate shown, DevCertificate fresh) {
    try {
      move(fresh.keyFile(), shown.keyFile());
      move(fresh.chainFile(), shown.chainFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
