package nl.sluis.gateway.vorm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The texts of one part of the pages in one language. Immutable.
///
/// @param language in which they are
/// @param part of the pages, such as `inzien`
/// @param version counts up when what they say changes
/// @param plain the texts by their key within the part
/// @param easy shorter ones for some of those keys (A2)
public record TextSet(
    Language language,
    String part,
    int version,
    Map<String, String> plain,
    Map<String, String> easy) {
  /// Copies its parts.
  ///
  /// @throws IllegalArgumentException when a short text is of no text
  public TextSet {
    plain = Map.copyOf(plain);
    easy = Map.copyOf(easy);
    if (!plain.keySet().containsAll(easy.keySet())) {
      throw new IllegalArgumentException(
          language.tag() + "/" + part + ": `makkelijk` has a key that `teksten` has not");
    }
  }

  /// What this set says, as one number: SHA-256, in hexadecimal, over language, part, version and
  /// every text in the order of its key. Each piece has its length before it, so that no two sets
  /// have the same number.
  public String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      piece(sha, "sluis-teksten-1");
      piece(sha, language.tag());
      piece(sha, part);
      piece(sha, Integer.toString(version));
      new TreeMap<>(plain).forEach((key, text) -> both(sha, "teksten." + key, text));
      new TreeMap<>(easy).forEach((key, text) -> both(sha, "makkelijk." + key, text));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void both(MessageDigest sha, String key, String text) {
    piece(sha, key);
    piece(sha, text);
  }

  private static void piece(MessageDigest sha, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(bytes);
  }
}
