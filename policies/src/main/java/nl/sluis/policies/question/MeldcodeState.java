package nl.sluis.policies.question;

import java.util.List;

/// How far the meldcode record that came with the message reaches.
public sealed interface MeldcodeState {
  /// The message carries no record.
  record Absent() implements MeldcodeState {}

  /// Acute danger, with the five things that are asked and nothing more.
  record Acute() implements MeldcodeState {}

  /// The whole record, consistent in itself.
  ///
  /// @param familyInformed false when informing the family was postponed: an embargo follows
  record Complete(boolean familyInformed) implements MeldcodeState {}

  /// A record with gaps.
  ///
  /// @param gaps every gap at once, each in words a professional can act on
  record Incomplete(List<String> gaps) implements MeldcodeState {
    /// Copies its parts.
    public Incomplete {
      gaps = List.copyOf(gaps);
    }
  }
}
