package nl.sluis.policies.difference;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Explanation;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;

/// A worked example of the first version that gets another answer by the second.
///
/// @param example the example
/// @param before the answer then
/// @param after the answer now
record ExampleMoved(Example example, String before, String after) {
  static List<ExampleMoved> between(Convenant before, Convenant after) {
    var old = new Decider(before.asIfAdopted());
    var now = new Decider(after.asIfAdopted());
    var moved = new ArrayList<ExampleMoved>();
    for (var example : before.examples()) {
      var then = told(old.decide(example.question()), before);
      var answer = told(now.decide(inForce(example.question(), after)), after);
      if (!then.equals(answer)) {
        moved.add(new ExampleMoved(example, then, answer));
      }
    }
    return moved;
  }

  // The same question on a day on which the other version speaks.
  private static Question inForce(Question question, Convenant convenant) {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    if (!day.isBefore(convenant.validFrom()) && day.isBefore(convenant.validUntil())) {
      return question;
    }
    var noon = convenant.validFrom().atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
    return question.with(noon, question.facts());
  }

  private static String told(Decision decision, Convenant convenant) {
    var told = Explanation.whole(decision, convenant);
    var why = codes(told.reasons());
    var behind = codes(told.withheld());
    return told.outcome()
        + (why.isEmpty() ? "" : " omdat " + String.join(", ", why))
        + (behind.isEmpty() ? "" : " zonder " + String.join(", ", behind));
  }

  private static Set<String> codes(List<Explanation.Line> lines) {
    return lines.stream()
        .map(line -> line.about().isEmpty() ? line.code() : line.code() + " [" + line.about() + "]")
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
