package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Municipality;

/// Something that must be so before a message may pass, and who says that it is.
///
/// @param code the name in rules and messages, such as `besproken-met-ouders`
/// @param source who says that it is so
/// @param fields the names of the fields a claim must fill
/// @param outcomes the values of `uitkomst` that meet it; empty when the claim has no outcome
/// @param maxAgeDays how old the claimed `datum` may be, in days; zero when age does not matter
/// @param residence the municipality in which the family must live, for what Sluis reads in the
///   residence on record; empty for any other source
/// @param functions the functions in which somebody may sign that it is so; empty for any other
///   source
/// @param shown whether it is a talk with the family: then they see that it is claimed, and may say
///   that there was none
/// @param sentence what is missing when it is not met, in words a school can act on
public record Condition(
    String code,
    Source source,
    List<String> fields,
    Set<String> outcomes,
    int maxAgeDays,
    Optional<Municipality> residence,
    Set<String> functions,
    boolean shown,
    String sentence) {
  /// Who says that a condition is met.
  public enum Source {
    /// The sender claims it; the family sees the claim and may deny it.
    BEWEERD,
    /// Sluis has it in its own register, filled by an endpoint.
    REGISTER,
    /// The other party confirmed it.
    TEGENPARTIJ,
    /// Sluis reads it in the municipality that is on record; nobody claims or registers it.
    WOONPLAATS,
    /// Somebody other than who acts signed it, with a registered key of their own (design 10.13).
    ONDERTEKEND
  }

  /// Copies its parts.
  public Condition {
    fields = List.copyOf(fields);
    outcomes = Set.copyOf(outcomes);
    functions = Set.copyOf(functions);
  }

  /// Is it met by living there? Only what is read in the residence can be.
  public boolean isMetLivingIn(Municipality where) {
    return source == Source.WOONPLAATS && residence.filter(where::equals).isPresent();
  }

  /// Does Sluis find this out by itself, so that nobody can put it on record?
  public boolean isFoundOut() {
    return source == Source.WOONPLAATS || source == Source.ONDERTEKEND;
  }

  /// Does this claim meet the condition on this day? A claim with a date in the future never does.
  public boolean isMetBy(Map<String, String> claim, LocalDate today) {
    if (!fields.stream().allMatch(f -> !claim.getOrDefault(f, "").isBlank())) {
      return false;
    }
    var outcome = claim.get("uitkomst");
    if (!outcomes.isEmpty() && (outcome == null || !outcomes.contains(outcome))) {
      return false;
    }
    var date = claim.get("datum");
    return date == null || isRecent(date, today);
  }

  private boolean isRecent(String date, LocalDate today) {
    try {
      var day = LocalDate.parse(date);
      return !day.isAfter(today) && (maxAgeDays == 0 || !day.isBefore(today.minusDays(maxAgeDays)));
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
