package nl.sluis.consent.sight;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// One line that somebody might see. Immutable.
///
/// @param about the question or exchange that it is about
/// @param kind what it tells
/// @param own whether the viewer spoke in it
/// @param since when it came to be
/// @param organisations who asked, sent or received
public record Row(UUID about, Kind kind, boolean own, Instant since, Set<Oin> organisations) {
  /// What a line tells.
  public enum Kind {
    /// What was asked or exchanged about the child.
    OVER_HET_KIND,
    /// What is about the viewer, or a receipt of what the viewer said.
    OVER_WIE_KIJKT,
    /// What another said, lives at, can be reached by, or was helped with.
    VAN_EEN_ANDER
  }

  /// Copies its parts.
  public Row {
    organisations = Set.copyOf(organisations);
  }
}
