package nl.sluis.policies.decision;

import java.time.Instant;
import java.util.Set;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A question of the enumeration, of which one thing after another is changed.
record Draft(
    Instant at,
    Purpose purpose,
    PartyRole sender,
    PartyRole receiver,
    ReferenceKind reference,
    Set<DataCategory> categories,
    Set<DataCategory> sealed,
    Set<DataCategory> motivated,
    Set<String> conditions,
    PartialDelivery partial,
    MeldcodeState meldcode,
    Set<ScanFinding.Found> findings) {

  /// A message in which nothing is missing, with these categories.
  static Draft right(
      Instant at, Rule rule, PartyRole sender, PartyRole receiver, Set<DataCategory> categories) {
    var said = new Said(rule);
    int offered = CategorySet.mask(categories);
    return new Draft(
        at,
        rule.purpose(),
        sender,
        receiver,
        said.reference(),
        categories,
        CategorySet.of(offered & said.sealed()),
        CategorySet.of(offered & said.motivated()),
        Set.copyOf(rule.conditions()),
        PartialDelivery.WEIGER,
        said.isOverride() ? new MeldcodeState.Complete(true) : new MeldcodeState.Absent(),
        Set.of());
  }

  /// A number by which this message is drawn: the same in every run and for every two parties, and
  /// hardly ever that of another message.
  long number() {
    long number = CategorySet.mask(categories);
    number = 31 * number + CategorySet.mask(sealed);
    number = 31 * number + CategorySet.mask(motivated);
    number = 31 * number + conditions.hashCode();
    number = 31 * number + state(meldcode);
    for (var found : findings) {
      // Added up, for a set has no order.
      number += 1_009L * found.what().name().hashCode() + found.where().hashCode();
    }
    return 31 * (31 * number + reference.name().hashCode()) + partial.name().hashCode();
  }

  private static int state(MeldcodeState meldcode) {
    return switch (meldcode) {
      case MeldcodeState.Absent() -> 0;
      case MeldcodeState.Acute() -> 1;
      case MeldcodeState.Complete(boolean told) -> told ? 2 : 3;
      case MeldcodeState.Incomplete _ -> 4;
    };
  }

  /// A number for its two parties, as [#number()] is for the rest.
  long parties() {
    return 31L * sender.oin().value().hashCode() + receiver.oin().value().hashCode();
  }

  /// In how many things this message is not that right one with the same categories. What the
  /// sender wants when only a part may go is a choice, and neither is wrong.
  int off(Draft right) {
    int off = sealed.equals(right.sealed) ? 0 : 1;
    off += motivated.equals(right.motivated) ? 0 : 1;
    off += conditions.equals(right.conditions) ? 0 : 1;
    off += meldcode.equals(right.meldcode) ? 0 : 1;
    return off + (reference == right.reference ? 0 : 1);
  }

  Draft at(Instant instant) {
    return new Draft(
        instant,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        findings);
  }

  Draft between(PartyRole from, PartyRole to) {
    return new Draft(
        at,
        purpose,
        from,
        to,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        findings);
  }

  Draft by(ReferenceKind kind) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        kind,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        findings);
  }

  Draft sealed(Set<DataCategory> these) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        these,
        motivated,
        conditions,
        partial,
        meldcode,
        findings);
  }

  Draft motivated(Set<DataCategory> these) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        these,
        conditions,
        partial,
        meldcode,
        findings);
  }

  Draft met(Set<String> these) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        these,
        partial,
        meldcode,
        findings);
  }

  Draft wanting(PartialDelivery choice) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        choice,
        meldcode,
        findings);
  }

  Draft with(MeldcodeState state) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        state,
        findings);
  }

  Draft found(Set<ScanFinding.Found> these) {
    return new Draft(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        these);
  }

  Question about(SubjectFacts facts) {
    return new Question(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        findings,
        facts);
  }
}
