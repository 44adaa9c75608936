package nl.sluis.gateway.aanmelding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/// Which attempts to log in were begun and not finished, for all gateways.
///
/// Thread-safe: of any number of answers to one attempt exactly one is taken, as the database
/// decides.
final class AttemptTable implements AttemptStore {
  private static final String INSERT =
      "insert into aanmelding_poging (region, poging, begonnen_op) values (?, ?, ?)";
  private static final String TAKE =
      """
      delete from aanmelding_poging
       where region = ? and poging = ?
      returning begonnen_op
      """;
  private static final String FORGET =
      """
      delete from aanmelding_poging
       where ctid in (
         select ctid from aanmelding_poging where region = ? and begonnen_op < ? limit 10000)
      """;

  private final String region;
  private final DataSource database;

  AttemptTable(String region, DataSource database) {
    this.region = region;
    this.database = database;
  }

  @Override
  public void begin(Attempt attempt, Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setBytes(2, attempt.key());
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  @Override
  public Optional<Instant> take(Attempt attempt) throws SQLException {
    try (var connection = database.getConnection();
        var take = connection.prepareStatement(TAKE)) {
      take.setString(1, region);
      take.setBytes(2, attempt.key());
      try (var row = take.executeQuery()) {
        return row.next()
            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  int forget(Instant before) throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement(FORGET)) {
      delete.setString(1, region);
      delete.setObject(2, before.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }
}
