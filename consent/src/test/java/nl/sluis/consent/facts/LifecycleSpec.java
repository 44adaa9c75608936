package nl.sluis.consent.facts;

import static nl.sluis.consent.event.EventType.CORRECTED;
import static nl.sluis.consent.event.EventType.DISPUTED;
import static nl.sluis.consent.event.EventType.DISPUTE_RESOLVED;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.INVALIDATED;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.event.EventType.RENEWED;
import static nl.sluis.consent.event.EventType.REVOKED_BY_CONTROLLER;
import static nl.sluis.consent.event.EventType.WITHDRAWN;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a yes: taken back, given up, set aside, resting, renewed, corrected.
class LifecycleSpec {
  private static final String SAID = "2026-09-01T09:00:00Z";
  private static final String LATER = "2026-10-01T09:00:00Z";
  private static final String LAST = "2026-11-01T09:00:00Z";
  private static final String NOW = "2026-11-22T10:00:00Z";
  private static final String TERM = "2027-03-01T00:00:00Z";
  private static final String AFTER_TERM = "2027-03-02T10:00:00Z";

  private static Story mother() {
    return Story.of("2018-05-01")
        .custody(CustodySituation.EENHOOFDIG, "2026-01-01", MOTHER)
        .asked(TERM)
        .says(MOTHER, GIVEN, SAID);
  }

  private static Story bothParents() {
    return Story.of("2018-05-01")
        .custody(CustodySituation.GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
        .asked(TERM)
        .says(MOTHER, GIVEN, SAID)
        .says(FATHER, GIVEN, SAID);
  }

  private static NotGiven lacks(Lack lack) {
    return new NotGiven(Set.of(lack));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, GEWEIGERD",
    "WITHDRAWN, INGETROKKEN",
    "DISPUTED, BETWIST",
    "DEFERRED, ONVOLLEDIG",
    "CORRECTED, ONVOLLEDIG"
  })
  void after_a_yes_the_same_person_stops_it(EventType stop, Lack lack) {
    assertThat(mother().says(MOTHER, stop, LATER).at(NOW)).isEqualTo(lacks(lack));
  }

  @ParameterizedTest
  @CsvSource({
    "REVOKED_BY_CONTROLLER, HERROEPEN",
    "INVALIDATED, ONGELDIG_VERKLAARD",
    "CONSUMED, VERBRUIKT",
    "SUSPENDED_SAFETY, OPGESCHORT"
  })
  void after_a_yes_it_ends_without_the_giver(EventType end, Lack lack) {
    assertThat(mother().happens(end, LATER).at(NOW)).isEqualTo(lacks(lack));
  }

  @ParameterizedTest
  @EnumSource(names = {"REVOKED_BY_CONTROLLER", "INVALIDATED"})
  void what_was_given_up_or_set_aside_does_not_come_back_with_a_new_yes(EventType end) {
    var story = mother().happens(end, LATER).says(MOTHER, GIVEN, LAST);

    assertThat(story.at(NOW)).isInstanceOf(NotGiven.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"REVOKED_BY_CONTROLLER", "INVALIDATED"})
  void a_new_question_can_be_answered_after_the_old_one_was_given_up(EventType end) {
    var story =
        mother()
            .happens(end, LATER)
            .asked(
                new UUID(1, 2), Story.SCHOOL, Story.CJG, Story.PURPOSE, TERM, false, Story.SIGNAL)
            .says(MOTHER, GIVEN, LAST);

    assertThat(story.at(NOW)).isInstanceOf(Given.class);
  }

  @Test
  void a_suspension_is_not_got_round_by_a_new_question_and_ends_by_itself() {
    var story =
        mother()
            .suspended(LATER, "2026-11-20T00:00:00Z")
            .asked(
                new UUID(1, 2), Story.SCHOOL, Story.CJG, Story.PURPOSE, TERM, false, Story.SIGNAL)
            .says(MOTHER, GIVEN, LAST);

    assertThat(story.at("2026-11-19T10:00:00Z")).isEqualTo(lacks(Lack.OPGESCHORT));
    assertThat(story.at(NOW)).isInstanceOf(Given.class);
  }

  @Test
  void a_renewal_holds_longer_than_the_question_it_renews() {
    var story = mother().renews(MOTHER, LAST, "2027-09-01T00:00:00Z");

    assertThat(mother().at(AFTER_TERM)).isEqualTo(lacks(Lack.VERLOPEN));
    assertThat(story.at(AFTER_TERM)).isInstanceOf(Given.class);
    assertThat(story.at("2027-09-01T00:00:00Z")).isEqualTo(lacks(Lack.VERLOPEN));
  }

  @Test
  void one_parent_does_not_renew_for_the_other() {
    var one = bothParents().renews(MOTHER, LAST, "2027-09-01T00:00:00Z");

    assertThat(one.at(NOW)).isInstanceOf(Given.class);
    assertThat(one.at(AFTER_TERM)).isEqualTo(lacks(Lack.VERLOPEN));
    assertThat(one.renews(FATHER, LAST, "2027-06-01T00:00:00Z").at(AFTER_TERM))
        .isInstanceOf(Given.class);
    assertThat(one.at("2027-06-01T00:00:00Z")).isEqualTo(lacks(Lack.VERLOPEN));
  }

  @Test
  void who_never_said_yes_has_nothing_to_renew() {
    var story =
        Story.of("2018-05-01")
            .custody(CustodySituation.EENHOOFDIG, "2026-01-01", MOTHER)
            .asked(TERM)
            .renews(MOTHER, LAST, "2027-09-01T00:00:00Z");

    assertThat(story.at(NOW)).isEqualTo(lacks(Lack.ONVOLLEDIG));
  }

  @Test
  void a_renewal_does_not_undo_a_withdrawal_that_came_later() {
    var story =
        mother().renews(MOTHER, LATER, "2027-09-01T00:00:00Z").says(MOTHER, WITHDRAWN, LAST);

    assertThat(story.at(NOW)).isEqualTo(lacks(Lack.INGETROKKEN));
  }

  @Test
  void a_corrected_yes_is_no_yes_until_that_person_speaks_again() {
    var story = mother().says(MOTHER, CORRECTED, LATER);

    assertThat(story.at(NOW)).isEqualTo(lacks(Lack.ONVOLLEDIG));
    assertThat(story.by(Channel.MONDELING).says(MOTHER, GIVEN, LAST).at(NOW))
        .isInstanceOf(Given.class);
  }

  @Test
  void a_corrected_no_stays_a_no_until_that_person_says_yes_by_own_hand() {
    var story =
        Story.of("2018-05-01")
            .custody(CustodySituation.EENHOOFDIG, "2026-01-01", MOTHER)
            .asked(TERM)
            .says(MOTHER, REFUSED, SAID)
            .says(MOTHER, CORRECTED, LATER)
            .by(Channel.MONDELING)
            .says(MOTHER, GIVEN, "2026-10-15T09:00:00Z");

    assertThat(story.at(NOW)).isInstanceOf(NotGiven.class);
    assertThat(story.by(Channel.PORTAAL).says(MOTHER, GIVEN, LAST).at(NOW))
        .isInstanceOf(Given.class);
  }

  @Test
  void a_corrected_court_decision_replaces_nobody_any_more() {
    var story =
        Story.of("2018-05-01")
            .custody(CustodySituation.GEZAMENLIJK_GESCHEIDEN, "2026-01-01", MOTHER, FATHER)
            .asked(TERM)
            .says(MOTHER, GIVEN, SAID)
            .court(FATHER, SAID, TERM);

    assertThat(story.at(NOW)).isInstanceOf(Given.class);
    assertThat(story.says(FATHER, CORRECTED, LATER).at(NOW)).isEqualTo(lacks(Lack.ONVOLLEDIG));
  }

  @Test
  void a_resolved_dispute_leaves_the_yes_as_it_was() {
    var story = mother().says(MOTHER, DISPUTED, LATER).says(MOTHER, DISPUTE_RESOLVED, LAST);

    assertThat(story.at(NOW)).isInstanceOf(Given.class);
  }

  @Test
  void every_kind_of_event_stops_ends_says_yes_or_only_explains() {
    var rest =
        EnumSet.of(
            EventType.ASKED,
            DISPUTE_RESOLVED,
            REVOKED_BY_CONTROLLER,
            INVALIDATED,
            EventType.CONSUMED,
            EventType.SUSPENDED_SAFETY,
            EventType.SUBSTITUTED_BY_COURT);
    for (var type : EventType.values()) {
      var kinds = 0;
      kinds += type.isYes() ? 1 : 0;
      kinds += type.isStop() ? 1 : 0;
      kinds += type.isExplanation() ? 1 : 0;
      kinds += rest.contains(type) ? 1 : 0;
      assertThat(kinds).as(type.name()).isEqualTo(1);
    }
    assertThat(RENEWED.isYes()).isTrue();
  }
}
