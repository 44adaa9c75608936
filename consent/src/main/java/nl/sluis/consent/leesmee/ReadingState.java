package nl.sluis.consent.leesmee;

import java.util.Set;
import java.util.UUID;

/// Whether a text may go, by what its readers said until now. Immutable.
public sealed interface ReadingState {
  /// It may.
  record Done() implements ReadingState {}

  /// Not yet.
  ///
  /// @param who of whom something is missing; the sender MUST not hear who
  record Waiting(Set<UUID> who) implements ReadingState {
    /// Copies its parts.
    public Waiting {
      who = Set.copyOf(who);
    }
  }

  /// Somebody stopped it.
  record Stopped() implements ReadingState {}

  /// It cannot be said who must read it.
  record ReadersUnknown() implements ReadingState {}

  /// Somebody who must read it may not know of the sender or the receiver, and is not asked (design
  /// 10.14).
  record ReaderShielded() implements ReadingState {}

  /// It was read too long ago, or never in time.
  record Over() implements ReadingState {}
}
