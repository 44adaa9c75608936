package nl.sluis.gateway.inzicht;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import nl.sluis.gateway.onderzoek.JoinedInquiries.Joined;

/// How a line belongs to another: a question to what was said to it, and that to its question.
///
/// It is made only of lines that who looks sees: an answer that is hidden is no answer, and the
/// question reads as if none was given. What it then says is true of both: here stands no answer.
public sealed interface Tie {
  /// The line is a question.
  ///
  /// @param came what came of it, as far as who looks may know
  /// @param reply the line of what was said; empty when there is none for who looks
  record Asks(Came came, Optional<Ref> reply) implements Tie {
    @Override
    public String key() {
      return "vraag-" + came.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<Ref> other() {
      return reply;
    }
  }

  /// The line is what was said to a question.
  ///
  /// @param refuses whether it says that no answer will be given, which is a right
  /// @param question the line of the question
  record Replies(boolean refuses, Ref question) implements Tie {
    @Override
    public String key() {
      return refuses ? "antwoord-geweigerd" : "antwoord";
    }

    @Override
    public Optional<Ref> other() {
      return Optional.of(question);
    }
  }

  /// What came of a question.
  enum Came {
    /// It was answered.
    BEANTWOORD,
    /// A human being decided not to answer.
    GEWEIGERD,
    /// Here stands no answer, and one can still come.
    NOG_NIET,
    /// Here stands no answer, and its term is over.
    GEEN
  }

  /// The last part of the key of its text, such as `vraag-geweigerd`.
  String key();

  /// The line to which it leads, if there is one for who looks.
  Optional<Ref> other();

  /// How the line of this exchange belongs to another; empty when it does not, or when who looks
  /// may not know.
  ///
  /// @param joined a question, and what was said to it
  /// @param sees whether who looks has a line of the row at this place
  static Optional<Tie> of(UUID exchange, Joined joined, LongPredicate sees, Instant now) {
    if (joined.question().equals(exchange)) {
      return Optional.of(asks(joined, sees, now));
    }
    return joined.replies().stream()
        .filter(reply -> reply.transaction().equals(exchange))
        .findFirst()
        .flatMap(
            reply ->
                joined
                    .row()
                    .filter(sees::test)
                    .map(row -> new Replies(reply.refused(), new Ref(false, row))));
  }

  private static Tie asks(Joined joined, LongPredicate sees, Instant now) {
    for (var reply : joined.replies()) {
      var row = reply.row().filter(sees::test);
      if (row.isPresent()) {
        return new Asks(
            reply.refused() ? Came.GEWEIGERD : Came.BEANTWOORD,
            row.map(number -> new Ref(false, number)));
      }
    }
    boolean isOver = joined.due().filter(due -> !now.isBefore(due)).isPresent();
    return new Asks(isOver ? Came.GEEN : Came.NOG_NIET, Optional.empty());
  }
}
