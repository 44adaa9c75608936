package nl.sluis.consent.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.question.SubjectFacts;

/// The facts for one decision, as they stood in the transaction that read them.
///
/// @param subject age, consent and restrictions
/// @param registered the preconditions in the register, each with the last day on which it was met
/// @param oneOffConsents the consents that a disclosure on these facts uses up
public record FactsRead(
    SubjectFacts subject, Map<String, LocalDate> registered, List<UUID> oneOffConsents) {
  /// Copies its parts.
  public FactsRead {
    registered = Map.copyOf(registered);
    oneOffConsents = List.copyOf(oneOffConsents);
  }

  /// The codes of the preconditions in the register.
  public Set<String> registeredConditions() {
    return registered.keySet();
  }
}
