package nl.sluis.policies.decision;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.Bit;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// One rule, compiled: one bit per category and per kind of reference, and the reasons it can give
/// made beforehand.
final class RuleMasks {
  private final Rule rule;
  private final int allowed;
  private final int required;
  private final int motivated;
  private final int sealed;
  private final int consentNeeded;
  private final long references;
  private final Condition[] conditions;
  private final Optional<Reason.Told> otherChannel;
  private final Optional<Reason.Told> undecided;
  private final Set<Obligation> obligations;
  private final Refusal nothingOffered;
  private final Reason.Told wrongAge;

  /// A precondition with what is told when it is not met.
  record Condition(String code, Reason.Told missing) {}

  RuleMasks(Rule rule, Convenant convenant) {
    this.rule = rule;
    this.allowed = mask(says -> says.presence() != Presence.VERBODEN);
    this.required = mask(says -> says.presence() == Presence.VERPLICHT);
    this.motivated = mask(CategoryRule::motivated);
    this.sealed = allowed & mask(says -> says.handling() == Handling.VERZEGELD);
    this.consentNeeded = allowed & mask(CategoryRule::consentNeeded);
    this.references = Bit.of(rule.references());
    this.conditions =
        rule.conditions().stream()
            .sorted()
            .map(c -> new Condition(c, new Reason.Told(Reason.VOORWAARDE_ONTBREEKT, c)))
            .toArray(Condition[]::new);
    this.otherChannel = rule.otherChannel().map(c -> new Reason.Told(Reason.ANDER_KANAAL, c));
    this.undecided = undecided(rule, convenant);
    this.obligations = Set.copyOf(rule.obligations());
    this.wrongAge = new Reason.Told(Reason.LEEFTIJD_PAST_NIET, rule.ages().words());
    this.nothingOffered =
        new Refusal(rule.id(), NonEmpty.of(new Reason.Told(Reason.CATEGORIE_ONTBREEKT, "")));
  }

  private static Optional<Reason.Told> undecided(Rule rule, Convenant convenant) {
    var points = convenant.undecided(rule).stream().map(LegalPoint::id).toList();
    return points.isEmpty() || convenant.status() == Convenant.Status.VOORBEELD
        ? Optional.empty()
        : Optional.of(new Reason.Told(Reason.JURIDISCH_NIET_BESLOTEN, String.join(" ", points)));
  }

  private int mask(Predicate<CategoryRule> which) {
    return rule.categories().entrySet().stream()
        .filter(e -> which.test(e.getValue()))
        .mapToInt(e -> CategorySet.bit(e.getKey()))
        .reduce(0, (a, b) -> a | b);
  }

  String id() {
    return rule.id();
  }

  Lane lane() {
    return rule.lane();
  }

  boolean isOn(Lane lane) {
    return rule.lane() == lane;
  }

  int allowed() {
    return allowed;
  }

  int required() {
    return required;
  }

  int motivated() {
    return motivated;
  }

  int sealed() {
    return sealed;
  }

  int consentNeeded() {
    return consentNeeded;
  }

  boolean takes(ReferenceKind reference) {
    return Bit.in(references, reference);
  }

  Condition[] conditions() {
    return conditions;
  }

  Set<String> fromKinds() {
    return rule.fromKinds();
  }

  Set<String> toKinds() {
    return rule.toKinds();
  }

  boolean fixedContact() {
    return rule.fixedContact();
  }

  boolean countsOnly() {
    return rule.aggregateOnly();
  }

  /// An answer to Veilig Thuis, the Raad or a GI with an OTS has preconditions of its own instead.
  boolean asksMeldcode() {
    return rule.forwarded().contains("meldcode");
  }

  Ages ages() {
    return rule.ages();
  }

  Reason.Told wrongAge() {
    return wrongAge;
  }

  boolean publicTask() {
    return rule.publicTask();
  }

  Optional<Reason.Told> otherChannel() {
    return otherChannel;
  }

  Optional<Reason.Told> undecided() {
    return undecided;
  }

  Set<Obligation> obligations() {
    return obligations;
  }

  Refusal nothingOffered() {
    return nothingOffered;
  }
}
