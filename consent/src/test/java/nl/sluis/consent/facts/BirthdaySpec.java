package nl.sluis.consent.facts;

import static nl.sluis.consent.custody.CustodySituation.CURATELE;
import static nl.sluis.consent.custody.CustodySituation.EENHOOFDIG;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.facts.Story.CHILD;
import static nl.sluis.consent.facts.Story.GUARDIAN;
import static nl.sluis.consent.facts.Story.MOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.TwelveToFifteen;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthdaySpec {
  private static final NotGiven GREW_UP = new NotGiven(Set.of(Lack.LEEFTIJD));

  private static Story born(String birth, Regime regime) {
    return Story.of(birth)
        .under(regime)
        .custody(EENHOOFDIG, "2025-12-01", MOTHER)
        .asked("2027-06-30T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // an ordinary night, the night the clock goes forward, the night it goes back
    "2010-11-22, 2026-11-21T22:59:59Z, 2026-11-21T23:00:00Z",
    "2010-03-29, 2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z",
    "2010-03-30, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z",
    "2010-10-25, 2026-10-24T21:59:59Z, 2026-10-24T22:00:00Z",
    "2010-10-26, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z",
    "2011-03-28, 2027-03-27T22:59:59Z, 2027-03-27T23:00:00Z",
    "2011-03-29, 2027-03-28T21:59:59Z, 2027-03-28T22:00:00Z"
  })
  void what_a_parent_agreed_lapses_at_midnight_in_amsterdam_on_the_sixteenth_birthday(
      String birth, String before, String midnight) {
    var story = born(birth, Regime.SCHOOL_AVG).says(MOTHER, GIVEN, "2026-01-01T10:00:00Z");

    assertThat(story.at(before)).isInstanceOf(Given.class);
    assertThat(story.at(midnight)).isEqualTo(GREW_UP);
  }

  @Test
  void from_twelve_a_youth_must_agree_too_to_share_about_help_or_health() {
    var story = born("2014-11-22", Regime.JEUGDHULP).says(MOTHER, GIVEN, "2026-01-01T10:00:00Z");

    assertThat(story.at("2026-11-21T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(story.at("2026-11-21T23:00:00Z")).isEqualTo(GREW_UP);
    assertThat(story.says(CHILD, GIVEN, "2026-11-22T09:00:00Z").at("2026-11-22T10:00:00Z"))
        .isInstanceOf(Given.class);
  }

  @Test
  void from_twelve_parents_still_decide_what_a_school_shares_about_school() {
    var story = born("2014-11-22", Regime.SCHOOL_AVG).says(MOTHER, GIVEN, "2026-01-01T10:00:00Z");

    assertThat(story.at("2026-11-21T23:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void what_a_youth_said_below_the_age_counts_again_only_when_said_again() {
    var story =
        born("2010-11-22", Regime.JEUGDHULP)
            .says(MOTHER, GIVEN, "2026-01-01T10:00:00Z")
            .says(CHILD, GIVEN, "2026-01-01T10:00:00Z");

    assertThat(story.at("2026-11-21T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(story.at("2026-11-21T23:00:00Z")).isEqualTo(GREW_UP);
    assertThat(story.says(CHILD, GIVEN, "2026-11-22T09:00:00Z").at("2026-11-22T10:00:00Z"))
        .isInstanceOf(Given.class);
  }

  @Test
  void from_sixteen_the_no_of_a_parent_stops_nothing() {
    var story =
        born("2010-11-22", Regime.JEUGDHULP)
            .says(MOTHER, REFUSED, "2026-01-01T10:00:00Z")
            .says(CHILD, GIVEN, "2026-11-22T09:00:00Z");

    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void what_a_youth_agreed_at_seventeen_still_counts_at_eighteen() {
    var story = born("2008-11-22", Regime.JEUGDHULP).says(CHILD, GIVEN, "2026-11-01T09:00:00Z");

    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void what_a_youth_agreed_at_seventeen_is_asked_anew_for_who_gets_a_task_of_its_own_at_eighteen() {
    var team = new PartyRole(Story.CJG.oin(), Role.SOCIAAL_WIJKTEAM);
    var query =
        new FactQuery(
            CHILD,
            Story.PURPOSE,
            Story.SCHOOL,
            team,
            Story.SIGNAL,
            Set.of(Regime.JEUGDHULP),
            Story.TEXT);
    var story =
        Story.of("2008-11-22")
            .asked(
                Story.ASK,
                Story.SCHOOL,
                team,
                Story.PURPOSE,
                "2027-06-30T00:00:00Z",
                false,
                Story.SIGNAL)
            .says(CHILD, GIVEN, "2026-11-01T09:00:00Z");

    assertThat(story.weigh(query, "2026-11-21T22:59:59Z").state()).isInstanceOf(Given.class);
    assertThat(story.weigh(query, "2026-11-21T23:00:00Z").state()).isEqualTo(GREW_UP);
    assertThat(
            story
                .says(CHILD, GIVEN, "2026-11-22T09:00:00Z")
                .weigh(query, "2026-11-22T10:00:00Z")
                .state())
        .isInstanceOf(Given.class);
  }

  @Test
  void the_parties_may_choose_that_a_youth_of_twelve_to_fifteen_decides_alone() {
    var strict = ConsentParameters.strict();
    var youthAlone =
        new ConsentParameters(
            TwelveToFifteen.JONGERE_ALLEEN,
            strict.court(),
            strict.declaredCustodyMonths(),
            strict.documentedCustodyMonths(),
            strict.longestConsentMonths(),
            strict.noticeWorkingDays(),
            strict.coolDownMonths(),
            strict.longestSuspensionWeeks(),
            false);
    var story = born("2012-06-01", Regime.JEUGDHULP).says(CHILD, GIVEN, "2026-11-01T09:00:00Z");

    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(NotGiven.class);
    assertThat(story.with(youthAlone).at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
  }

  @Test
  void who_cannot_weigh_the_matter_at_seventeen_is_represented_by_who_has_gezag() {
    var story =
        born("2009-06-01", Regime.JEUGDHULP)
            .says(MOTHER, GIVEN, "2026-11-01T09:00:00Z")
            .unable("2026-10-01T09:00:00Z");

    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
    assertThat(story.judged("2026-11-21T09:00:00Z", true).at("2026-11-22T10:00:00Z"))
        .isEqualTo(new NotGiven(Set.of(Lack.ONVOLLEDIG)));
  }

  @Test
  void the_no_of_a_youth_stays_a_no_whatever_a_professional_judges() {
    var story =
        born("2009-06-01", Regime.JEUGDHULP)
            .says(MOTHER, GIVEN, "2026-11-01T09:00:00Z")
            .says(CHILD, REFUSED, "2026-09-01T09:00:00Z")
            .unable("2026-10-01T09:00:00Z");

    assertThat(story.at("2026-11-22T10:00:00Z")).isEqualTo(new NotGiven(Set.of(Lack.GEWEIGERD)));
    assertThat(story.says(CHILD, GIVEN, "2026-11-21T09:00:00Z").at("2026-11-22T10:00:00Z"))
        .isInstanceOf(Given.class);
  }

  @Test
  void two_judgements_of_one_instant_that_differ_let_nobody_decide() {
    var story =
        born("2009-06-01", Regime.JEUGDHULP)
            .says(MOTHER, GIVEN, "2026-11-01T09:00:00Z")
            .says(CHILD, GIVEN, "2026-11-01T09:00:00Z")
            .unable("2026-10-01T09:00:00Z")
            .judged("2026-10-01T09:00:00Z", true);

    assertThat(story.at("2026-11-22T10:00:00Z")).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void somebody_born_on_29_february_comes_of_age_on_1_march() {
    var story =
        born("2008-02-29", Regime.JEUGDHULP)
            .says(MOTHER, GIVEN, "2026-01-01T09:00:00Z")
            .unable("2026-01-01T09:00:00Z");

    assertThat(story.at("2026-02-28T22:59:59Z")).isInstanceOf(Given.class);
    assertThat(story.at("2026-02-28T23:00:00Z")).isInstanceOf(ConsentState.CustodyUnknown.class);
  }

  @Test
  void an_adult_who_cannot_weigh_the_matter_is_represented_by_curator_or_mentor_only() {
    var curator =
        Story.of("2000-01-01")
            .under(Regime.MEDISCH)
            .custody(CURATELE, "2026-01-01", GUARDIAN)
            .asked("2027-06-30T00:00:00Z")
            .says(GUARDIAN, GIVEN, "2026-11-01T09:00:00Z")
            .unable("2026-10-01T09:00:00Z");
    var mother =
        born("2000-01-01", Regime.MEDISCH)
            .says(MOTHER, GIVEN, "2026-11-01T09:00:00Z")
            .unable("2026-10-01T09:00:00Z");

    assertThat(curator.at("2026-11-22T10:00:00Z")).isInstanceOf(Given.class);
    assertThat(mother.at("2026-11-22T10:00:00Z")).isInstanceOf(ConsentState.CustodyUnknown.class);
  }
}
