package nl.sluis.gateway.evaluatie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.evaluatie.Standing.Word;
import nl.sluis.gateway.evaluatie.Step.Kind;
import org.junit.jupiter.api.Test;

/// How it stands with what somebody was asked after help follows from what happened, and from
/// nothing that another person did.
class StandingSpec {
  private static final UUID MOTHER = new UUID(0, 1);
  private static final UUID FATHER = new UUID(0, 2);
  private static final Instant ASKED = Instant.parse("2027-02-22T09:00:00Z");
  private static final Instant UNTIL = ASKED.plus(Duration.ofDays(28));
  private static final Instant NOW = ASKED.plus(Duration.ofDays(3));

  private static List<Step> steps(Kind... kinds) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < kinds.length; i++) {
      var until = kinds[i] == Kind.GEVRAAGD ? Optional.of(UNTIL) : Optional.<Instant>empty();
      steps.add(new Step(i, kinds[i], MOTHER, until, ASKED.plusSeconds(i)));
    }
    return steps;
  }

  private static Standing standing(Kind... kinds) {
    return Standing.of(steps(kinds), MOTHER).orElseThrow();
  }

  @Test
  void who_was_not_asked_has_nothing_whatever_another_said() {
    assertThat(Standing.of(steps(Kind.GEVRAAGD, Kind.GEGEVEN), FATHER)).isEmpty();
    assertThat(Standing.of(List.of(), MOTHER)).isEmpty();
  }

  @Test
  void who_said_nothing_can_answer_until_the_last_day_and_not_after() {
    var silent = standing(Kind.GEVRAAGD);

    assertThat(silent.said()).isEmpty();
    assertThat(silent.isOpen(NOW)).isTrue();
    assertThat(silent.isOpen(UNTIL)).isFalse();
    assertThat(silent.canBeTakenBack()).isFalse();
  }

  @Test
  void an_answer_can_be_taken_back_until_it_was_fetched() {
    assertThat(standing(Kind.GEVRAAGD, Kind.GEGEVEN).canBeTakenBack()).isTrue();
    assertThat(standing(Kind.GEVRAAGD, Kind.GEGEVEN, Kind.OPGEHAALD).canBeTakenBack()).isFalse();
    assertThat(standing(Kind.GEVRAAGD, Kind.GEGEVEN, Kind.INGETROKKEN).canBeTakenBack()).isFalse();
  }

  @Test
  void what_was_taken_back_is_no_answer_and_can_be_given_again() {
    var back = standing(Kind.GEVRAAGD, Kind.GEGEVEN, Kind.INGETROKKEN);
    var again = standing(Kind.GEVRAAGD, Kind.GEGEVEN, Kind.INGETROKKEN, Kind.GEGEVEN);

    assertThat(back.answer()).isEmpty();
    assertThat(back.isOpen(NOW)).isTrue();
    assertThat(again.answer()).hasValue(3);
    assertThat(again.isOpen(NOW)).isFalse();
  }

  @Test
  void who_does_not_want_to_answer_may_change_that() {
    var no = standing(Kind.GEVRAAGD, Kind.NIET);

    assertThat(no.said().map(Standing.Said::word)).contains(Word.NIET);
    assertThat(no.answer()).isEmpty();
    assertThat(no.isOpen(NOW)).isTrue();
    assertThat(no.isOpen(UNTIL)).isFalse();
  }

  @Test
  void what_was_fetched_is_not_asked_again() {
    var fetched = standing(Kind.GEVRAAGD, Kind.GEGEVEN, Kind.OPGEHAALD);

    assertThat(fetched.fetched()).contains(ASKED.plusSeconds(2));
    assertThat(fetched.isOpen(NOW)).isFalse();
  }
}
