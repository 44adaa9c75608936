package nl.sluis.policies.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A bounded space of questions: every purpose, every role to every role, the category sets that
/// matter to a rule, and every combination of facts that a check looks at.
final class Space {
  static final Instant NOON = Instant.parse("2026-11-16T11:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-16");
  static final List<ConsentState.Lack> CAUSES =
      List.of(
          ConsentState.Lack.NOOIT_GEVRAAGD,
          ConsentState.Lack.GEWEIGERD,
          ConsentState.Lack.INGETROKKEN,
          ConsentState.Lack.VERLOPEN);

  private final Convenant convenant;

  Space(Convenant convenant) {
    this.convenant = convenant;
  }

  /// Every consent state, the four causes of none among them.
  static List<ConsentState> consents(Set<DataCategory> some) {
    var states = new ArrayList<ConsentState>();
    states.add(new ConsentState.Given(EnumSet.allOf(DataCategory.class), List.of("t-1")));
    states.add(new ConsentState.Given(some, List.of("t-2")));
    CAUSES.forEach(lack -> states.add(new ConsentState.NotGiven(Set.of(lack))));
    states.add(new ConsentState.CustodyUnknown());
    states.add(new ConsentState.ShieldedGiver());
    return states;
  }

  /// Every message without its facts; the facts are those of nobody.
  void messages(Consumer<Question> each) {
    var purposes = new ArrayList<>(convenant.purposes().keySet());
    purposes.add(new Purpose("nieuwsgierigheid"));
    for (var purpose : purposes) {
      for (var from : Role.values()) {
        for (var to : Role.values()) {
          var sender = party(from, "school-po");
          var receiver = party(to, "school-vo");
          convenant
              .rule(purpose, sender, receiver)
              .ifPresentOrElse(
                  rule -> spoken(rule, sender, fixed(rule, receiver, sender), each),
                  () -> silent(purpose, sender, receiver, each));
        }
      }
    }
  }

  private void silent(
      Purpose purpose, PartyRole sender, PartyRole receiver, Consumer<Question> each) {
    for (var meldcode : List.of(new MeldcodeState.Absent(), new MeldcodeState.Acute())) {
      for (var partial : PartialDelivery.values()) {
        each.accept(
            question(
                purpose,
                sender,
                receiver,
                ReferenceKind.EIGEN_KENMERK,
                EnumSet.allOf(DataCategory.class),
                Set.of(),
                Set.of(),
                Set.of(),
                partial,
                meldcode));
      }
    }
  }

  private void spoken(Rule rule, PartyRole sender, PartyRole receiver, Consumer<Question> each) {
    for (var categories : categorySets(rule)) {
      for (var sealed : either(sealedRight(rule, categories))) {
        for (var motivated : either(motivated(rule, categories))) {
          for (var met : either(Set.copyOf(rule.conditions()))) {
            for (var reference :
                List.of(ReferenceKind.GEEN, ReferenceKind.EIGEN_KENMERK, ReferenceKind.BSN)) {
              for (var partial : PartialDelivery.values()) {
                for (var meldcode : meldcodes(rule)) {
                  each.accept(
                      question(
                          rule.purpose(),
                          sender,
                          receiver,
                          reference,
                          categories,
                          sealed,
                          motivated,
                          met,
                          partial,
                          meldcode));
                }
              }
            }
          }
        }
      }
    }
  }

  /// These, and none; once when there are none.
  private static <T> List<Set<T>> either(Set<T> these) {
    return these.isEmpty() ? List.of(these) : List.of(these, Set.of());
  }

  private static Set<DataCategory> motivated(Rule rule, Set<DataCategory> categories) {
    return categories.stream()
        .filter(
            c ->
                Optional.ofNullable(rule.categories().get(c))
                    .map(CategoryRule::motivated)
                    .orElse(false))
        .collect(Collectors.toSet());
  }

  private static List<MeldcodeState> meldcodes(Rule rule) {
    return rule.lane() == Lane.OVERRIDE
        ? List.of(
            new MeldcodeState.Absent(),
            new MeldcodeState.Acute(),
            new MeldcodeState.Complete(true),
            new MeldcodeState.Complete(false),
            new MeldcodeState.Incomplete(List.of("stap 2")))
        : List.of(new MeldcodeState.Absent(), new MeldcodeState.Acute());
  }

  /// What the rule requires, with each other category, with all others, and without.
  private static List<Set<DataCategory>> categorySets(Rule rule) {
    var required = EnumSet.noneOf(DataCategory.class);
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() == Presence.VERPLICHT) {
                required.add(category);
              }
            });
    var sets = new ArrayList<Set<DataCategory>>();
    sets.add(Set.of());
    sets.add(required);
    sets.add(EnumSet.allOf(DataCategory.class));
    for (var category : DataCategory.values()) {
      var more = EnumSet.of(category);
      more.addAll(required);
      sets.add(more);
      sets.add(EnumSet.of(category));
    }
    return sets;
  }

  private static Set<DataCategory> sealedRight(Rule rule, Set<DataCategory> categories) {
    var sealed = EnumSet.noneOf(DataCategory.class);
    for (var category : categories) {
      var says = rule.categories().get(category);
      if (says != null
          && says.presence() != Presence.VERBODEN
          && says.handling() == Handling.VERZEGELD) {
        sealed.add(category);
      }
    }
    return sealed;
  }

  private PartyRole party(Role role, String preferredKind) {
    var holders =
        convenant.parties().values().stream()
            .filter(p -> p.holds(role, TODAY) && p.isBoundOn(TODAY))
            .sorted(Comparator.comparing(Party::oin))
            .toList();
    var oin =
        holders.stream()
            .filter(p -> p.kind().equals(preferredKind))
            .findFirst()
            .or(() -> holders.stream().findFirst())
            .map(Party::oin)
            .orElse(new Oin("00000099000000999000"));
    return new PartyRole(oin, role);
  }

  private PartyRole fixed(Rule rule, PartyRole receiver, PartyRole sender) {
    var party = convenant.parties().get(sender.oin());
    if (!rule.fixedContact() || party == null) {
      return receiver;
    }
    return new PartyRole(
        party.fixedContacts().getOrDefault(receiver.role(), receiver.oin()), receiver.role());
  }

  private static Question question(
      Purpose purpose,
      PartyRole sender,
      PartyRole receiver,
      ReferenceKind reference,
      Set<DataCategory> categories,
      Set<DataCategory> sealed,
      Set<DataCategory> motivated,
      Set<String> met,
      PartialDelivery partial,
      MeldcodeState meldcode) {
    return new Question(
        NOON,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        met,
        partial,
        meldcode,
        Set.of(),
        SubjectFacts.none());
  }

  /// The restrictions that are tried: none, each, and all.
  static List<Set<Restriction>> restrictions() {
    return List.of(Set.of(), EnumSet.allOf(Restriction.class));
  }
}
