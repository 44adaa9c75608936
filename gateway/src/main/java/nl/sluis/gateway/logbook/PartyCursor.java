package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/// Reads which organisations each row names in the table for their officers, in the order of the
/// rows.
///
/// For one thread.
final class PartyCursor implements AutoCloseable {
  private static final String PARTIES =
      """
      select idx, party, key_id from logbook_party
      where region = ? and idx >= ? and idx < ?
      order by idx
      """;

  private final Findings findings;
  private final PreparedStatement statement;
  private final ResultSet parties;
  private boolean more;

  PartyCursor(Connection connection, String region, Span span, Findings findings)
      throws SQLException {
    this.findings = findings;
    this.statement = LogbookVerifier.stream(connection, PARTIES);
    statement.setString(1, region);
    statement.setLong(2, span.isAll() ? Long.MIN_VALUE : span.from());
    statement.setLong(3, span.to());
    this.parties = statement.executeQuery();
    this.more = parties.next();
  }

  /// The numbers of the organisations that stand at this row.
  Set<Long> of(long index, String keyId) throws SQLException {
    while (more && parties.getLong(1) < index) {
      surplus();
    }
    var numbers = new TreeSet<Long>();
    while (more && parties.getLong(1) == index) {
      if (!keyId.equals(parties.getString(3))) {
        findings.row(index, "staat bij een organisatie in een andere maand.");
      }
      numbers.add(parties.getLong(2));
      more = parties.next();
    }
    return numbers;
  }

  /// To be called after the last row.
  void finish() throws SQLException {
    while (more) {
      surplus();
    }
  }

  private void surplus() throws SQLException {
    findings.row(parties.getLong(1), "staat bij een organisatie, maar bestaat niet.");
    more = parties.next();
  }

  @Override
  public void close() throws SQLException {
    parties.close();
    statement.close();
  }
}
