package nl.sluis.consent.custody;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Those who must say yes; any of them can say no.
public sealed interface Signers {
  /// It cannot be said who must, so nobody can.
  record Unknown() implements Signers {}

  /// These must.
  ///
  /// @param youth the person concerned, if that is one of them; else nobody
  /// @param holders those with gezag or another power to represent
  /// @param quorum how many of the holders must have said yes themselves
  record Known(Set<UUID> youth, Set<UUID> holders, CustodySituation.Quorum quorum)
      implements Signers {
    /// Copies its parts.
    public Known {
      youth = Set.copyOf(youth);
      holders = Set.copyOf(holders);
    }

    /// Everyone who must say yes.
    public Set<UUID> all() {
      var all = new HashSet<>(youth);
      all.addAll(holders);
      return Set.copyOf(all);
    }
  }
}
