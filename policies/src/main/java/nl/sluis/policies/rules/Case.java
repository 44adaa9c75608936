package nl.sluis.policies.rules;

import java.time.LocalDate;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;

/// One question beside the one rule of the convenant that speaks of it.
///
/// @param question what is asked
/// @param rule the rule for its purpose and roles
/// @param convenant the version the rule stands in
/// @param standing whether that version is in force
public record Case(Question question, Rule rule, Convenant convenant, Standing standing) {
  /// The day of deciding, by the calendar of Europe/Amsterdam.
  LocalDate day() {
    return question.at().atZone(Age.CALENDAR).toLocalDate();
  }

  /// Does the rule go by this road?
  boolean isOn(Lane lane) {
    return rule.lane() == lane;
  }
}
