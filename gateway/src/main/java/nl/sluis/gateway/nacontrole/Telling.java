package nl.sluis.gateway.nacontrole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What the sender of something for safety's sake says of telling the family (domain 3.8).
///
/// @param informed whether the family was told
/// @param reporterHidden whether the family may not know who it was
/// @param talked whether somebody talked with the family first; empty when no record says that
/// @param postponed why it is told later, until when and who agreed; empty when that is not said
public record Telling(
    boolean informed,
    boolean reporterHidden,
    Optional<Boolean> talked,
    Optional<Postponed> postponed) {
  private static final String CONDITION = "gezin-ingelicht-of-uitgesteld";

  /// The family is told later.
  ///
  /// @param reporter the word for who reports
  /// @param confirmed the word for the second person
  public record Postponed(String reporter, String confirmed, String reason, LocalDate until) {}

  /// Nothing was said of it.
  public static Telling silent() {
    return new Telling(false, false, Optional.empty(), Optional.empty());
  }

  /// Reads what a whole meldcode record says, or the short record that stands in its place.
  ///
  /// @param record the meldcode record, of which the form was checked; empty when there is none
  /// @param conditions the preconditions that the sender claims
  public static Telling of(Optional<ObjectNode> record, Map<String, ObjectNode> conditions) {
    if (record.isEmpty()) {
      var claimed = conditions.get(CONDITION);
      boolean told = claimed != null && claimed.path("uitkomst").asText().equals("ingelicht");
      return new Telling(told, false, Optional.empty(), Optional.empty());
    }
    var form = record.get();
    var family = form.path("gezin");
    var later = family.path("uitstel");
    return new Telling(
        family.path("geinformeerd").isObject(),
        isYes(form.path("anoniemJegensGezin").path("anoniem")),
        Optional.of(form.path("stap3").path("gesprek").isObject()),
        later.isObject() ? Optional.of(postponed(form, later)) : Optional.empty());
  }

  private static Postponed postponed(JsonNode form, JsonNode later) {
    // Not to lose sight of a child is the safety of that child.
    var reason = word(later, "reden");
    return new Postponed(
        word(form.path("melder"), "id"),
        word(later, "bevestigdDoor"),
        reason.equals("veiligheid-ander") ? reason : "veiligheid-kind",
        LocalDate.parse(word(later, "tot")));
  }

  private static String word(JsonNode part, String field) {
    return part.path(field).asText().strip();
  }

  private static boolean isYes(JsonNode word) {
    return word.asBoolean(false) || word.asText().equals("ja");
  }
}
