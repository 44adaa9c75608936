package nl.sluis.gateway.desk;

import java.util.List;
import java.util.UUID;

/// What somebody who logged in sees at one child.
///
/// @param subject which child
/// @param self whether it is the person itself
/// @param cover what that person may read of where others are
/// @param lines what is seen, the newest first
/// @param <T> of what
public record AtChild<T>(UUID subject, boolean self, Cover cover, List<T> lines) {
  /// Copies its parts.
  public AtChild {
    lines = List.copyOf(lines);
  }
}
