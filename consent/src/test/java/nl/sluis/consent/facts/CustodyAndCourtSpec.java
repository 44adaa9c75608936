package nl.sluis.consent.facts;

import static nl.sluis.consent.custody.CustodySituation.EENHOOFDIG;
import static nl.sluis.consent.custody.CustodySituation.GEZAMENLIJK_GESCHEIDEN;
import static nl.sluis.consent.custody.CustodySituation.GEZAMENLIJK_SAMEN;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.event.EventType.WITHDRAWN;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustodyAndCourtSpec {
  private static final String AT = "2026-11-22T10:00:00Z";
  private static final String UNTIL = "2027-06-30T00:00:00Z";

  private static Story sole() {
    return Story.of("2018-01-01").custody(EENHOOFDIG, "2026-01-01", MOTHER).asked(UNTIL);
  }

  private static Story separated() {
    return Story.of("2018-01-01")
        .custody(GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
        .asked(UNTIL);
  }

  private static Story together() {
    return Story.of("2018-01-01")
        .custody(GEZAMENLIJK_SAMEN, "2026-01-01", MOTHER, FATHER)
        .asked(UNTIL);
  }

  private static NotGiven lacking(Lack... lacks) {
    return new NotGiven(Set.of(lacks));
  }

  @Test
  void without_a_birth_date_nobody_knows_who_must_say_yes() {
    var story =
        Story.withoutBirthDate()
            .custody(EENHOOFDIG, "2026-01-01", MOTHER)
            .asked(UNTIL)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");

    assertThat(story.at(AT)).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void when_custody_changes_the_new_holder_must_say_yes() {
    var lost =
        sole()
            .says(MOTHER, GIVEN, "2026-02-03T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", FATHER);

    assertThat(lost.at(AT)).isEqualTo(lacking(Lack.GEZAG));
    assertThat(lost.says(FATHER, GIVEN, "2026-11-03T10:00:00Z").at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_yes_from_before_somebody_had_gezag_does_not_come_alive_later() {
    var state =
        sole()
            .says(FATHER, GIVEN, "2026-02-03T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", FATHER)
            .at(AT);

    assertThat(state).isEqualTo(lacking(Lack.GEZAG));
  }

  @Test
  void custody_that_is_declared_does_not_set_aside_what_a_register_says() {
    var state =
        separated()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .custody(EENHOOFDIG, CustodySource.MONDELING, "2026-11-01", MOTHER)
            .at(AT);

    assertThat(state).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void two_custody_facts_of_one_instant_that_differ_cancel_each_other() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
            .at(AT);

    assertThat(state).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void custody_must_be_looked_up_again_in_time() {
    var register = sole().says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");
    var declared =
        Story.of("2018-01-01")
            .custody(EENHOOFDIG, CustodySource.MONDELING, "2026-01-01", MOTHER)
            .asked("2030-01-01T00:00:00Z")
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");

    assertThat(declared.at("2026-12-31T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(declared.at("2026-12-31T23:00:00Z")).isInstanceOf(ConsentState.CustodyUnknown.class);
    assertThat(register.at("2027-12-31T23:00:00Z")).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void a_giver_who_may_not_learn_of_the_receiver_is_not_asked() {
    var hidden = separated().says(MOTHER, GIVEN, "2026-11-03T10:00:00Z").shields(FATHER);
    var elsewhere = sole().says(MOTHER, GIVEN, "2026-11-03T10:00:00Z").shields(FATHER);

    assertThat(hidden.at(AT)).isInstanceOf(ConsentState.ShieldedGiver.class);
    assertThat(elsewhere.at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_court_replaces_one_parent_in_one_consent_until_its_term() {
    var replaced =
        separated()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, REFUSED, "2026-11-04T10:00:00Z")
            .court(FATHER, "2026-11-10T00:00:00Z", "2026-12-01T00:00:00Z");

    assertThat(replaced.at(AT)).isInstanceOf(Given.class);
    assertThat(replaced.at("2026-12-01T00:00:00Z")).isEqualTo(lacking(Lack.GEWEIGERD));
    assertThat(replaced.says(MOTHER, WITHDRAWN, "2026-11-12T00:00:00Z").at(AT))
        .isEqualTo(lacking(Lack.INGETROKKEN));
  }

  @Test
  void where_the_convenant_says_so_a_court_speaks_for_a_parent_only_until_the_twelfth_birthday() {
    var strict = ConsentParameters.strict();
    var literal =
        new ConsentParameters(
            strict.twelveToFifteen(),
            CourtReach.LETTERLIJK,
            strict.declaredCustodyMonths(),
            strict.documentedCustodyMonths(),
            strict.longestConsentMonths(),
            strict.noticeWorkingDays(),
            strict.coolDownMonths(),
            strict.longestSuspensionWeeks(),
            false);
    var story =
        Story.of("2014-11-22")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
            .asked(UNTIL)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .court(FATHER, "2026-11-10T00:00:00Z", "2027-02-01T00:00:00Z");

    assertThat(story.at("2026-11-21T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(story.at("2026-11-21T23:00:00Z")).isEqualTo(lacking(Lack.ONVOLLEDIG));
    assertThat(story.with(literal).at("2026-11-21T23:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void a_court_that_replaced_one_parent_did_not_replace_the_other() {
    var state = separated().court(FATHER, "2026-11-10T00:00:00Z", "2026-12-01T00:00:00Z").at(AT);

    assertThat(state).isEqualTo(lacking(Lack.ONVOLLEDIG));
  }

  @Test
  void one_parent_may_speak_for_both_only_when_they_live_together_and_the_other_agrees() {
    var when = "2026-11-03T14:05:00Z";

    assertThat(together().saysForBoth(MOTHER, when).at(AT)).isInstanceOf(Given.class);
    assertThat(together().says(MOTHER, GIVEN, when).at(AT)).isEqualTo(lacking(Lack.ONVOLLEDIG));
    assertThat(separated().saysForBoth(MOTHER, when).at(AT)).isEqualTo(lacking(Lack.ONVOLLEDIG));
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"REFUSED", "WITHDRAWN", "DISPUTED", "DEFERRED"})
  void the_other_parent_stops_what_one_parent_agreed_for_both(EventType stop) {
    var state =
        together()
            .saysForBoth(MOTHER, "2026-11-03T14:05:00Z")
            .says(FATHER, stop, "2026-11-04T10:00:00Z")
            .at(AT);

    assertThat(state).isInstanceOf(NotGiven.class);
  }

  @Test
  void the_no_of_a_parent_does_not_vanish_when_that_parent_loses_gezag() {
    var lost =
        separated()
            .says(MOTHER, GIVEN, "2026-02-03T10:00:00Z")
            .says(FATHER, REFUSED, "2026-02-04T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", MOTHER);

    assertThat(lost.at(AT)).isEqualTo(lacking(Lack.GEZAG));
    assertThat(lost.says(MOTHER, GIVEN, "2026-06-02T10:00:00Z").at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_yes_that_was_still_missing_is_not_made_up_for_by_losing_gezag() {
    var lost =
        separated()
            .says(MOTHER, GIVEN, "2026-02-03T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", MOTHER);

    assertThat(lost.at(AT)).isEqualTo(lacking(Lack.GEZAG));
    assertThat(lost.says(MOTHER, GIVEN, "2026-06-02T10:00:00Z").at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_yes_that_does_not_count_makes_up_for_no_yes_that_was_missing() {
    // given: the mother took her no back herself, and the father never spoke
    var lost =
        separated()
            .says(MOTHER, REFUSED, "2026-02-03T10:00:00Z")
            .says(MOTHER, GIVEN, "2026-02-04T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", MOTHER);

    // when: a professional writes down a yes, which never counts after a no
    lost.by(Channel.MONDELING).says(MOTHER, GIVEN, "2026-06-02T10:00:00Z");

    assertThat(lost.at(AT)).isEqualTo(lacking(Lack.GEZAG));
    lost.by(Channel.PAPIER).says(MOTHER, GIVEN, "2026-06-03T10:00:00Z");
    assertThat(lost.at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_yes_said_after_losing_gezag_does_not_come_alive_when_gezag_comes_back() {
    var back =
        separated()
            .custody(EENHOOFDIG, "2026-03-01", MOTHER)
            .says(FATHER, GIVEN, "2026-04-03T10:00:00Z")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2026-06-01", MOTHER, FATHER)
            .says(MOTHER, GIVEN, "2026-06-02T10:00:00Z");

    assertThat(back.at(AT)).isEqualTo(lacking(Lack.GEZAG));
    assertThat(back.says(FATHER, GIVEN, "2026-06-03T10:00:00Z").at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void what_both_had_said_yes_to_stays_when_one_of_them_loses_gezag() {
    var state =
        separated()
            .says(MOTHER, GIVEN, "2026-02-03T10:00:00Z")
            .says(FATHER, GIVEN, "2026-02-04T10:00:00Z")
            .custody(EENHOOFDIG, "2026-06-01", MOTHER)
            .at(AT);

    assertThat(state).isInstanceOf(Given.class);
  }

  @Test
  void a_parent_who_says_no_under_the_label_of_another_partner_is_heard() {
    // given: the school knows the father under its own label, the CJG under another
    var known =
        separated()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, GIVEN, "2026-11-03T11:00:00Z");
    var fatherAtCjg = Story.GUARDIAN;
    var told =
        Story.of("2018-01-01")
            .custody(GEZAMENLIJK_GESCHEIDEN, "2025-12-01", MOTHER, fatherAtCjg)
            .custody(GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
            .asked(UNTIL)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, GIVEN, "2026-11-03T11:00:00Z")
            .says(fatherAtCjg, WITHDRAWN, "2026-11-05T10:00:00Z");

    assertThat(known.at(AT)).isInstanceOf(Given.class);
    assertThat(told.at(AT)).isEqualTo(lacking(Lack.GEZAG));
  }

  @Test
  void who_never_had_gezag_stops_nothing() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, REFUSED, "2026-11-04T10:00:00Z")
            .at(AT);

    assertThat(state).isInstanceOf(Given.class);
  }
}
