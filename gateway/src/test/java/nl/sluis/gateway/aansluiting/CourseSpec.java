package nl.sluis.gateway.aansluiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aansluiting.Course.Verdict;
import nl.sluis.gateway.aansluiting.Step.Kind;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

class CourseSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Optional<String> ONE = Optional.of("1".repeat(64));
  private static final Optional<String> OTHER = Optional.of("2".repeat(64));

  private final List<Step> steps = new ArrayList<>();
  private Instant now = NOW;

  @Test
  void nobody_lets_a_partner_in_alone() {
    assertThat(says(Kind.TOELATEN, ONE, "med-07")).isInstanceOf(Verdict.Waits.class);
    assertThat(course().standing()).isEqualTo(Standing.VERWIJDERD);
    assertThat(says(Kind.TOELATEN, ONE, "med-07")).isInstanceOf(Verdict.Refused.class);

    assertThat(says(Kind.TOELATEN, ONE, "med-12")).isEqualTo(done(Standing.TOEGELATEN));

    assertThat(course().application()).isEqualTo(ONE);
  }

  @Test
  void two_people_must_have_read_the_same_application() {
    says(Kind.TOELATEN, ONE, "med-07");

    assertThat(says(Kind.TOELATEN, OTHER, "med-12")).isInstanceOf(Verdict.Waits.class);

    assertThat(course().standing()).isEqualTo(Standing.VERWIJDERD);
    assertThat(course().waiting(now)).hasSize(2);
  }

  @Test
  void a_word_waits_thirty_days_for_a_second_one_and_not_longer() {
    says(Kind.TOELATEN, ONE, "med-07");
    now = now.plus(Course.WAITS);

    assertThat(says(Kind.TOELATEN, ONE, "med-12")).isInstanceOf(Verdict.Waits.class);
  }

  @Test
  void one_person_shuts_the_door_and_two_open_it_again() {
    admitted();

    assertThat(says(Kind.SCHORSEN, Optional.empty(), "med-07")).isEqualTo(done(Standing.GESCHORST));
    assertThat(says(Kind.HERVATTEN, Optional.empty(), "med-07")).isInstanceOf(Verdict.Waits.class);
    assertThat(course().standing()).isEqualTo(Standing.GESCHORST);
    assertThat(says(Kind.HERVATTEN, Optional.empty(), "med-12"))
        .isEqualTo(done(Standing.TOEGELATEN));

    assertThat(course().application()).as("as it was admitted").isEqualTo(ONE);
  }

  @Test
  void what_somebody_said_before_the_last_change_counts_for_nothing_after_it() {
    admitted();
    says(Kind.VERWIJDEREN, Optional.empty(), "med-07");
    says(Kind.SCHORSEN, Optional.empty(), "med-07");

    assertThat(says(Kind.VERWIJDEREN, Optional.empty(), "med-12"))
        .isInstanceOf(Verdict.Waits.class);
    assertThat(course().standing()).isEqualTo(Standing.GESCHORST);
  }

  @Test
  void who_is_shut_out_gets_no_new_keys_and_who_was_removed_applies_again() {
    admitted();
    says(Kind.SCHORSEN, Optional.empty(), "med-07");
    assertThat(says(Kind.TOELATEN, OTHER, "med-07")).isInstanceOf(Verdict.Refused.class);

    says(Kind.VERWIJDEREN, Optional.empty(), "med-07");
    says(Kind.VERWIJDEREN, Optional.empty(), "med-12");
    assertThat(course().application()).isEmpty();
    assertThat(says(Kind.SCHORSEN, Optional.empty(), "med-07")).isInstanceOf(Verdict.Refused.class);

    says(Kind.TOELATEN, OTHER, "med-07");
    says(Kind.TOELATEN, OTHER, "med-12");
    assertThat(course().application()).isEqualTo(OTHER);
  }

  @Test
  void who_is_a_partner_by_a_file_can_be_shut_out_and_removed_like_anybody() {
    var inFile = new Course(List.of(), true);

    assertThat(inFile.standing()).isEqualTo(Standing.TOEGELATEN);
    assertThat(inFile.next(Kind.SCHORSEN, Optional.empty(), "med-07", NOW))
        .isEqualTo(done(Standing.GESCHORST));
  }

  private void admitted() {
    says(Kind.TOELATEN, ONE, "med-07");
    says(Kind.TOELATEN, ONE, "med-12");
  }

  /// What it comes to, and on record when it is more than a refusal.
  private Verdict says(Kind kind, Optional<String> application, String by) {
    var verdict = course().next(kind, application, by, now);
    switch (verdict) {
      case Verdict.Done(Standing standing) -> record(kind, application, by, Optional.of(standing));
      case Verdict.Waits() -> record(kind, application, by, Optional.empty());
      case Verdict.Refused _ -> {}
    }
    return verdict;
  }

  private void record(
      Kind kind, Optional<String> application, String by, Optional<Standing> effect) {
    now = now.plus(Duration.ofMinutes(1));
    steps.add(new Step(SCHOOL, kind, application, effect, "", by, now));
  }

  private Course course() {
    return new Course(steps, false);
  }

  private static Verdict done(Standing standing) {
    return new Verdict.Done(standing);
  }
}
