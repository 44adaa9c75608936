package nl.sluis.gateway.evaluatie;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.RequestTerms;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// What the convenant says of asking a family after help: who may ask, who reads what is said,
/// when, and what is asked. Where it says nothing, nobody is asked and nothing is handed over (P1).
///
/// @param convenant by which it is asked
/// @param rule by which a family tells it; its condition is the referral itself
/// @param by who asks and reads
public record Asking(Convenant convenant, Rule rule, PartyRole by) {
  /// The precondition of telling: the reader referred itself, three months ago.
  static final String CONDITION = "eigen-verwijzing-drie-maanden";

  /// What is told.
  static final DataCategory TOLD = DataCategory.K14;

  /// How this organisation may ask in this role at this instant; empty when it may not.
  public static Optional<Asking> of(CurrentLaw law, PartyRole by, Instant at) {
    for (var convenant : law.now().inForce(at)) {
      if (convenant.parties().containsKey(by.oin()) && law.now().isBoundAs(by, at)) {
        for (var rule : convenant.rules()) {
          if (rule.conditions().contains(CONDITION) && rule.to().contains(by.role())) {
            return Optional.of(new Asking(convenant, rule, by));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Every role in which somebody may ask, under any convenant in force.
  static Set<Role> roles(CurrentLaw law, Instant at) {
    var roles = new HashSet<Role>();
    for (var convenant : law.now().inForce(at)) {
      convenant.rules().stream()
          .filter(rule -> rule.conditions().contains(CONDITION))
          .forEach(rule -> roles.addAll(rule.to()));
    }
    return Set.copyOf(roles);
  }

  /// Within what times.
  public RequestTerms terms() {
    return convenant.arrangements().consentTerms().requests();
  }

  /// From which day is asked after a referral on this day.
  public LocalDate from(LocalDate referred) {
    return referred.plusMonths(terms().evaluationAfterMonths());
  }

  /// From which day it is too late to ask at all.
  public LocalDate tooLate(LocalDate referred) {
    return from(referred).plusMonths(1);
  }

  /// What is asked; empty when the convenant has no form for it.
  public Optional<Questionnaire> questions() {
    return convenant.schema(rule, TOLD).map(Questionnaire::of);
  }

  /// May somebody in this role tell this to who asks? Asked of the convenant again whenever it
  /// matters: it decides, with the yes that answering is (AVG 6(1)(a)).
  ///
  /// @param age of the child, if it is known
  public boolean mayTell(CurrentLaw law, Role role, Optional<Age> age, Instant at) {
    return portal(role, at)
        .map(
            from ->
                new Question(
                    at,
                    rule.purpose(),
                    from,
                    by,
                    ReferenceKind.EIGEN_KENMERK,
                    Set.of(TOLD),
                    Set.of(),
                    Set.of(),
                    Set.of(CONDITION),
                    PartialDelivery.WEIGER,
                    new MeldcodeState.Absent(),
                    Set.of(),
                    new SubjectFacts(
                        age, new ConsentState.Given(Set.of(TOLD), List.of()), Set.of())))
        .filter(question -> law.now().decide(question) instanceof Permit)
        .isPresent();
  }

  /// Who sends in the name of families.
  private Optional<PartyRole> portal(Role role, Instant at) {
    var day = LocalDate.ofInstant(at, Age.CALENDAR);
    return convenant.parties().entrySet().stream()
        .filter(party -> isPortal(party.getValue(), role, day))
        .map(party -> new PartyRole(party.getKey(), role))
        .findFirst();
  }

  private static boolean isPortal(Party party, Role role, LocalDate day) {
    return party.holds(role, day);
  }

  /// Until when an answer is taken, and lies ready, when it is asked now.
  Instant until(Instant now) {
    return now.atOffset(ZoneOffset.UTC).plusDays(terms().evaluationOpenDays()).toInstant();
  }
}
