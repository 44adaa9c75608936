package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// A stop that rests on the person: restriction (AVG 18), objection (AVG 21), an order of the
/// court. None of them stops the lane of safety.
final class Restrictions implements Check {
  @Override
  public List<Finding> of(Case it) {
    if (it.isOn(Lane.OVERRIDE)) {
      return List.of();
    }
    return it.question().facts().restrictions().stream()
        .filter(restriction -> stops(it, restriction))
        .sorted()
        .map(restriction -> Finding.refuses(reason(restriction), ""))
        .toList();
  }

  private static boolean stops(Case it, Restriction restriction) {
    return switch (restriction) {
      case BEPERKT -> it.isOn(Lane.TOESTEMMING) || it.rule().publicTask();
      case BEZWAAR -> it.rule().publicTask();
      case RECHTERLIJK_VERBOD -> true;
    };
  }

  private static Reason reason(Restriction restriction) {
    return switch (restriction) {
      case BEPERKT -> Reason.BEPERKT;
      case BEZWAAR -> Reason.BEZWAAR;
      case RECHTERLIJK_VERBOD -> Reason.RECHTERLIJK_VERBOD;
    };
  }
}
