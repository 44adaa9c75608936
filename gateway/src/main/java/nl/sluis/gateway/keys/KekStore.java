package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place that holds key-encryption keys by their id. One process at a time makes or destroys.
///
/// May be shared between threads.
sealed interface KekStore permits FileKeks, KeystoreKeks, TokenKeks {
  /// How keys are named in a keystore or token: this and sixteen hexadecimal digits.
  String ALIAS = "sluis-kek-";

  /// An id in hexadecimal digits.
  Pattern ID = Pattern.compile("[0-9a-f]{16}");

  static KekStore of(KekSource source, SecureRandom random) {
    return switch (source) {
      case KekSource.OfFile file -> new FileKeks(file.file(), random);
      case KekSource.OfKeystore keystore -> new KeystoreKeks(keystore, random);
      case KekSource.OfToken token -> new TokenKeks(token, random);
    };
  }

  /// Looks in the place itself, so that a key that was made elsewhere is seen.
  Optional<KeyEncryptionKey> find(String id) throws IOException, GeneralSecurityException;

  /// The ids of all keys here.
  List<String> ids() throws IOException, GeneralSecurityException;

  /// Makes a key, and returns when it would survive a power cut.
  KeyEncryptionKey make() throws IOException, GeneralSecurityException;

  /// Destroys a key for good; does nothing when it is not here.
  void destroy(String id) throws IOException, GeneralSecurityException;

  /// Refuses a secret that others on this machine can read.
  static void requirePrivate(String what, Path file) throws IOException {
    var open = Files.getPosixFilePermissions(file);
    open.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    if (!open.isEmpty()) {
      throw new IllegalStateException(what + " `" + file + "` must have mode 0600");
    }
  }

  /// The one line of a file with a password or PIN.
  static char[] secretLine(String what, Path file) throws IOException {
    requirePrivate(what, file);
    return Files.readString(file).strip().toCharArray();
  }
}
