package nl.sluis.consent.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.PersonSeal;

/// Stands in for the keys outside the database: hides nothing, but opens only what was sealed for
/// the same person as the same kind.
final class TestSeal implements PersonSeal {
  static final PersonSeal SEAL = new TestSeal();
  private static final int TAG = 32;

  private TestSeal() {}

  @Override
  public byte[] seal(UUID subject, String what, byte[] clear) {
    var sealed = Arrays.copyOf(mark(subject, what), TAG + clear.length);
    System.arraycopy(clear, 0, sealed, TAG, clear.length);
    return sealed;
  }

  @Override
  public Optional<byte[]> open(UUID subject, String what, byte[] sealed) {
    if (!Arrays.equals(mark(subject, what), Arrays.copyOf(sealed, TAG))) {
      throw new IllegalStateException("sealed for somebody or something else");
    }
    return Optional.of(Arrays.copyOfRange(sealed, TAG, sealed.length));
  }

  @Override
  public byte[] mark(UUID subject, String text) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((subject + "\n" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
