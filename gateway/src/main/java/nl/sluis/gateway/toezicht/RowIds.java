package nl.sluis.gateway.toezicht;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;

/// The names of rows in the addresses of one organisation: one block of AES under a key of that
/// organisation.
///
/// Such a name says nothing about where a row stands or how many there are; another organisation
/// has another name for the same row, and a name that was made up opens nothing (64 bits must be
/// zero). For one thread.
public final class RowIds {
  private static final String AES = "AES/ECB/NoPadding";
  private static final int BLOCK = 16;

  private final SecretKeySpec key;
  private final Cipher cipher;

  /// @param references makes the key
  /// @param organisation whose names they are
  public RowIds(SubjectReference references, Oin organisation) {
    this.key =
        new SecretKeySpec(references.keyedLogin("toezicht-regels", organisation.value()), "AES");
    this.cipher = cipher();
  }

  // One block is a permutation of itself: the mode adds nothing, and nothing repeats within it.
  @SuppressWarnings("InsecureCryptoUsage")
  private static Cipher cipher() {
    try {
      return Cipher.getInstance(AES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
  }

  /// The name of the row at this place.
  public UUID name(long index) {
    var sealed =
        ByteBuffer.wrap(
            crypt(
                Cipher.ENCRYPT_MODE, ByteBuffer.allocate(BLOCK).putLong(0).putLong(index).array()));
    return new UUID(sealed.getLong(), sealed.getLong());
  }

  /// The place of the row with this name; empty when no row of this organisation can have it.
  OptionalLong of(UUID name) {
    var block =
        ByteBuffer.allocate(BLOCK)
            .putLong(name.getMostSignificantBits())
            .putLong(name.getLeastSignificantBits())
            .array();
    var open = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, block));
    long zero = open.getLong();
    long index = open.getLong();
    return zero == 0 && index >= 0 ? OptionalLong.of(index) : OptionalLong.empty();
  }

  private byte[] crypt(int mode, byte[] block) {
    try {
      cipher.init(mode, key);
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
  }
}
