package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.WentUp;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;

/// What must be locked to end what was put on record about a child: the child as it was known then,
/// and the one in which it went up since, where a copy of it stops as much (design 10.3).
///
/// May be shared between threads.
///
/// @param went knows in which child another went up
/// @param database for looking up whose locks to take
record OfThen(WentUp went, DataSource database) {
  OfThen(String region, DataSource database) {
    this(new WentUp(region), database);
  }

  /// Both; the row is about the child as it stands now.
  Needs needs(UUID subject) throws SQLException {
    try (var connection = database.getConnection()) {
      var stands = went.now(connection, subject);
      return stands.equals(subject) ? Needs.toWrite(subject) : Needs.toWrite(stands).and(subject);
    }
  }

  /// A row of its own about the child as it was known then, which tells of the facts that were
  /// written about it; none when that is the child of now, which the first row is about.
  static List<Entry> row(Found found, UUID subject, EntryKind kind, ObjectNode detail) {
    return there(found).equals(subject)
        ? List.of()
        : List.of(new Entry(kind, Optional.of(subject), detail.deepCopy()));
  }

  /// As which child it stands under these locks.
  static UUID there(Found found) {
    return found.subject().orElseThrow();
  }
}
