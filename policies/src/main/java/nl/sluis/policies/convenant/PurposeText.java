package nl.sluis.policies.convenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.sluis.policies.convenant.CategoryRule.Presence;

/// A purpose as a family reads it when it is asked for consent: the sentence and what may be named.
///
/// A consent is bound to the hash of it: when the sentence or the categories of the rule change, a
/// yes to the old text does not move to the new one (AVG 4(11) and 7; a change of purpose is a new
/// question). Two convenanten with the same words have the same hash, so that a move of house alone
/// takes nobody's yes away.
public final class PurposeText {
  private PurposeText() {}

  /// SHA-256, in hexadecimal, over the words of the purpose under this rule.
  public static String hash(Convenant convenant, Rule rule) {
    var text = new StringBuilder("sluis-doeltekst-1\n");
    text.append(rule.purpose().code()).append('\n');
    text.append(convenant.purposes().getOrDefault(rule.purpose(), "")).append('\n');
    rule.categories().entrySet().stream()
        .filter(entry -> entry.getValue().presence() != Presence.VERBODEN)
        .map(entry -> entry.getKey())
        .sorted()
        .forEach(
            category ->
                text.append(category.name())
                    .append(' ')
                    .append(convenant.labels().getOrDefault(category, ""))
                    .append('\n'));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
