package nl.sluis.gateway.partner;

import java.util.Optional;
import nl.sluis.gateway.client.Answer;

/// What a partner wanted ends here; the message says why and what to do, in Dutch, and never holds
/// content.
public final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final Ending ending;
  private final transient Optional<Answer> answer;

  /// @param ending how it ends, for a program
  /// @param message why, and what to do
  public Stopped(Ending ending, String message) {
    this(ending, message, Optional.empty());
  }

  private Stopped(Ending ending, String message, Optional<Answer> answer) {
    super(message);
    this.ending = ending;
    this.answer = answer;
  }

  /// Sluis answered, and not with what was asked.
  public static Stopped by(Answer answer) {
    return new Stopped(Told.ending(answer), Told.problem(answer), Optional.of(answer));
  }

  /// How it ends, for a program.
  public Ending ending() {
    return ending;
  }

  /// What Sluis answered; empty when something else stopped it.
  public Optional<Answer> answer() {
    return answer;
  }
}
