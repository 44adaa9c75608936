package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CONCERN;
import static nl.sluis.gateway.inzicht.Household.NOW;
import static nl.sluis.gateway.inzicht.Household.WORDS;
import static nl.sluis.gateway.inzicht.Household.happened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.onderzoek.JoinedInquiries.Joined;
import nl.sluis.gateway.onderzoek.JoinedInquiries.Reply;
import org.junit.jupiter.api.Test;

/// A question and its answer lead to each other for who sees both; of an answer that is hidden the
/// question says what it says when nobody answered (Wmo 2015 5.2.6; domain 2.8).
class TiesSpec {
  private static final UUID QUESTION = new UUID(7, 1);
  private static final UUID ANSWER = new UUID(7, 2);
  private static final UUID REFUSAL = new UUID(7, 3);
  private static final long ASKED = 10;
  private static final long ANSWERED = 20;
  private static final long DECLINED = 30;
  private static final Instant LATER = NOW.plus(Duration.ofDays(3));
  private static final Instant PAST = NOW.minus(Duration.ofDays(3));

  private static final Reply YES = new Reply(ANSWER, false, Optional.of(ANSWERED));
  private static final Reply NO = new Reply(REFUSAL, true, Optional.of(DECLINED));

  private static Joined question(Instant due, Reply... replies) {
    return new Joined(QUESTION, Optional.of(ASKED), Optional.of(due), List.of(replies));
  }

  /// What stands at this exchange for who sees the rows at these places.
  private static Optional<Tie> tie(UUID exchange, Joined joined, Long... seen) {
    return new Ties(List.of(joined), NOW).of(exchange, Set.of(seen));
  }

  private static Tie asks(Tie.Came came, Long... reply) {
    return new Tie.Asks(came, List.of(reply).stream().map(row -> new Ref(false, row)).findFirst());
  }

  @Test
  void a_question_says_that_an_answer_came_and_leads_to_it() {
    assertThat(tie(QUESTION, question(LATER, YES), ASKED, ANSWERED))
        .contains(asks(Tie.Came.BEANTWOORD, ANSWERED));
  }

  @Test
  void a_question_says_that_somebody_did_not_want_to_answer() {
    assertThat(tie(QUESTION, question(LATER, NO), ASKED, DECLINED))
        .contains(asks(Tie.Came.GEWEIGERD, DECLINED));
  }

  @Test
  void an_answer_leads_to_its_question_and_a_refusal_too() {
    var both = question(LATER, YES, NO);

    assertThat(tie(ANSWER, both, ASKED, ANSWERED, DECLINED))
        .contains(new Tie.Replies(false, new Ref(false, ASKED)));
    assertThat(tie(REFUSAL, both, ASKED, ANSWERED, DECLINED))
        .contains(new Tie.Replies(true, new Ref(false, ASKED)));
  }

  @Test
  void a_question_whose_term_is_over_says_that_here_stands_no_answer() {
    assertThat(tie(QUESTION, question(LATER), ASKED)).contains(asks(Tie.Came.NOG_NIET));
    assertThat(tie(QUESTION, question(PAST), ASKED)).contains(asks(Tie.Came.GEEN));
  }

  @Test
  void a_hidden_answer_leaves_the_question_as_if_nobody_had_answered() {
    for (var due : List.of(LATER, PAST)) {
      var never = tie(QUESTION, question(due), ASKED);

      assertThat(tie(QUESTION, question(due, YES), ASKED)).isEqualTo(never);
      assertThat(tie(QUESTION, question(due, NO), ASKED)).isEqualTo(never);
      assertThat(tie(QUESTION, question(due, YES, NO), ASKED)).isEqualTo(never);
    }
  }

  @Test
  void a_hidden_answer_does_not_hide_behind_a_refusal_that_is_seen() {
    assertThat(tie(QUESTION, question(LATER, YES, NO), ASKED, DECLINED))
        .isEqualTo(tie(QUESTION, question(LATER, NO), ASKED, DECLINED));
  }

  @Test
  void an_answer_that_waits_unread_is_no_answer_yet() {
    var waits = new Reply(ANSWER, false, Optional.empty());

    assertThat(tie(QUESTION, question(LATER, waits), ASKED))
        .isEqualTo(tie(QUESTION, question(LATER), ASKED));
  }

  @Test
  void an_answer_to_a_question_that_is_hidden_belongs_to_nothing() {
    assertThat(tie(ANSWER, question(LATER, YES), ANSWERED)).isEmpty();
    assertThat(tie(new UUID(7, 9), question(LATER, YES), ASKED, ANSWERED)).isEmpty();
  }

  @Test
  void as_much_is_looked_at_whether_an_answer_is_hidden_or_was_never_given() {
    for (var joined :
        List.of(
            question(LATER),
            question(LATER, YES),
            question(LATER, YES, NO),
            question(LATER, YES, NO, NO))) {
      assertThat(new Ties(List.of(joined), NOW).toLookAt()).hasSize(Ties.EACH);
    }
  }

  @Test
  void of_what_was_looked_at_only_what_has_a_line_is_seen() {
    var ties = new Ties(List.of(question(LATER, YES)), NOW);
    var line =
        new Teller(Cover.nothing(), Map.of())
            .line(
                new Sieve.Seen(
                    happened(Told.GEKREGEN, CONCERN),
                    WORDS,
                    Optional.empty(),
                    Optional.empty(),
                    false));

    assertThat(ties.seeing(List.of(line, Optional.empty(), line))).containsExactly(ASKED);
  }
}
