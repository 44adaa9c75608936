package nl.sluis.consent.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.desk.ConsentDesk.Answer;
import nl.sluis.policies.terms.DataCategory;

/// Who answers one question in parts, says of every part what it is: a yes to some of it is no
/// answer to the rest, and no silence is read as a yes or a no (AVG 4(11)).
///
/// Pure; may be shared between threads.
final class Parts {
  private Parts() {}

  private record Spoke(UUID askId, Voice voice) {}

  /// Finds answers in which a part is missing, or stands twice.
  static void check(List<Answer> answers, Faults faults) {
    var bySpeaker =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    answer -> new Spoke(answer.ask().id(), answer.draft().voice()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (Map.Entry<Spoke, List<Answer>> one : bySpeaker.entrySet()) {
      var parts = one.getValue().stream().map(answer -> answer.draft().categories()).toList();
      var named = parts.stream().flatMap(List::stream).sorted().toList();
      boolean isInParts = parts.size() > 1 || !named.isEmpty();
      var asked =
          one.getValue().getFirst().ask().categories().stream()
              .map(DataCategory::name)
              .collect(Collectors.toCollection(TreeSet::new));
      faults.addIf(
          isInParts && !named.equals(List.copyOf(asked)),
          one.getValue().getLast().field() + "categorieen",
          "Zeg bij elke soort gegevens die is gevraagd één keer ja, nee of later.");
    }
  }
}
