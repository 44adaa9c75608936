package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A question that a lawyer must decide, with the answer the text goes by in the meantime.
///
/// As long as it is undecided, no rule that leans on it runs in production.
///
/// @param id the number of the point, such as `J1`
/// @param question what is to be decided
/// @param chosen the option by which the text goes now
/// @param options every answer that could be given
/// @param touches what changes with the answer
/// @param bearing by what a rule leans on it without naming it
/// @param noLane why no rule waits for it; empty when rules do
/// @param ruling the decision; empty as long as there is none
/// @param source where it stands: file and line of the YAML
public record LegalPoint(
    String id,
    String question,
    String chosen,
    List<String> options,
    String touches,
    Bearing bearing,
    Optional<String> noLane,
    Optional<Ruling> ruling,
    String source) {
  /// A decision of a lawyer.
  ///
  /// @param answer the option that was chosen
  /// @param by who decided
  /// @param on when
  public record Ruling(String answer, String by, LocalDate on) {}

  /// Copies its parts.
  public LegalPoint {
    options = List.copyOf(options);
  }

  /// Did a lawyer decide?
  public boolean isDecided() {
    return ruling.isPresent();
  }
}
