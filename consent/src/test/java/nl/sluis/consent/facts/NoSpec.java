package nl.sluis.consent.facts;

import static nl.sluis.consent.custody.CustodySituation.EENHOOFDIG;
import static nl.sluis.consent.custody.CustodySituation.GEZAMENLIJK_GESCHEIDEN;
import static nl.sluis.consent.event.EventType.DEFERRED;
import static nl.sluis.consent.event.EventType.DISPUTED;
import static nl.sluis.consent.event.EventType.DISPUTE_RESOLVED;
import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.event.EventType.WITHDRAWN;
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
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class NoSpec {
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

  private static NotGiven lacking(Lack... lacks) {
    return new NotGiven(Set.of(lacks));
  }

  @Test
  void the_yes_of_one_never_undoes_the_no_of_the_other() {
    var story =
        separated()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, GIVEN, "2026-11-03T11:00:00Z")
            .says(FATHER, WITHDRAWN, "2026-11-04T10:00:00Z")
            .says(MOTHER, GIVEN, "2026-11-05T10:00:00Z");

    assertThat(story.at(AT)).isEqualTo(lacking(Lack.INGETROKKEN));
    assertThat(story.says(FATHER, GIVEN, "2026-11-06T10:00:00Z").at(AT)).isInstanceOf(Given.class);
  }

  @Test
  void a_no_and_a_yes_of_one_instant_are_a_no_whatever_their_order() {
    var noFirst =
        sole()
            .says(MOTHER, WITHDRAWN, "2026-11-04T10:00:00Z")
            .says(MOTHER, GIVEN, "2026-11-04T10:00:00Z");
    var yesFirst =
        sole()
            .says(MOTHER, GIVEN, "2026-11-04T10:00:00Z")
            .says(MOTHER, WITHDRAWN, "2026-11-04T10:00:00Z");

    assertThat(noFirst.at(AT)).isEqualTo(lacking(Lack.INGETROKKEN));
    assertThat(yesFirst.at(AT)).isEqualTo(lacking(Lack.INGETROKKEN));
  }

  @Test
  void a_withdrawal_counts_from_its_record_also_when_it_was_dated_before_the_yes() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-04T10:00:00Z")
            .says(MOTHER, WITHDRAWN, "2026-11-01T10:00:00Z")
            .at(AT);

    assertThat(state).isEqualTo(lacking(Lack.INGETROKKEN));
  }

  @Test
  void a_professional_does_not_turn_a_no_into_a_yes() {
    var refused = sole().says(MOTHER, REFUSED, "2026-11-03T10:00:00Z").by(Channel.MONDELING);

    assertThat(refused.says(MOTHER, GIVEN, "2026-11-05T10:00:00Z").at(AT))
        .isEqualTo(lacking(Lack.GEWEIGERD));
    assertThat(refused.says(MOTHER, GIVEN, "2027-05-05T10:00:00Z").at("2027-06-01T10:00:00Z"))
        .isEqualTo(lacking(Lack.GEWEIGERD));
    assertThat(refused.by(Channel.PORTAAL).says(MOTHER, GIVEN, "2026-11-06T10:00:00Z").at(AT))
        .isInstanceOf(Given.class);
  }

  @Test
  void a_sheet_that_professionals_bring_in_does_not_either_unless_the_person_gave_the_own_code() {
    var refused = sole().says(MOTHER, REFUSED, "2026-11-03T10:00:00Z").by(Channel.PAPIER);

    assertThat(refused.withoutCode().says(MOTHER, GIVEN, "2026-11-05T10:00:00Z").at(AT))
        .isEqualTo(lacking(Lack.GEWEIGERD));
    var present = sole().says(MOTHER, REFUSED, "2026-11-03T10:00:00Z").by(Channel.PAPIER);
    assertThat(present.says(MOTHER, GIVEN, "2026-11-05T10:00:00Z").at(AT))
        .isInstanceOf(Given.class);
  }

  @Test
  void a_no_to_one_role_of_a_school_is_not_walked_around_by_another() {
    var director = new PartyRole(SCHOOL.oin(), Role.SCHOOL_DIRECTEUR);
    var story =
        sole()
            .says(MOTHER, REFUSED, "2026-11-03T10:00:00Z")
            .asked(new UUID(1, 2), director, CJG, PURPOSE, UNTIL, false, SIGNAL)
            .says(MOTHER, GIVEN, "2026-11-02T10:00:00Z");
    var query =
        new FactQuery(CHILD, PURPOSE, director, CJG, SIGNAL, Set.of(Regime.SCHOOL_AVG), Story.TEXT);

    assertThat(story.weigh(query, AT).state()).isEqualTo(lacking(Lack.GEWEIGERD));
  }

  @Test
  void part_of_a_consent_can_be_withdrawn() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(MOTHER, WITHDRAWN, "2026-11-04T10:00:00Z", DataCategory.K09)
            .at(AT);

    assertThat(((Given) state).categories())
        .isEqualTo(EnumSet.of(DataCategory.K01, DataCategory.K05));
  }

  @Test
  void a_dispute_rests_until_the_same_person_takes_it_back() {
    var disputed =
        separated()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(FATHER, DISPUTED, "2026-11-04T10:00:00Z");

    assertThat(disputed.at(AT)).isEqualTo(lacking(Lack.BETWIST));
    assertThat(disputed.says(MOTHER, DISPUTE_RESOLVED, "2026-11-05T10:00:00Z").at(AT))
        .isEqualTo(lacking(Lack.BETWIST));
    assertThat(disputed.says(FATHER, DISPUTE_RESOLVED, "2026-11-06T10:00:00Z").at(AT))
        .isInstanceOf(Given.class);
  }

  @Test
  void taking_back_a_dispute_does_not_take_back_a_refusal() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(MOTHER, REFUSED, "2026-11-04T10:00:00Z")
            .says(MOTHER, DISPUTE_RESOLVED, "2026-11-05T10:00:00Z")
            .at(AT);

    assertThat(state).isEqualTo(lacking(Lack.GEWEIGERD));
  }

  @Test
  void who_wants_to_think_about_it_has_not_said_yes() {
    var state =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .says(MOTHER, DEFERRED, "2026-11-04T10:00:00Z")
            .at(AT);

    assertThat(state).isEqualTo(lacking(Lack.ONVOLLEDIG));
  }
}
