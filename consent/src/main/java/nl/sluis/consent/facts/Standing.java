package nl.sluis.consent.facts;

import java.util.Set;
import nl.sluis.policies.question.ConsentState.Lack;

/// What one person's words amount to, for one consent and one category.
sealed interface Standing {
  /// A yes that stands.
  ///
  /// @param namesBoth whether the agreement of the other parent was recorded with it
  record Yes(boolean namesBoth) implements Standing {}

  /// Nothing that counts was said, neither yes nor no.
  record Silent(Lack lack) implements Standing {}

  /// A no, or a yes that does not count any more.
  record No(Set<Lack> lacks) implements Standing {}
}
