package nl.sluis.policies.convenant;

import java.util.Map;
import java.util.Set;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// A worked example of one rule: what is asked, and the answer the parties agreed on.
///
/// @param title what happens, in one Dutch sentence
/// @param ruleId the rule it shows
/// @param yes whether something passes
/// @param question what is asked
/// @param outcome the word of the answer, such as `GEDEELTELIJK`
/// @param because every reason of a refusal or hold
/// @param withheld what stays behind, and why
/// @param obligations what must happen because of a yes
/// @param source where it stands: file and line of the YAML
public record Example(
    String title,
    String ruleId,
    boolean yes,
    Question question,
    String outcome,
    Set<Reason> because,
    Map<DataCategory, Reason> withheld,
    Set<Obligation> obligations,
    String source) {
  /// Copies its parts.
  public Example {
    because = Set.copyOf(because);
    withheld = Map.copyOf(withheld);
    obligations = Set.copyOf(obligations);
  }
}
