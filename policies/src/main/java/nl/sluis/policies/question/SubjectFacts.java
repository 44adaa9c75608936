package nl.sluis.policies.question;

import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Age;

/// What is known of the person at the instant of deciding, read in that transaction and never
/// before.
///
/// @param age empty when the birth date is not known
/// @param consent what those who must consent have said
/// @param restrictions the stops that rest on the person
public record SubjectFacts(Optional<Age> age, ConsentState consent, Set<Restriction> restrictions) {
  /// Copies its parts.
  public SubjectFacts {
    restrictions = Set.copyOf(restrictions);
  }

  /// The facts of nobody: for anonymous lanes and for refusals that need no facts.
  public static SubjectFacts none() {
    return new SubjectFacts(
        Optional.empty(),
        new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD)),
        Set.of());
  }
}
