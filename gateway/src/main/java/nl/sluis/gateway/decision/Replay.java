package nl.sluis.gateway.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.question.Question;

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

  /// Copies its parts.
  public Replay {
    differences = List.copyOf(differences);
  }

  /// Does this row hold a decision, rather than an event?
  public static boolean isDecision(ObjectNode row) {
    return row.hasNonNull("vraag") && row.hasNonNull("uitkomst") && row.hasNonNull("convenant");
  }

  /// The question of a row that holds a decision.
  public static Question question(ObjectNode row) {
    return QuestionJson.read(row.get("vraag"));
  }

  /// The digest of the version by which it was decided.
  public static String digest(ObjectNode row) {
    return row.path("convenant").path("digest").asText();
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
