package nl.sluis.gateway.taak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// What ends a task: where two people must look, one word never does.
final class TaskEndSpec {
  @Test
  void what_is_judged_decided_answered_or_confirmed_ends_with_that_alone() {
    assertThat(Arrays.stream(TaskKind.values()).filter(kind -> !kind.end().byOfficer()))
        .containsExactlyInAnyOrder(
            TaskKind.LOOK_BACK,
            TaskKind.ASSESS_BREACH,
            TaskKind.SECOND_PERSON,
            TaskKind.HELP_LOOK_BACK,
            TaskKind.WEIGH_OBJECTION,
            TaskKind.ANSWER_WHY,
            TaskKind.WEIGH_RECTIFICATION,
            TaskKind.WEIGH_ERASURE,
            TaskKind.ANSWER_COMPLAINT,
            TaskKind.ANSWER_ACCESS,
            TaskKind.UNDO_AS_SENDER_ASKS,
            TaskKind.ANSWER_QUESTION,
            TaskKind.RENEW,
            TaskKind.MEND_AS_SENDER_DID);
  }

  @Test
  void no_system_closes_what_an_officer_does_not_or_what_is_for_an_officer() {
    var refused = EnumSet.noneOf(TaskEnd.class);
    for (var end : TaskEnd.values()) {
      if (!end.bySystem()) {
        refused.add(end);
        assertThat(end.elsewhere()).as(end.name()).contains("/");
      }
      assertThat(end.byOfficer() || !end.bySystem()).as(end.name()).isTrue();
    }

    assertThat(refused)
        .isEqualTo(EnumSet.complementOf(EnumSet.of(TaskEnd.WOORD, TaskEnd.VEILIGHEID)));
  }

  @Test
  void what_an_officer_hears_of_when_it_is_late_and_closes_with_a_word_asks_for_two() {
    for (var kind : TaskKind.values()) {
      if (kind.goesToOfficer() && kind.end().byOfficer()) {
        assertThat(kind.end()).as(kind.code()).isEqualTo(TaskEnd.VEILIGHEID);
      }
    }
  }
}
