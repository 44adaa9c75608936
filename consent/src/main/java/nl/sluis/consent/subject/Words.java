package nl.sluis.consent.subject;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// The words by which partners know the people around a child, and whether they can be true.
///
/// @param all the words
public record Words(List<Word> all) {
  /// Copies its parts.
  public Words {
    all = List.copyOf(all);
  }

  /// One partner's word for one person.
  ///
  /// @param partner whose word
  /// @param label the word, hashed
  /// @param person whom it means
  public record Word(String partner, Hmac label, UUID person) {}

  /// Is nobody two people to one partner? A partner that has two words for two people around a
  /// child knows them apart, so nothing may ever make them one: else one of two parents could say
  /// yes for both.
  public boolean keepApart(SamePerson same) {
    var labels = new HashMap<String, Hmac>();
    return all.stream()
        .allMatch(
            word -> {
              var who = word.partner() + " " + same.of(word.person());
              var other = labels.putIfAbsent(who, word.label());
              return other == null || other.equals(word.label());
            });
  }
}
