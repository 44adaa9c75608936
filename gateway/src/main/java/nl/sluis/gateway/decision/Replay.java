package nl.sluis.gateway.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Outcome;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Reason;

/// One decision of the logbook, asked again: the same question has the same answer, years later too
/// (P9).
///
/// @param question what was asked
/// @param digest the version the decision cites
/// @param was the answer as it was written down
/// @param now the answer as it is given now
/// @param differences the members of the answer that are not the same; empty when all are
public record Replay(
    Question question, String digest, String was, String now, List<String> differences) {
  private static final List<String> ANSWER =
      List.of(
          "uitkomst",
          "regel",
          "baan",
          "vrijgegeven",
          "achtergehouden",
          "verplichtingen",
          "redenen",
          "grondslagen");

  private static final Set<String> AT_THE_DOOR =
      Set.of(
          Reason.MANDAAT_ONTBREEKT.name(),
          Reason.STILGELEGD.name(),
          Reason.BETROKKENE_ONBEKEND.name(),
          Reason.BSN_NIET_TOEGESTAAN.name());

  /// Copies its parts.
  public Replay {
    differences = List.copyOf(differences);
  }

  /// Does this row hold a decision, rather than an event?
  public static boolean isDecision(ObjectNode row) {
    return row.hasNonNull("vraag") && row.hasNonNull("uitkomst") && row.hasNonNull("convenant");
  }

  /// Was this message refused before any convenant was asked: by who brought it, or by how it
  /// pointed at a child? No convenant can say that again.
  public static boolean isRefusedAtTheDoor(ObjectNode row) {
    var reasons = row.path("redenen");
    return row.path("uitkomst").asText().equals(Outcome.WEIGEREN.name())
        && row.path("regel").asText().isEmpty()
        && reasons.size() == 1
        && AT_THE_DOOR.contains(reasons.get(0).path("code").asText());
  }

  /// The question of a row that holds a decision.
  public static Question question(ObjectNode row) {
    return QuestionJson.read(row.get("vraag"));
  }

  /// The digest of the version by which it was decided.
  public static String digest(ObjectNode row) {
    return row.path("convenant").path("digest").asText();
  }

  /// The decision of this row beside the one that this law takes now.
  ///
  /// A message that is refused whatever there is on record of the person, was refused before that
  /// was read; then nothing of the person is in the question, and the answer is that refusal.
  ///
  /// @param row holds a decision
  /// @param convenant the version that speaks
  public static Replay by(Law law, ObjectNode row, Question question, Convenant convenant) {
    var replay = of(row, law.decide(question), convenant);
    if (replay.isSame() || !question.facts().equals(SubjectFacts.none())) {
      return replay;
    }
    return law.refusesAnyway(convenant, question)
        .map(refusal -> of(row, refusal, convenant))
        .orElse(replay);
  }

  /// The decision of this row beside the one that is taken now.
  ///
  /// @param row holds a decision
  /// @param decision the answer to its question now
  /// @param convenant the version that gave it
  public static Replay of(ObjectNode row, Decision decision, Convenant convenant) {
    var again = JsonNodeFactory.instance.objectNode();
    var question = question(row);
    DecisionJson.write(again, question, decision, convenant);
    var differences = new ArrayList<String>();
    for (var member : ANSWER) {
      if (!row.path(member).equals(again.path(member))) {
        differences.add(member);
      }
    }
    return new Replay(question, digest(row), told(row), told(again), differences);
  }

  /// Is it the same answer, word for word?
  public boolean isSame() {
    return differences.isEmpty();
  }

  private static String told(ObjectNode row) {
    var told = new StringBuilder(row.path("uitkomst").asText());
    var reasons = new ArrayList<String>();
    for (JsonNode reason : row.path("redenen")) {
      reasons.add(reason.path("code").asText().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (!reasons.isEmpty()) {
      told.append(" omdat ").append(String.join(", ", reasons));
    }
    var withheld = new ArrayList<String>();
    row.path("achtergehouden").fieldNames().forEachRemaining(withheld::add);
    if (!withheld.isEmpty()) {
      told.append(" zonder ").append(String.join(", ", withheld));
    }
    return told.toString();
  }
}
