package nl.sluis.gateway.werkplek;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import nl.sluis.policies.terms.Oin;

/// By which word a professional stands in messages: never a name, always the same for the same
/// person at the same organisation, and not to be led back without the key of this desk (AVG 4(5),
/// 25).
///
/// An organisation whose provider gives a word that says nothing to others may use that word as it
/// is; then it is the one by which its officers look after the work (`mensen.toezicht.medewerker`).
/// Immutable; may be shared between threads.
public final class Pseudonyms {
  private static final int BYTES = 16;

  private final SecretKey key;
  private final boolean asItIs;

  /// @param key of this desk, and of nobody else
  /// @param asItIs whether the word of the provider is a pseudonym already
  public Pseudonyms(SecretKey key, boolean asItIs) {
    this.key = key;
    this.asItIs = asItIs;
  }

  /// The word for this professional.
  ///
  /// @param organisation for whom is worked
  /// @param employee the word of the provider
  public String of(Oin organisation, String employee) {
    if (asItIs) {
      return employee;
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var text = "sluis-werkplek-1\n" + organisation + "\n" + employee;
      var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
