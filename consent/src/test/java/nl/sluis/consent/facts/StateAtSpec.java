package nl.sluis.consent.facts;

import static nl.sluis.consent.custody.CustodySituation.EENHOOFDIG;
import static nl.sluis.consent.event.EventType.CONSUMED;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.INVALIDATED;
import static nl.sluis.consent.event.EventType.REVOKED_BY_CONTROLLER;
import static nl.sluis.consent.event.EventType.SUSPENDED_SAFETY;
import static nl.sluis.consent.facts.Story.ASK;
import static nl.sluis.consent.facts.Story.CHILD;
import static nl.sluis.consent.facts.Story.CJG;
import static nl.sluis.consent.facts.Story.FATHER;
import static nl.sluis.consent.facts.Story.MOTHER;
import static nl.sluis.consent.facts.Story.PURPOSE;
import static nl.sluis.consent.facts.Story.SCHOOL;
import static nl.sluis.consent.facts.Story.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.Channel;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class StateAtSpec {
  private static final String AT = "2026-11-22T10:00:00Z";
  private static final String UNTIL = "2027-06-30T00:00:00Z";

  private static Story sole() {
    return Story.of("2018-01-01").custody(EENHOOFDIG, "2026-01-01", MOTHER).asked(UNTIL);
  }

  private static NotGiven lacking(Lack... lacks) {
    return new NotGiven(Set.of(lacks));
  }

  @Test
  void a_consent_names_the_categories_for_which_it_holds_and_the_record_it_rests_on() {
    var state = sole().says(MOTHER, GIVEN, "2026-11-03T14:05:00Z").at(AT);

    assertThat(state).isInstanceOf(Given.class);
    assertThat(((Given) state).categories()).isEqualTo(SIGNAL);
    assertThat(((Given) state).consents()).containsExactly(ASK + "@1");
  }

  @Test
  void who_was_never_asked_did_not_consent() {
    var nobodyAsked = Story.of("2018-01-01").custody(EENHOOFDIG, "2026-01-01", MOTHER);

    assertThat(nobodyAsked.at(AT)).isEqualTo(lacking(Lack.NOOIT_GEVRAAGD));
    assertThat(sole().at(AT)).isEqualTo(lacking(Lack.ONVOLLEDIG));
  }

  @Test
  void a_rule_without_consent_reads_no_consent() {
    var state = sole().says(MOTHER, GIVEN, "2026-11-03T14:05:00Z").under().at(AT);

    assertThat(state).isEqualTo(lacking(Lack.NOOIT_GEVRAAGD));
  }

  @Test
  void a_yes_counts_from_the_moment_it_was_said() {
    var story = sole().says(MOTHER, GIVEN, "2026-11-22T10:00:00Z");

    assertThat(story.at("2026-11-22T09:59:59Z")).isInstanceOf(NotGiven.class);
    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void the_very_sensitive_is_never_shared_on_the_spoken_word() {
    var medical = EnumSet.of(DataCategory.K01, DataCategory.K11);
    var story =
        Story.of("2018-01-01")
            .custody(EENHOOFDIG, "2026-01-01", MOTHER)
            .asked(ASK, SCHOOL, CJG, PURPOSE, UNTIL, false, medical)
            .by(Channel.MONDELING)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");
    var query =
        new FactQuery(CHILD, PURPOSE, SCHOOL, CJG, medical, Set.of(Regime.MEDISCH), Story.TEXT);

    assertThat(((Given) story.weigh(query, AT).state()).categories())
        .containsExactly(DataCategory.K01);
  }

  @Test
  void a_consent_that_was_ended_holds_no_more() {
    var given = "2026-11-03T10:00:00Z";
    var ended = "2026-11-04T10:00:00Z";

    assertThat(sole().says(MOTHER, GIVEN, given).happens(REVOKED_BY_CONTROLLER, ended).at(AT))
        .isEqualTo(lacking(Lack.HERROEPEN));
    assertThat(sole().says(MOTHER, GIVEN, given).happens(INVALIDATED, ended).at(AT))
        .isEqualTo(lacking(Lack.ONGELDIG_VERKLAARD));
    assertThat(sole().says(MOTHER, GIVEN, given).happens(SUSPENDED_SAFETY, ended).at(AT))
        .isEqualTo(lacking(Lack.OPGESCHORT));
    assertThat(sole().says(MOTHER, GIVEN, given).at(UNTIL)).isEqualTo(lacking(Lack.VERLOPEN));
  }

  @Test
  void a_consent_for_one_time_is_used_up_by_one_time() {
    var once =
        Story.of("2018-01-01")
            .custody(EENHOOFDIG, "2026-01-01", MOTHER)
            .asked(ASK, SCHOOL, CJG, PURPOSE, UNTIL, true, SIGNAL)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");

    assertThat(once.weigh(AT).oneOff()).containsExactly(ASK);
    assertThat(once.happens(CONSUMED, "2026-11-04T10:00:00Z").at(AT))
        .isEqualTo(lacking(Lack.VERBRUIKT));
  }

  @Test
  void a_lasting_consent_is_used_before_one_for_one_time() {
    var both =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .asked(new UUID(1, 0), SCHOOL, CJG, PURPOSE, UNTIL, true, SIGNAL)
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");

    assertThat(both.weigh(AT).oneOff()).isEmpty();
  }

  @Test
  void consent_for_another_purpose_sender_receiver_or_role_does_not_count() {
    var elsewhere = new Oin("00000099000000999000");
    var story = sole().says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");
    var school = Set.of(Regime.SCHOOL_AVG);
    var other = new Purpose("andere-zorg");

    for (var query :
        Set.of(
            new FactQuery(CHILD, other, SCHOOL, CJG, SIGNAL, school, Story.TEXT),
            new FactQuery(
                CHILD,
                PURPOSE,
                new PartyRole(elsewhere, SCHOOL.role()),
                CJG,
                SIGNAL,
                school,
                Story.TEXT),
            new FactQuery(
                CHILD,
                PURPOSE,
                new PartyRole(SCHOOL.oin(), Role.SWV),
                CJG,
                SIGNAL,
                school,
                Story.TEXT),
            new FactQuery(
                CHILD,
                PURPOSE,
                SCHOOL,
                new PartyRole(elsewhere, CJG.role()),
                SIGNAL,
                school,
                Story.TEXT),
            new FactQuery(
                CHILD,
                PURPOSE,
                SCHOOL,
                new PartyRole(CJG.oin(), Role.LPA),
                SIGNAL,
                school,
                Story.TEXT),
            new FactQuery(FATHER, PURPOSE, SCHOOL, CJG, SIGNAL, school, Story.TEXT))) {
      assertThat(story.weigh(query, AT).state()).isEqualTo(lacking(Lack.NOOIT_GEVRAAGD));
    }
  }
}
