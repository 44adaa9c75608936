package nl.sluis.gateway.evaluatie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Who may ask a family after help, when, and who may tell it, stands in the convenant (P1).
class AskingSpec {
  private static final CurrentLaw LAW = new CurrentLaw(Law.ofExample(Household.WORDS));
  private static final Instant NOW = Instant.parse("2027-02-23T09:00:00Z");
  private static final Optional<Age> NINE = Optional.of(new Age(9));
  private static final PartyRole COACH = in("cjg-kennemerland", Role.CJG_COACH);

  private static PartyRole in(String party, Role role) {
    return new PartyRole(Household.WORDS.party(party).orElseThrow().oin(), role);
  }

  @Test
  void only_who_the_convenant_names_as_reader_may_ask() {
    assertThat(Asking.of(LAW, COACH, NOW)).isPresent();
    assertThat(Asking.of(LAW, in("cjg-kennemerland", Role.CJG_TOEGANG), NOW)).isEmpty();
    assertThat(Asking.of(LAW, in("school-duinpieper", Role.SCHOOL_IB), NOW)).isEmpty();
    assertThat(Asking.roles(LAW, NOW)).containsExactly(Role.CJG_COACH);
  }

  @Test
  void a_family_is_asked_from_three_months_after_the_referral_and_not_long_after() {
    var asking = Asking.of(LAW, COACH, NOW).orElseThrow();
    var referred = LocalDate.parse("2026-11-30");

    assertThat(asking.from(referred)).isEqualTo(LocalDate.parse("2027-02-28"));
    assertThat(asking.tooLate(referred)).isEqualTo(LocalDate.parse("2027-03-28"));
  }

  @Test
  void a_parent_a_guardian_and_the_youth_may_tell_it_and_nobody_else() {
    var asking = Asking.of(LAW, COACH, NOW).orElseThrow();

    assertThat(asking.mayTell(LAW, Role.OUDER_GEZAG, NINE, NOW)).isTrue();
    assertThat(asking.mayTell(LAW, Role.VOOGD, NINE, NOW)).isTrue();
    assertThat(asking.mayTell(LAW, Role.JONGERE, Optional.of(new Age(14)), NOW)).isTrue();
    assertThat(asking.mayTell(LAW, Role.OUDER_ZONDER_GEZAG, NINE, NOW)).isFalse();
  }

  @Test
  void what_is_asked_is_the_form_of_the_convenant() {
    var asking = Asking.of(LAW, COACH, NOW).orElseThrow();

    assertThat(asking.questions().orElseThrow().fields())
        .extracting(Questionnaire.Field::name)
        .contains("passend", "doel", "gewenst");
  }
}
