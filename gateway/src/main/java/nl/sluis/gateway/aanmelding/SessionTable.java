package nl.sluis.gateway.aanmelding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/// The rows of sessions; whose they are stands sealed in them. Thread-safe.
final class SessionTable implements SessionStore {
  private static final String INSERT =
      """
      insert into sessie (
        region, sessie, verzegeld, persoon, bij_aanbieder, aanbieder_sessie, begonnen_op, gezien_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      "select verzegeld, begonnen_op, gezien_op from sessie where region = ? and sessie = ?";
  private static final String SEE =
      """
      update sessie
         set gezien_op = greatest(gezien_op, ?)
       where region = ? and sessie = ?
      """;
  private static final String REPLACE =
      """
      with weg as (delete from sessie where region = ? and sessie = ? returning *)
      insert into sessie (
        region, sessie, verzegeld, persoon, bij_aanbieder, aanbieder_sessie, begonnen_op, gezien_op)
      select region, ?, ?, persoon, bij_aanbieder, aanbieder_sessie, begonnen_op, gezien_op
        from weg
      """;
  private static final String END = "delete from sessie where region = ? and sessie = ?";
  private static final String END_OF_PERSON = "delete from sessie where region = ? and persoon = ?";
  private static final String END_OF_PROVIDER_PERSON =
      "delete from sessie where region = ? and bij_aanbieder = ? and begonnen_op < ?";
  private static final String END_OF_PROVIDER_SESSION =
      "delete from sessie where region = ? and aanbieder_sessie = ? and begonnen_op < ?";
  private static final String FORGET =
      """
      delete from sessie
       where ctid in (
         select ctid from sessie
          where region = ? and (begonnen_op <= ? or gezien_op <= ?)
          limit 10000)
      """;

  private final String region;
  private final DataSource database;

  /// Something done with one statement.
  private interface Deed<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  SessionTable(String region, DataSource database) {
    this.region = region;
    this.database = database;
  }

  @Override
  public void insert(Begun begun) throws SQLException {
    run(
        INSERT,
        insert -> {
          insert.setString(1, region);
          insert.setBytes(2, begun.key());
          insert.setBytes(3, begun.sealed());
          insert.setBytes(4, begun.person());
          insert.setBytes(5, begun.atProvider());
          insert.setBytes(6, begun.providerSession().orElse(null));
          insert.setObject(7, begun.at().atOffset(ZoneOffset.UTC));
          insert.setObject(8, begun.at().atOffset(ZoneOffset.UTC));
          return insert.executeUpdate();
        });
  }

  @Override
  public Optional<Kept> find(byte[] key) throws SQLException {
    return run(
        FIND,
        select -> {
          select.setString(1, region);
          select.setBytes(2, key);
          try (var row = select.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Kept(
                        row.getBytes(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                : Optional.empty();
          }
        });
  }

  @Override
  public boolean see(byte[] key, Instant now) throws SQLException {
    return run(
        SEE,
        update -> {
          update.setObject(1, now.atOffset(ZoneOffset.UTC));
          update.setString(2, region);
          update.setBytes(3, key);
          return update.executeUpdate() == 1;
        });
  }

  @Override
  public boolean replace(byte[] key, byte[] by, byte[] sealed) throws SQLException {
    return run(
        REPLACE,
        update -> {
          update.setString(1, region);
          update.setBytes(2, key);
          update.setBytes(3, by);
          update.setBytes(4, sealed);
          return update.executeUpdate() == 1;
        });
  }

  @Override
  public void end(byte[] key) throws SQLException {
    delete(END, key);
  }

  void endOfPerson(byte[] person) throws SQLException {
    delete(END_OF_PERSON, person);
  }

  @Override
  public void endOfProviderPerson(byte[] subject, Instant before) throws SQLException {
    delete(END_OF_PROVIDER_PERSON, subject, before);
  }

  @Override
  public void endOfProviderSession(byte[] session, Instant before) throws SQLException {
    delete(END_OF_PROVIDER_SESSION, session, before);
  }

  int forget(Instant begunBy, Instant seenBy) throws SQLException {
    return run(
        FORGET,
        delete -> {
          delete.setString(1, region);
          delete.setObject(2, begunBy.atOffset(ZoneOffset.UTC));
          delete.setObject(3, seenBy.atOffset(ZoneOffset.UTC));
          return delete.executeUpdate();
        });
  }

  private void delete(String sql, byte[] what) throws SQLException {
    run(
        sql,
        delete -> {
          delete.setString(1, region);
          delete.setBytes(2, what);
          return delete.executeUpdate();
        });
  }

  private void delete(String sql, byte[] what, Instant before) throws SQLException {
    run(
        sql,
        delete -> {
          delete.setString(1, region);
          delete.setBytes(2, what);
          delete.setObject(3, before.atOffset(ZoneOffset.UTC));
          return delete.executeUpdate();
        });
  }

  private <T> T run(String sql, Deed<T> deed) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return deed.with(statement);
    }
  }
}
