package nl.sluis.gateway.besluit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.event.Answer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.DataCategory;

/// Reads from a form what was chosen. Nothing is chosen that nobody chose: a kind of data without
/// an answer leaves the whole undecided (AVG 4(11)). Pure.
final class Choice {
  /// The button that was pressed, or `per-soort`.
  static final String ANSWER = "antwoord";

  /// Before the code of a kind of data.
  static final String PART = "soort-";

  /// The answer that stands at each kind of data.
  static final String IN_PARTS = "per-soort";

  private Choice() {}

  /// The answer for each kind of data; empty when some of it was not answered.
  ///
  /// @throws InputFault when no page of ours can have sent this
  static Optional<Map<DataCategory, Answer>> of(Question question, Asked asked) throws InputFault {
    var word = asked.one(ANSWER);
    var chosen = new EnumMap<DataCategory, Answer>(DataCategory.class);
    for (var part : question.parts()) {
      var one = word.equals(IN_PARTS) ? asked.one(PART + part.category().name()) : word;
      if (one.isEmpty() && word.equals(IN_PARTS)) {
        return Optional.empty();
      }
      chosen.put(part.category(), answer(one));
    }
    return Optional.of(chosen);
  }

  private static Answer answer(String word) throws InputFault {
    for (var answer : new Answer[] {Answer.JA, Answer.NEE, Answer.LATER}) {
      if (answer.code().equals(word)) {
        return answer;
      }
    }
    throw new InputFault(ANSWER);
  }
}
