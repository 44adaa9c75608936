package nl.sluis.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts what waits in the database with a key of the hour that lives outside it (design 10.19).
///
/// Once the key of an hour is destroyed, what was encrypted in that hour is gone, in backups too.
/// The key of the hour alone opens nothing: a key that stays takes part (design 10.20), so that who
/// has one key and the database still cannot read who sends what about whom. AES-256-GCM with a
/// random 96-bit nonce in front. May be shared between threads.
public final class HourKeys {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("'pakket-'yyyyMMddHH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'antwoord-'yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final String LABEL = "sluis wachtend 1";
  private static final String STANDING = "wachtend-1";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyVault vault;
  private final SecureRandom random;

  /// @param vault where the keys live
  public HourKeys(KeyVault vault, SecureRandom random) {
    this.vault = vault;
    this.random = random;
  }

  /// The name of the key for parcels accepted in this hour.
  public String parcelKeyAt(Instant instant) {
    return HOUR.format(instant);
  }

  /// The name of the key for answers given on this day.
  public String answerKeyAt(Instant instant) {
    return DAY.format(instant);
  }

  /// The name of the key of one report that waits for the logbook: of no hour, for it waits as long
  /// as it must, whatever a clock says meanwhile.
  public String waitingKeyOf(UUID transaction) {
    return "wachtkamer-" + transaction;
  }

  /// Destroys the key of a report that waits no longer.
  public void destroyWaitingKeyOf(UUID transaction) {
    vault.destroyEpochKey(waitingKeyOf(transaction));
  }

  /// Encrypts.
  ///
  /// @param keyName from [#parcelKeyAt], [#answerKeyAt] or [#waitingKeyOf]
  /// @param bound what the ciphertext belongs to; opening it elsewhere fails
  public byte[] seal(String keyName, String bound, byte[] clear) {
    try {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key(keyName), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }

  /// Decrypts what [#seal] made for the same `bound`.
  ///
  /// @throws IllegalStateException when it was changed, or belongs elsewhere
  public byte[] open(String keyName, String bound, byte[] sealed) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, key(keyName), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed content does not open with key `" + keyName + "`", e);
    }
  }

  private SecretKey key(String keyName) {
    return JoinedKey.of(vault.standingKey(STANDING), LABEL, vault.epochKey(keyName));
  }

  /// Destroys the keys of parcels accepted before this instant, but for those that some parcel
  /// needs.
  public void destroyParcelKeysBefore(Instant instant, Set<String> inUse) {
    destroyBefore("pakket-", parcelKeyAt(instant), inUse);
  }

  /// Destroys the keys of answers given before the day of this instant.
  public void destroyAnswerKeysBefore(Instant instant) {
    destroyBefore("antwoord-", answerKeyAt(instant), Set.of());
  }

  private void destroyBefore(String kind, String limit, Set<String> inUse) {
    for (var name : vault.epochKeyNames()) {
      if (name.startsWith(kind) && name.compareTo(limit) < 0 && !inUse.contains(name)) {
        vault.destroyEpochKey(name);
      }
    }
  }
}
