package nl.sluis.gateway.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals who is logged in with a key of which one half stays here and the other half is held by one
/// browser (design 10.20): who has the database and every key of Sluis still cannot read it.
///
/// AES-256-GCM with a random 96-bit nonce in front. May be shared between threads.
public final class SessionSeal {
  private static final String LABEL = "sluis sessie 1";
  private static final String STANDING = "sessie-1";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<SecretKey> ours;
  private final SecureRandom random;

  /// @param vault where our half lives
  public SessionSeal(KeyVault vault, SecureRandom random) {
    this(() -> vault.standingKey(STANDING), random);
  }

  /// @param ours our half, an AES-256 key
  public SessionSeal(SecretKey ours, SecureRandom random) {
    this(() -> ours, random);
  }

  private SessionSeal(Supplier<SecretKey> ours, SecureRandom random) {
    this.ours = ours;
    this.random = random;
  }

  /// Encrypts.
  ///
  /// @param half 32 bytes that nobody keeps but the browser
  /// @param session the session it belongs to; opening it elsewhere fails
  public byte[] seal(byte[] half, byte[] session, byte[] clear) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, half, session, nonce);
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }

  /// Decrypts what [#seal] made with the same half for the same session.
  ///
  /// @throws IllegalStateException when it was changed, or belongs elsewhere
  public byte[] open(byte[] half, byte[] session, byte[] sealed) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, half, session, sealed);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("a sealed session was changed", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }

  private Cipher cipher(int mode, byte[] half, byte[] session, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(half), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
    cipher.updateAAD(session);
    return cipher;
  }

  private SecretKey key(byte[] half) {
    return JoinedKey.of(ours.get(), LABEL, new SecretKeySpec(half, "AES"));
  }
}
