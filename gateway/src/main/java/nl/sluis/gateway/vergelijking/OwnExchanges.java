package nl.sluis.gateway.vergelijking;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.policies.terms.Oin;

/// The exchanges of one organisation as Sluis recorded them, a page of the logbook at a time. Of a
/// message that did not reach it a receiver learns nothing here either. May be shared between
/// threads.
final class OwnExchanges {
  /// How many rows are read at most.
  static final int MOST_ROWS = 20_000;

  private static final int PAGE = 500;

  /// Two gateways may differ this much about the time.
  private static final Duration SKEW = Duration.ofMinutes(2);

  /// How a sender hears of its exchange first, and how it reaches a receiver.
  private static final Set<EntryKind> KINDS =
      EnumSet.of(
          EntryKind.ACCEPTED,
          EntryKind.REFUSED,
          EntryKind.HELD,
          EntryKind.DISCLOSED,
          EntryKind.DELIVERED,
          EntryKind.HANDOVER);

  private final LogReader rows;

  OwnExchanges(LogReader rows) {
    this.rows = rows;
  }

  /// Hears of each row.
  @FunctionalInterface
  interface Each {
    /// @param place of the row in the logbook
    void row(Extract.Key key, Instant at, long place);
  }

  /// Reads them, newest first; of an exchange each row that tells of it.
  ///
  /// @param from the first moment
  /// @param until the first moment after it
  /// @return false when there are more rows than are read
  boolean each(Connection connection, Oin own, Instant from, Instant until, Each each)
      throws SQLException {
    long before = rows.below(connection, own.value(), until.plus(SKEW));
    for (int read = 0; read < MOST_ROWS; read += PAGE) {
      var page = rows.pageOf(connection, own.value(), Optional.empty(), before, PAGE);
      for (var row : page.rows()) {
        if (row.at().isBefore(from.minus(SKEW))) {
          return true;
        }
        if (!row.at().isBefore(from) && row.at().isBefore(until)) {
          key(row, own).ifPresent(key -> each.row(key, row.at(), row.index()));
        }
      }
      if (!page.more()) {
        return true;
      }
      before = page.next();
    }
    return false;
  }

  private static Optional<Extract.Key> key(LogReader.Row row, Oin own) {
    var detail = row.detail();
    var known = EntryKind.of(detail.path(Entry.KIND).asText()).filter(KINDS::contains);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var sides = new HashSet<Side>();
    for (var where : new JsonNode[] {detail, detail.path("vraag")}) {
      if (where.path("van").path("oin").asText().equals(own.value())) {
        sides.add(Side.GAF);
      } else if (where.path("aan").path("oin").asText().equals(own.value())) {
        sides.add(Side.KREEG);
      }
    }
    return sides.size() == 1
        ? transaction(detail.path(Entry.TRANSACTION).asText())
            .map(transaction -> new Extract.Key(transaction, sides.iterator().next()))
        : Optional.empty();
  }

  private static Optional<UUID> transaction(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
