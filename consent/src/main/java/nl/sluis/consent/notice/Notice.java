package nl.sluis.consent.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;

/// A notice that was given, as the person to whom it was given may see it.
///
/// @param id its identifier
/// @param subject the child
/// @param kind about what
/// @param ask the question it is about; empty when it is about none
/// @param matter what else it is about; empty when it is about nothing else
/// @param givenAt when it was given
/// @param answerBy the first instant at which it is late to answer; empty when no answer is asked
/// @param answers what was answered
public record Notice(
    UUID id,
    UUID subject,
    NoticeKind kind,
    Optional<ConsentAsk> ask,
    Optional<UUID> matter,
    Instant givenAt,
    Optional<Instant> answerBy,
    Set<NoticeAnswer> answers) {
  /// Copies its parts.
  public Notice {
    answers = Set.copyOf(answers);
  }
}
