package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Age;
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
/// @param youth up to which ages it is met, for what Sluis reads in the birth date on record; empty
///   for any other source
/// @param functions the functions in which somebody may sign that it is so; empty for any other
///   source
/// @param shown whether it is a talk with the family: then they see that it is claimed, and may say
///   that there was none
/// @param readFirst what the family can do with the text that it must have read first; empty when
///   it is about no text
/// @param sentence what is missing when it is not met, in words a school can act on
public record Condition(
    String code,
    Source source,
    List<String> fields,
    Set<String> outcomes,
    int maxAgeDays,
    Optional<Municipality> residence,
    Optional<Youth> youth,
    Set<String> functions,
    boolean shown,
    Optional<ReadFirst> readFirst,
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
    /// Sluis reads it in the birth date that is on record; from the first of two ages on, the
    /// register must say so too.
    LEEFTIJD,
    /// Somebody other than who acts signed it, with a registered key of their own (design 10.13).
    ONDERTEKEND
  }

  /// Until when somebody is a `jeugdige`, as article 1.1 of the Jeugdwet has it: by age alone, and
  /// after that as long as help that runs on is on record.
  ///
  /// @param byItself the age from which age alone is not enough
  /// @param extended the age from which nothing is; higher than the other
  public record Youth(int byItself, int extended) {
    /// Is somebody of this age one, with or without help on record that runs on?
    public boolean covers(Age age, boolean runsOn) {
      return age.isBelow(byItself) || (runsOn && age.isBelow(extended));
    }

    /// Both ages in words.
    public String words() {
      return byItself + " jaar, en verlengd tot " + extended + " jaar";
    }
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

  /// Is it met at this age? Only what is read in the birth date can be, and an age that is not
  /// known meets nothing.
  ///
  /// @param registered whether the register says that it is so
  public boolean isMetAt(Optional<Age> age, boolean registered) {
    return source == Source.LEEFTIJD
        && youth.isPresent()
        && age.filter(years -> youth.get().covers(years, registered)).isPresent();
  }

  /// Is it read in what is on record of the person, so that it is read anew each time?
  public boolean isOfThePerson() {
    return source == Source.WOONPLAATS || source == Source.LEEFTIJD;
  }

  /// Does Sluis find this out by itself, so that nobody can put it on record?
  public boolean isFoundOut() {
    return source == Source.WOONPLAATS || source == Source.ONDERTEKEND || readFirst.isPresent();
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
