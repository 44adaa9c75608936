package nl.sluis.gateway.inzicht;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The names of lines in addresses: one block of AES under a key of one person at one child.
///
/// Such a name says nothing about where a row stands, in which order lines are or how many there
/// are between them; another person has another name for the same line, and a name that was made up
/// opens nothing (64 bits must be zero). For one thread.
final class LineIds {
  private static final String AES = "AES/ECB/NoPadding";
  private static final int BLOCK = 16;

  private final SecretKeySpec key;

  /// @param key 32 bytes, of one person at one child
  LineIds(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /// The name of this.
  UUID name(Ref ref) {
    var block = ByteBuffer.allocate(BLOCK);
    block.putLong(ref.own() ? 1 : 0).putLong(ref.number());
    var sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, block.array()));
    return new UUID(sealed.getLong(), sealed.getLong());
  }

  /// What has this name; empty when nothing has.
  Optional<Ref> of(UUID name) {
    var block = ByteBuffer.allocate(BLOCK);
    block.putLong(name.getMostSignificantBits()).putLong(name.getLeastSignificantBits());
    var open = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, block.array()));
    long sort = open.getLong();
    long number = open.getLong();
    return number >= 0 && (sort == 0 || sort == 1)
        ? Optional.of(new Ref(sort == 1, number))
        : Optional.empty();
  }

  // One block is a permutation of itself: the mode adds nothing, and nothing repeats within it.
  @SuppressWarnings("InsecureCryptoUsage")
  private byte[] crypt(int mode, byte[] block) {
    try {
      var cipher = Cipher.getInstance(AES);
      cipher.init(mode, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
  }
}
