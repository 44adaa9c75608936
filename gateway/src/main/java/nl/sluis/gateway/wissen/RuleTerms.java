package nl.sluis.gateway.wissen;

import java.time.Period;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Term;
import nl.sluis.policies.convenant.Rule;

/// How long each row of the logbook is kept (design 10.20, point of law J11): five years, unless
/// its rule names a longer term for what went under it.
///
/// What a decision rests on is kept two years more, for it may be that old when it is used; what
/// the logbook needs to be checked is kept for as long as a key can be. May be shared between
/// threads.
public final class RuleTerms implements UnaryOperator<Entry> {
  private static final Set<EntryKind> OF_THE_LOGBOOK =
      EnumSet.of(
          EntryKind.ERASURE,
          EntryKind.EPOCH,
          EntryKind.RESTORED,
          EntryKind.CONVENANT,
          EntryKind.CONTROL_POLICY,
          EntryKind.MONTH);
  private static final Set<EntryKind> FACTS =
      EnumSet.of(
          EntryKind.CONSENT,
          EntryKind.WITHDRAWAL,
          EntryKind.CONSENT_ENDED,
          EntryKind.GEZAG,
          EntryKind.RESTRICTION,
          EntryKind.CONDITION,
          EntryKind.COURT,
          EntryKind.JUDGEMENT,
          EntryKind.EMBARGO,
          EntryKind.SUBJECT_REQUEST,
          EntryKind.LINK,
          EntryKind.KEY,
          EntryKind.PARTNER,
          EntryKind.MANDATE,
          EntryKind.ERASURE_DECIDED);
  private static final Term FOR_EVER = new Term(Period.ofYears(100));
  private static final Term SEVEN_YEARS = new Term(Period.ofYears(7));

  private final CurrentLaw law;

  /// @param law knows the rules, of the versions of long ago too
  public RuleTerms(CurrentLaw law) {
    this.law = law;
  }

  /// The entry with its term.
  @Override
  public Entry apply(Entry entry) {
    if (OF_THE_LOGBOOK.contains(entry.kind())) {
      return entry.keptFor(FOR_EVER);
    }
    if (FACTS.contains(entry.kind())) {
      return entry.keptFor(SEVEN_YEARS);
    }
    var rule = entry.detail().path("regel").asText();
    return rule.isEmpty() ? entry : entry.keptFor(longest(rule));
  }

  /// The longest of what any version says of this rule: what was agreed later shortens nothing.
  private Term longest(String rule) {
    return law.now().shelf().versions().stream()
        .flatMap(
            version ->
                version.rule(rule).map(Rule::retention).stream()
                    .map(code -> version.arrangements().retentions().get(code)))
        .filter(Objects::nonNull)
        .flatMap(retention -> retention.term().stream())
        .max((a, b) -> Long.compare(a.toTotalMonths(), b.toTotalMonths()))
        .filter(term -> term.toTotalMonths() > Term.FIVE_YEARS.length().toTotalMonths())
        .map(Term::new)
        .orElse(Term.FIVE_YEARS);
  }
}
