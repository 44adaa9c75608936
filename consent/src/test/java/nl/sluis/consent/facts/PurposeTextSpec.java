package nl.sluis.consent.facts;

import static nl.sluis.consent.event.EventType.GIVEN;
import static nl.sluis.consent.event.EventType.REFUSED;
import static nl.sluis.consent.facts.Story.ASK;
import static nl.sluis.consent.facts.Story.CHILD;
import static nl.sluis.consent.facts.Story.CJG;
import static nl.sluis.consent.facts.Story.MOTHER;
import static nl.sluis.consent.facts.Story.PURPOSE;
import static nl.sluis.consent.facts.Story.SCHOOL;
import static nl.sluis.consent.facts.Story.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.Regime;
import org.junit.jupiter.api.Test;

class PurposeTextSpec {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private static Story sole() {
    return Story.of("2018-05-01")
        .custody(CustodySituation.EENHOOFDIG, "2026-01-01", MOTHER)
        .asked("2027-06-30T00:00:00Z");
  }

  private static ConsentState under(Story story, String text) {
    var query = new FactQuery(CHILD, PURPOSE, SCHOOL, CJG, SIGNAL, Set.of(Regime.SCHOOL_AVG), text);
    return new StateAt(ConsentParameters.strict()).weigh(query, story.records(), AT).state();
  }

  @Test
  void a_yes_does_not_move_to_a_purpose_that_reads_otherwise_now() {
    var story = sole().says(MOTHER, GIVEN, "2026-11-03T10:00:00Z");

    assertThat(under(story, Story.TEXT)).isInstanceOf(ConsentState.Given.class);
    assertThat(under(story, "de tekst van nu"))
        .isEqualTo(new ConsentState.NotGiven(Set.of(Lack.TEKST_GEWIJZIGD)));
  }

  @Test
  void a_yes_to_the_new_text_counts_beside_the_old_one() {
    var story =
        sole()
            .says(MOTHER, GIVEN, "2026-11-03T10:00:00Z")
            .inText("de tekst van nu")
            .asked(new UUID(1, 2), SCHOOL, CJG, PURPOSE, "2027-06-30T00:00:00Z", false, SIGNAL)
            .says(MOTHER, GIVEN, "2026-11-04T10:00:00Z");

    var state = under(story, "de tekst van nu");

    assertThat(state).isInstanceOf(ConsentState.Given.class);
    assertThat(((ConsentState.Given) state).consents())
        .noneMatch(id -> id.startsWith(ASK.toString()));
  }

  @Test
  void a_no_to_the_old_text_still_stops_the_new_one() {
    var story =
        sole()
            .says(MOTHER, REFUSED, "2026-11-05T10:00:00Z")
            .inText("de tekst van nu")
            .asked(new UUID(1, 2), SCHOOL, CJG, PURPOSE, "2027-06-30T00:00:00Z", false, SIGNAL)
            .says(MOTHER, GIVEN, "2026-11-04T10:00:00Z");

    assertThat(under(story, "de tekst van nu")).isInstanceOf(ConsentState.NotGiven.class);
  }
}
