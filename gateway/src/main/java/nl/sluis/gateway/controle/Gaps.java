package nl.sluis.gateway.controle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between which instants rows stand that can no longer be read: what happened then may have a row.
///
/// For one thread.
final class Gaps {
  private final List<Gap> all = new ArrayList<>();
  private @Nullable Instant last;
  private boolean open;

  /// From the last row before that could be read to the first after.
  private record Gap(Instant from, Instant to) {}

  /// To be called for each row that cannot be read.
  void unreadable() {
    open = true;
  }

  /// To be called for each row that can.
  void readable(Instant at) {
    if (open) {
      all.add(new Gap(last == null ? Instant.MIN : last, at));
      open = false;
    }
    last = at;
  }

  /// Whether a row of this instant may be among those that cannot be read; after the last row.
  boolean mayHold(Instant at) {
    return (open && (last == null || !at.isBefore(last)))
        || all.stream().anyMatch(gap -> !at.isBefore(gap.from()) && !at.isAfter(gap.to()));
  }
}
