package nl.sluis.gateway.onderzoek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.onderzoek.Inquiry.Answer;
import nl.sluis.gateway.onderzoek.Inquiry.Standing;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class InquirySpec {
  private static final Instant ASKED = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant UNREAD = ASKED.plus(Duration.ofDays(7));
  private static final Instant DUE = ASKED.plus(Duration.ofDays(14));
  private static final Answer ANSWER = new Answer(new UUID(0, 2), false, ASKED);
  private static final Answer REFUSAL = new Answer(new UUID(0, 3), true, ASKED);

  @Test
  void a_question_waits_until_it_is_read_and_then_its_term_runs() {
    assertThat(question(Optional.empty(), Optional.empty()).standing(ASKED))
        .isEqualTo(Standing.WACHT);
    assertThat(question(Optional.of(DUE), Optional.empty()).standing(DUE.minusMillis(1)))
        .isEqualTo(Standing.OPEN);
  }

  @Test
  void a_question_that_nobody_read_and_one_that_nobody_answered_lapse_alike() {
    assertThat(question(Optional.empty(), Optional.empty()).standing(UNREAD))
        .isEqualTo(Standing.VERLOPEN);
    assertThat(question(Optional.of(DUE), Optional.empty()).standing(DUE))
        .isEqualTo(Standing.VERLOPEN);
  }

  @Test
  void to_refuse_is_an_answer_and_an_answer_that_comes_late_is_one() {
    var late = DUE.plus(Duration.ofDays(1));

    assertThat(question(Optional.of(DUE), Optional.of(REFUSAL)).standing(ASKED))
        .isEqualTo(Standing.GEWEIGERD);
    assertThat(question(Optional.of(DUE), Optional.of(ANSWER)).standing(late))
        .isEqualTo(Standing.BEANTWOORD);
  }

  private static Inquiry question(Optional<Instant> due, Optional<Answer> answer) {
    return new Inquiry(
        new UUID(0, 1),
        new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
        new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB),
        new Purpose("vt-informatieverzoek"),
        Set.of(DataCategory.K07),
        ASKED,
        UNREAD,
        due,
        answer);
  }
}
