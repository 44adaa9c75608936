package nl.sluis.gateway.zaakdossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Finds the rows of an organisation that a case is about, and reads them again later.
///
/// Rows stand in the order in which they were written, so a day is found by halving. May be shared
/// between threads; it works on the connection of its caller, who MUST write down the look.
final class OwnRows {
  /// How many rows one case freezes at most.
  static final int MOST = 1_000;

  /// How many are opened to find them.
  static final int OPENED = 5_000;

  private static final int CHUNK = 200;

  /// Two gateways may differ this much about the time.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final LogReader reader;
  private final RowScan scan;

  OwnRows(String region, KeyVault vault) {
    this.reader = new LogReader(region, vault);
    this.scan = new RowScan(region, vault);
  }

  /// What was found.
  ///
  /// @param rows the oldest first
  /// @param whole whether these are all; there may be more than one case can hold
  record Found(List<OwnRow> rows, boolean whole) {
    Found {
      rows = List.copyOf(rows);
    }
  }

  /// The rows of this organisation in these days, of these people when some are named.
  ///
  /// @param subjects empty for whomever
  Found find(Connection tx, Oin own, CaseScope scope, List<UUID> subjects) throws SQLException {
    var rows = new ArrayList<OwnRow>();
    boolean whole = true;
    if (subjects.isEmpty()) {
      whole = walk(tx, own, Optional.empty(), scope, rows);
    }
    for (var subject : subjects) {
      whole &= walk(tx, own, Optional.of(subject), scope, rows);
    }
    rows.sort(Comparator.comparingLong(OwnRow::index));
    return new Found(rows, whole && rows.size() <= MOST);
  }

  /// @return whether it came to the first of these days
  private boolean walk(
      Connection tx, Oin own, Optional<UUID> subject, CaseScope scope, List<OwnRow> into)
      throws SQLException {
    var begin = scope.from().atStartOfDay(Age.CALENDAR).toInstant();
    var end = scope.to().plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
    long before = reader.below(tx, own.value(), end.plus(SKEW));
    for (int opened = 0; opened < OPENED; opened += CHUNK) {
      var page = reader.pageOf(tx, own.value(), subject, before, CHUNK);
      for (var row : page.rows()) {
        var at = row.at();
        if (!at.isBefore(begin) && at.isBefore(end)) {
          OwnRow.of(row.index(), row.detail())
              .filter(one -> one.isIn(scope, own))
              .ifPresent(into::add);
        }
      }
      if (!page.more()
          || page.rows().stream().anyMatch(row -> row.at().isBefore(begin.minus(SKEW)))) {
        return true;
      }
      before = page.next();
    }
    return false;
  }

  /// The row at this place; empty when it can be opened no more, or tells of no exchange.
  Optional<OwnRow> at(Connection tx, long index) throws SQLException {
    return scan.page(tx, index, 1).stream()
        .filter(row -> row.index() == index)
        .flatMap(row -> row.detail().stream())
        .flatMap(detail -> OwnRow.of(index, detail).stream())
        .findFirst();
  }

  /// What the rows of this organisation at these places tell, by their place; those that can be
  /// opened no more, or tell of no exchange, are not in it.
  Map<Long, OwnRow> at(Connection tx, Oin own, List<Long> indexes) throws SQLException {
    var found = new HashMap<Long, OwnRow>();
    for (var row : reader.at(tx, own.value(), indexes)) {
      OwnRow.of(row.index(), row.detail()).ifPresent(one -> found.put(row.index(), one));
    }
    return found;
  }

  /// The words that stand in the row of a step; empty when it can be opened no more.
  String words(Connection tx, long index) throws SQLException {
    return scan.page(tx, index, 1).stream()
        .filter(row -> row.index() == index)
        .flatMap(row -> row.detail().stream())
        .map(detail -> detail.path("toelichting").asText())
        .findFirst()
        .orElse("");
  }
}
