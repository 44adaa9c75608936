package nl.sluis.gateway.werklijst;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.taak.TaskKind;

/// By what an officer filters the list.
public enum Group {
  /// What went out for safety's sake, and looking back at it (domain 3.6, 3.7).
  DOORBREKING(
      TaskKind.LOOK_BACK,
      TaskKind.RECORD_AFTERWARDS,
      TaskKind.MEND_RECORD,
      TaskKind.ASSESS_BREACH,
      TaskKind.CORRECT_REPORT,
      TaskKind.INFORM_FAMILY,
      TaskKind.REPORT_UNJUSTIFIED,
      TaskKind.ACUTE_REPORTED,
      TaskKind.ACUTE_UNCONFIRMED,
      TaskKind.OFFICER_LOOKS),
  /// What waits for a second pair of eyes.
  TWEEDE(TaskKind.SECOND_PERSON),
  /// What somebody asks about their own data (AVG 12 to 22).
  VERZOEK(
      TaskKind.WEIGH_OBJECTION,
      TaskKind.ANSWER_WHY,
      TaskKind.WEIGH_RECTIFICATION,
      TaskKind.WEIGH_ERASURE,
      TaskKind.ANSWER_COMPLAINT,
      TaskKind.ANSWER_ACCESS),
  /// What is hidden from somebody, or held up (domain 2.8).
  VERBORGEN(TaskKind.REVIEW, TaskKind.CONFIRM_EMBARGO),
  /// What must stop or be undone, and what nobody confirmed.
  STOP(
      TaskKind.STOP_NOT_CONFIRMED,
      TaskKind.UNDO_AS_SENDER_ASKS,
      TaskKind.RECALL_UNANSWERED,
      TaskKind.LOOK_AT_RETURN),
  /// Who has gezag, and where people disagree.
  GEZAG(
      TaskKind.CUSTODY_AGES,
      TaskKind.LOOK_UP_CUSTODY,
      TaskKind.TALK_DISPUTED,
      TaskKind.STATEMENT_UNSEEN,
      TaskKind.GIVER_SHIELDED,
      TaskKind.ASK_AGAIN),
  /// What an organisation agreed to and what it acts with, when it comes to its end.
  AFSPRAAK(TaskKind.RENEW),
  /// Whether the logbook is what witnesses know.
  BEWIJS,
  /// Everything else.
  OVERIG;

  @SuppressWarnings("ImmutableEnumChecker") // made here, and never changed
  private final Set<TaskKind> tasks;

  Group(TaskKind... tasks) {
    this.tasks =
        tasks.length == 0 ? EnumSet.noneOf(TaskKind.class) : EnumSet.copyOf(Arrays.asList(tasks));
  }

  /// The Dutch word, in addresses and texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The group of a task.
  public static Group of(TaskKind kind) {
    return Arrays.stream(values())
        .filter(group -> group.tasks.contains(kind))
        .findFirst()
        .orElse(OVERIG);
  }

  /// The one with this Dutch word, if there is one.
  public static Optional<Group> of(String code) {
    return Arrays.stream(values()).filter(group -> group.code().equals(code)).findFirst();
  }
}
