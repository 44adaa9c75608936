package nl.sluis.policies.question;

import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// What is known of the person at the instant of deciding, read in that transaction and never
/// before.
///
/// @param age empty when the birth date is not known
/// @param consent what those who must consent have said
/// @param restrictions the stops that rest on the person
/// @param municipality where the person lives, which says which convenant speaks; empty when it is
///   not known
public record SubjectFacts(
    Optional<Age> age,
    ConsentState consent,
    Set<Restriction> restrictions,
    Optional<Municipality> municipality) {
  /// Copies its parts.
  public SubjectFacts {
    restrictions = Set.copyOf(restrictions);
  }

  /// The facts of somebody of whom it is not known where they live.
  public SubjectFacts(Optional<Age> age, ConsentState consent, Set<Restriction> restrictions) {
    this(age, consent, restrictions, Optional.empty());
  }

  /// The same facts, of somebody who lives there.
  public SubjectFacts livingIn(Optional<Municipality> where) {
    return new SubjectFacts(age, consent, restrictions, where);
  }

  /// The facts of nobody: for anonymous lanes and for refusals that need no facts.
  public static SubjectFacts none() {
    return new SubjectFacts(
        Optional.empty(),
        new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD)),
        Set.of());
  }
}
