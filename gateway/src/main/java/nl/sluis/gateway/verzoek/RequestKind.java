package nl.sluis.gateway.verzoek;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.taak.TaskKind;

/// What somebody can ask of an organisation.
public enum RequestKind {
  /// Why was this shared, or asked, or kept?
  WAAROM("waarom", TaskKind.ANSWER_WHY),
  /// This is not right: mend it (AVG 16).
  RECTIFICATIE("rectificatie", TaskKind.WEIGH_RECTIFICATION),
  /// I object to this being shared (AVG 21).
  BEZWAAR("bezwaar", TaskKind.WEIGH_OBJECTION),
  /// Erase what you have of this (AVG 17).
  WISSING("wissing", TaskKind.WEIGH_ERASURE),
  /// Something went wrong here.
  KLACHT("klacht", TaskKind.ANSWER_COMPLAINT),
  /// What did you give and get by Sluis (AVG 15)?
  INZAGE("inzage", TaskKind.ANSWER_ACCESS);

  private final String code;
  private final TaskKind task;

  RequestKind(String code, TaskKind task) {
    this.code = code;
    this.task = task;
  }

  /// The Dutch word, in addresses, tables and rows.
  public String code() {
    return code;
  }

  /// What the organisation has to do.
  TaskKind task() {
    return task;
  }

  /// May the organisation take longer, with a reason that it tells in time (AVG 12(3))? A question
  /// why is no right from that list, and answered soon.
  public boolean canBeExtended() {
    return this != WAAROM;
  }

  /// How it can be answered. A right is granted or refused; a question or complaint has an answer.
  /// Whoever refuses says why (AVG 12(4)).
  public Set<StepKind> answers() {
    return switch (this) {
      case WAAROM, KLACHT, INZAGE -> EnumSet.of(StepKind.BEANTWOORD, StepKind.GEWEIGERD);
      case RECTIFICATIE, BEZWAAR, WISSING -> EnumSet.of(StepKind.TOEGEWEZEN, StepKind.GEWEIGERD);
    };
  }

  /// The kind with this Dutch word, if there is one.
  public static Optional<RequestKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
