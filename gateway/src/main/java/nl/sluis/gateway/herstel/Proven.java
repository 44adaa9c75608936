package nl.sluis.gateway.herstel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a receipt proves of a row that is missing.
public sealed interface Proven {
  /// The place of the row in the logbook of before the restore, from 0.
  long row();

  /// That the row was there; not what it said.
  record Row(long row) implements Proven {}

  /// That a consent was stopped: taken back, refused or disputed.
  ///
  /// @param ask the question
  /// @param speaker who said it, by the name that means something within that question only
  /// @param word the Dutch word for what was said, such as `ingetrokken`
  /// @param categories for which categories; empty for all
  /// @param said when
  record Stop(
      long row, UUID ask, String speaker, String word, List<String> categories, Instant said)
      implements Proven {
    /// Copies its list.
    public Stop {
      categories = List.copyOf(categories);
    }
  }
}
