package nl.sluis.consent.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Regime;

/// The facts for one decision, as they stood in the transaction that read them.
///
/// Where the person lives says which convenant speaks, and only that convenant says who must
/// consent; so the facts are read first and judged after. Immutable; good for its transaction only.
public final class FactsRead {
  private final FactQuery query;
  private final Records records;
  private final Instant at;

  /// The facts as one convenant looks at them.
  ///
  /// @param subject age, consent and restrictions
  /// @param oneOffConsents the consents that a disclosure on these facts uses up
  public record Judged(SubjectFacts subject, List<UUID> oneOffConsents) {
    /// Copies its parts.
    public Judged {
      oneOffConsents = List.copyOf(oneOffConsents);
    }
  }

  FactsRead(FactQuery query, Records records, Instant at) {
    this.query = query;
    this.records = records;
    this.at = at;
  }

  /// The municipality in which the person lives at this instant; empty when nobody told.
  public Optional<String> municipality() {
    return records.municipalityOn(at.atZone(Age.CALENDAR).toLocalDate());
  }

  /// The facts under the rule that turned out to govern.
  ///
  /// @param regimes the regimes of the rule; empty when it needs no consent
  /// @param text the purpose as the family would read it now, hashed; a yes to another text is none
  /// @param parameters the choices of the convenant that turned out to govern
  /// @throws IllegalArgumentException when consent is needed and none was read
  public Judged under(Set<Regime> regimes, String text, ConsentParameters parameters) {
    if (!regimes.isEmpty() && query.regimes().isEmpty()) {
      throw new IllegalArgumentException("no consent was read for this query");
    }
    var weighed = new StateAt(parameters).weigh(query.under(regimes, text), records, at);
    var age = Optional.ofNullable(records.birth()).map(birth -> Age.at(birth, at));
    return new Judged(
        new SubjectFacts(age, weighed.state(), records.restrictions()), weighed.oneOff());
  }

  /// The preconditions in the register, each with the last day on which it was met.
  public Map<String, LocalDate> registered() {
    return records.registered();
  }

  /// The codes of the preconditions in the register.
  public Set<String> registeredConditions() {
    return records.registered().keySet();
  }
}
