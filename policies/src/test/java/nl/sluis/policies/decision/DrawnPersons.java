package nl.sluis.policies.decision;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// About whom a message that passes is asked: about everybody the first time that a purpose passes
/// between two roles, and of the messages after that about everybody in one of so many. Of those
/// that are refused, in one of fewer.
///
/// May be shared between threads when each rule is for one of them.
final class DrawnPersons {
  private static final int ONE_IN = 8;
  private static final int REFUSED = 4;

  private final Draw draw;
  private final Set<Talk> heard = ConcurrentHashMap.newKeySet();

  private record Talk(Purpose purpose, Role from, Role to, boolean acute) {}

  DrawnPersons(Draw draw) {
    this.draw = draw;
  }

  /// Everybody, or nobody when another message of this talk stands for this one.
  List<SubjectFacts> about(Draft message) {
    var talk =
        new Talk(
            message.purpose(),
            message.sender().role(),
            message.receiver().role(),
            message.meldcode() instanceof MeldcodeState.Acute);
    return heard.add(talk) || draw.takes(number(message), ONE_IN)
        ? Persons.all(message.categories())
        : List.of();
  }

  /// In a message that is refused, who is as unlike the best as can be; nobody when another message
  /// stands for this one.
  List<SubjectFacts> unlike(Draft message) {
    return draw.takes(number(message), REFUSED) ? Persons.unlike() : List.of();
  }

  private static long number(Draft message) {
    return 31 * (31 * message.parties() + message.purpose().code().hashCode()) + message.number();
  }
}
