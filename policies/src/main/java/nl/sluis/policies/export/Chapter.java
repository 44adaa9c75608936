package nl.sluis.policies.export;

import java.util.List;
import java.util.SortedSet;

/// All sentences of one rule: for one purpose, from some roles to some roles.
///
/// @param title the rule with its articles, for those who read along
/// @param action the purpose, or `acuut-melden`
/// @param from the roles of the sender; empty when any may
/// @param to the roles of the receiver; empty when any may
/// @param sentences in no order that matters
public record Chapter(
    String title,
    String action,
    SortedSet<String> from,
    SortedSet<String> to,
    List<Sentence> sentences) {
  /// Copies its parts.
  public Chapter {
    sentences = List.copyOf(sentences);
  }
}
