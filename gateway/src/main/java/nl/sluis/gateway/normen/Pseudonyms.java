package nl.sluis.gateway.normen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.keys.KeyVault;

/// The number by which a line names a person: the random number of Sluis, encrypted for one reader.
///
/// Two readers see two numbers for one child and cannot join them; only who has the key of Sluis
/// gets back to the person. A number of sixteen bytes is one block of AES-256, so that nothing else
/// has to be kept and the same person is always the same number for that reader. May be shared
/// between threads.
public final class Pseudonyms {
  private static final String KEY = "pseudoniemen-1";
  private static final int BLOCK = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private final SecretKey secret;

  /// @param keys where the key lives
  public Pseudonyms(KeyVault keys) {
    this.secret = keys.epochKey(KEY);
  }

  /// The number of this person for this reader: 32 hexadecimal digits.
  String of(String reader, UUID subject) {
    var plain =
        ByteBuffer.allocate(BLOCK)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .array();
    return HexFormat.of().formatHex(block(Cipher.ENCRYPT_MODE, reader, plain));
  }

  /// The person whom this number means for this reader; some number that is nobody's when it was
  /// given to another, and empty when it is no number.
  Optional<UUID> subject(String reader, String number) {
    if (!FORM.matcher(number).matches()) {
      return Optional.empty();
    }
    var plain = block(Cipher.DECRYPT_MODE, reader, HexFormat.of().parseHex(number));
    var halves = ByteBuffer.wrap(plain);
    return Optional.of(new UUID(halves.getLong(), halves.getLong()));
  }

  /// The number of a member of staff for this reader, from the word that the organisation has for
  /// that person: a word may be a name.
  String staff(String reader, String word) {
    return HexFormat.of().formatHex(mac("medewerker " + reader + " " + word), 0, BLOCK);
  }

  /// The key under which a trace is found again in the index.
  byte[] indexOf(String trace) {
    return mac("spoor " + trace);
  }

  /// One block, so there is nothing to chain and an initial vector of zeros is no vector at all.
  private byte[] block(int mode, String reader, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/CBC/NoPadding");
      var key = new SecretKeySpec(mac("lezer " + reader), "AES");
      cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every JDK", e);
    }
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
