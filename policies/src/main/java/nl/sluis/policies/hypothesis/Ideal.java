package nl.sluis.policies.hypothesis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;

/// The question in which everything that can be in order is in order.
final class Ideal {
  private Ideal() {}

  /// All facts in favour: what this question is refused, is refused always.
  static Question of(
      Rule rule, PartyRole sender, PartyRole receiver, Set<DataCategory> offered, LocalDate day) {
    return new Question(
        noon(day),
        rule.purpose(),
        sender,
        receiver,
        reference(rule),
        offered,
        rule.sealed(offered),
        offered,
        Set.copyOf(rule.conditions()),
        PartialDelivery.WEIGER,
        meldcode(rule),
        Set.of(),
        new SubjectFacts(age(rule), everybodySaidYes(), Set.of()));
  }

  /// An age for which the rule is; empty when it is for every age.
  static Optional<Age> age(Rule rule) {
    return Optional.of(rule.ages()).filter(ages -> !ages.isEverybody()).map(a -> new Age(a.from()));
  }

  static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
  }

  static ConsentState everybodySaidYes() {
    return new ConsentState.Given(EnumSet.allOf(DataCategory.class), List.of("denkbeeldig"));
  }

  static MeldcodeState meldcode(Rule rule) {
    return rule.lane() == Lane.OVERRIDE
        ? new MeldcodeState.Complete(true)
        : new MeldcodeState.Absent();
  }

  static ReferenceKind reference(Rule rule) {
    return rule.references().stream().sorted().findFirst().orElse(ReferenceKind.GEEN);
  }

  /// What the rule requires in every message.
  static Set<DataCategory> required(Rule rule) {
    var required = EnumSet.noneOf(DataCategory.class);
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() == Presence.VERPLICHT) {
                required.add(category);
              }
            });
    return required;
  }
}
