package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Reads who each row is about, in the order of the rows.
///
/// For one thread.
final class SubjectCursor implements AutoCloseable {
  private static final String SUBJECTS =
      """
      select idx, subject_id, key_id from logbook_subject
      where region = ? and idx >= ? and idx < ?
      order by idx
      """;

  private final Findings findings;
  private final PreparedStatement statement;
  private final ResultSet subjects;
  private boolean more;

  SubjectCursor(Connection connection, String region, Span span, Findings findings)
      throws SQLException {
    this.findings = findings;
    this.statement = LogbookVerifier.stream(connection, SUBJECTS);
    statement.setString(1, region);
    statement.setLong(2, span.isAll() ? Long.MIN_VALUE : span.from());
    statement.setLong(3, span.to());
    this.subjects = statement.executeQuery();
    this.more = subjects.next();
  }

  Optional<UUID> of(long index, String keyId) throws SQLException {
    while (more && subjects.getLong(1) < index) {
      surplus();
    }
    if (!more || subjects.getLong(1) != index) {
      return Optional.empty();
    }
    var whom = subjects.getObject(2, UUID.class);
    if (!keyId.equals(subjects.getString(3))) {
      findings.row(index, "staat bij een persoon in een andere maand.");
    }
    more = subjects.next();
    return Optional.of(whom);
  }

  /// To be called after the last row.
  void finish() throws SQLException {
    while (more) {
      surplus();
    }
  }

  private void surplus() throws SQLException {
    findings.row(subjects.getLong(1), "staat bij een persoon, maar bestaat niet.");
    more = subjects.next();
  }

  @Override
  public void close() throws SQLException {
    subjects.close();
    statement.close();
  }
}
