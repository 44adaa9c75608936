package nl.sluis.gateway.verzoek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.convenant.RequestTerms;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// When an answer is late (AVG 12(3)).
final class DeadlineSpec {
  private static final Instant ASKED = Instant.parse("2027-01-31T09:00:00Z");

  private static SubjectRequest request(SubjectRequest.Step... steps) {
    var school = new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
    var matter =
        new Matter(
            new Purpose("verzuim-toelichting-lpa"),
            school,
            Optional.empty(),
            Optional.empty(),
            Optional.of("X08"),
            LocalDate.parse("2027-01-31"),
            List.of(),
            Optional.empty());
    return new SubjectRequest(
        new UUID(0, 1),
        new UUID(0, 2),
        new UUID(0, 2),
        new UUID(0, 3),
        RequestKind.BEZWAAR,
        school.oin(),
        Optional.empty(),
        matter,
        Optional.empty(),
        ASKED,
        Deadline.of(RequestKind.BEZWAAR, RequestTerms.STRICT, ASKED),
        Language.NL,
        List.of(steps));
  }

  private static SubjectRequest.Step step(StepKind kind, Instant at, Optional<Instant> due) {
    return new SubjectRequest.Step(1, kind, at, due);
  }

  @Test
  void a_month_ends_on_the_same_day_of_the_next_or_on_its_last() {
    assertThat(request().due()).isEqualTo(Instant.parse("2027-02-28T09:00:00Z"));
  }

  @Test
  void an_extension_counts_from_the_question_and_not_from_the_end_of_the_first_month() {
    var due = Deadline.extended(request(), RequestTerms.STRICT);

    assertThat(due).isEqualTo(Instant.parse("2027-04-30T08:00:00Z"));
    assertThat(request(step(StepKind.VERLENGD, ASKED, Optional.of(due))).due()).isEqualTo(due);
  }

  @Test
  void access_is_given_within_a_month_and_two_more_at_most_with_a_reason() {
    assertThat(Deadline.of(RequestKind.INZAGE, RequestTerms.STRICT, ASKED))
        .isEqualTo(request().due());
    assertThat(RequestKind.INZAGE.canBeExtended()).isTrue();
    assertThat(RequestKind.INZAGE.answers())
        .containsExactlyInAnyOrder(StepKind.BEANTWOORD, StepKind.GEWEIGERD);
  }

  @Test
  void why_is_answered_within_ten_working_days() {
    assertThat(Deadline.of(RequestKind.WAAROM, RequestTerms.STRICT, ASKED))
        .isEqualTo(Instant.parse("2027-02-12T23:00:00Z"));
  }

  @Test
  void it_is_late_from_the_first_moment_after_and_stays_so_after_the_answer() {
    var due = request().due();

    assertThat(request().daysLate(due)).isZero();
    assertThat(request().daysLate(due.plusMillis(1))).isOne();
    assertThat(request().daysLate(due.plus(Duration.ofDays(3)))).isEqualTo(4);
    var answered =
        request(step(StepKind.GEWEIGERD, due.plus(Duration.ofHours(1)), Optional.empty()));
    assertThat(answered.daysLate(due.plus(Duration.ofDays(300)))).isOne();
    var inTime = request(step(StepKind.TOEGEWEZEN, ASKED, Optional.empty()));
    assertThat(inTime.daysLate(due.plus(Duration.ofDays(300)))).isZero();
  }
}
