package nl.sluis.consent.notice;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// A notice that somebody wants to give; whether it is given is for [Notices].
///
/// @param subject the child
/// @param person who is to be told; the child itself when they are equal
/// @param kind about what
/// @param askId the question it is about; null when it is about none
/// @param answerBy the first instant at which it is late to answer; null when no answer is asked
/// @param matter what else it is about; null when it is about nothing else
public record NoticeDraft(
    UUID subject,
    UUID person,
    NoticeKind kind,
    @Nullable UUID askId,
    @Nullable Instant answerBy,
    @Nullable Matter matter) {
  /// A notice about a question, or about nothing but the child.
  public NoticeDraft(
      UUID subject,
      UUID person,
      NoticeKind kind,
      @Nullable UUID askId,
      @Nullable Instant answerBy) {
    this(subject, person, kind, askId, answerBy, null);
  }

  /// Something that is no question and yet names a receiver, such as a talk that is claimed.
  ///
  /// @param id what it is known by
  /// @param receiver who is named in it; who is shielded from that organisation is not told
  public record Matter(UUID id, Oin receiver) {}
}
