package nl.sluis.gateway.controle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.RowScan;

/// Replays the events of the logbook and says where the tables of facts hold something else: a
/// consent that was changed, added or taken away behind the back of the gateway (design 10.18).
///
/// Says nothing of the rows themselves; who asks MUST have found the logbook whole first. Needs the
/// keys. May be shared between threads.
public final class FactReplay {
  private final String region;
  private final RowScan rows;

  /// @param region the logbook to replay
  public FactReplay(String region, KeyVault keys) {
    this.region = region;
    this.rows = new RowScan(region, keys);
  }

  /// Reads rows and facts in one snapshot; changes nothing.
  ///
  /// @param connection may read the logbook and the tables of facts; comes back in auto-commit mode
  /// @return what deviates, by row; nothing when the facts are what the logbook says
  public List<Deviation> compare(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      return compareWithin(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// The same, as one open transaction sees it; does not end that transaction.
  public List<Deviation> compareWithin(Connection tx) throws SQLException {
    var gaps = new Gaps();
    var consents = new ConsentReplay();
    var exchange = new ExchangeReplay();
    var facts = new CommittedFacts();
    rows.within(
        tx,
        (index, detail) -> {
          if (detail.isEmpty()) {
            gaps.unreadable();
            return;
          }
          var at = Instant.parse(detail.get().path(Entry.TIME).asText());
          gaps.readable(at);
          consents.row(index, detail.get(), at);
          exchange.row(index, detail.get());
          facts.row(index, detail.get(), at);
        });
    var found = new ArrayList<Deviation>();
    consents.compare(tx, region, gaps, found);
    exchange.compare(tx, region, found);
    facts.compare(tx, region, gaps, found);
    found.sort(Comparator.comparingLong(Deviation::row));
    return found;
  }
}
