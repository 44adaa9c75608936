package nl.sluis.policies.rules;

import java.util.List;
import java.util.Optional;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// A rule may be for some ages only. It goes by the age that is known at this instant, never by
/// what a sender says of it. Age does not stop the lane of safety.
final class AgeFits implements Check {
  @Override
  public List<Finding> of(Case it) {
    var ages = it.rule().ages();
    if (ages.isEverybody() || it.isOn(Lane.OVERRIDE)) {
      return List.of();
    }
    Optional<Age> age = it.question().facts().age();
    if (age.isEmpty()) {
      return List.of(Finding.holds(Reason.LEEFTIJD_ONBEKEND, ""));
    }
    return ages.hold(age.get())
        ? List.of()
        : List.of(Finding.refuses(Reason.LEEFTIJD_PAST_NIET, ages.words()));
  }
}
