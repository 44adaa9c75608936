package nl.sluis.gateway.werkplek.postbus;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// What things are called on these pages: as the convenant calls them, and where it does not, by
/// their own code as a sentence.
final class Naming {
  /// What is said of a word that this release does not know: a later Sluis may have more.
  static final String OTHER = "anders";

  private Naming() {}

  /// This word when there is a text for it, and otherwise the one for what is not known.
  static String known(Set<String> words, String word) {
    return words.contains(word) ? word : OTHER;
  }

  /// What a purpose is, in the words of the convenant.
  static String purpose(Optional<Spoken> spoken, Purpose purpose) {
    return spoken
        .map(says -> says.convenant().purposes().get(purpose))
        .orElseGet(() -> word(purpose.code()));
  }

  /// The name of an organisation; its number when the convenant does not know it.
  static String party(Optional<Spoken> spoken, Oin oin) {
    return spoken
        .map(says -> says.convenant().parties().get(oin))
        .map(party -> party.name())
        .orElseGet(oin::value);
  }

  /// A code or the name of a field as words, such as «Besproken met ouders» for
  /// `besproken-met-ouders` and «Gebeld met» for `gebeldMet`.
  static String word(String code) {
    var words =
        code.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
