package nl.sluis.gateway.werklijst;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import nl.sluis.gateway.taak.Lateness;

/// One thing that somebody at an organisation must do. It names nobody: what it is about is a
/// random identifier.
///
/// @param kind what, as a word that has its texts; of a task the code of its kind
/// @param id by which its own page is found; of what has none, a name of its own
/// @param about the exchange, request, stop or agreement it is about
/// @param since when
/// @param due when it is late
/// @param proposed whether one person proposed to close it and a second one is waited for
/// @param page whether it has a page of its own
public record WorkItem(
    String kind,
    Group group,
    UUID id,
    UUID about,
    Instant since,
    Instant due,
    boolean proposed,
    boolean page) {
  /// The most urgent first; names order as PostgreSQL orders them.
  static final Comparator<WorkItem> BY_TERM =
      Comparator.comparing(WorkItem::due).thenComparing(item -> item.id().toString());

  /// Has its day passed?
  public boolean isLate(Instant now) {
    return !due.isAfter(now);
  }

  /// By how many days, or parts of one, it is late; 0 when it is not.
  public long daysLate(Instant now) {
    return isLate(now) ? Math.max(1, Lateness.days(due, now)) : 0;
  }

  /// Where the list goes on after this.
  public Place place() {
    return new Place(due, id);
  }
}
