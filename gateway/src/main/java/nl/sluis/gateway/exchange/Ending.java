package nl.sluis.gateway.exchange;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import nl.sluis.gateway.edge.TooMuch;
import nl.sluis.gateway.meting.Outcome;
import nl.sluis.gateway.meting.Road;
import nl.sluis.gateway.meting.Watch;

/// Tells the watch of an exchange how it ended. May be shared between threads.
///
/// @param watch what measured it
record Ending(Watch watch) {
  /// There is an answer.
  void answered(Road road, Answer answer) {
    watch.end(outcome(answer.kind()), road, transaction(answer));
  }

  /// There is none.
  void failed(Road road, Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var outcome =
        switch (cause) {
          case Refused _ -> Outcome.ONJUIST;
          case TooMuch _ -> Outcome.TE_VEEL;
          default -> Outcome.NIET_VASTGELEGD;
        };
    watch.end(outcome, road, Optional.empty());
  }

  private static Outcome outcome(Answer.Kind kind) {
    return switch (kind) {
      case DOORGELATEN -> Outcome.DOORGELATEN;
      case AANGEHOUDEN -> Outcome.AANGEHOUDEN;
      case GEWEIGERD -> Outcome.GEWEIGERD;
      case BOTSING -> Outcome.BOTSING;
    };
  }

  private static Optional<UUID> transaction(Answer answer) {
    var text = answer.body().path("transactie");
    return text.isTextual() ? Optional.of(UUID.fromString(text.asText())) : Optional.empty();
  }
}
