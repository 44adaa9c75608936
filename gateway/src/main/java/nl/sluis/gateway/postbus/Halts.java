package nl.sluis.gateway.postbus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.postbus.Halt.Kind;
import nl.sluis.gateway.postbus.Halt.Standing;
import nl.sluis.gateway.sequencer.Found;

/// What stands still, as a fact that every decision of every gateway reads in its own transaction.
/// It only grows.
///
/// Who decides shares a lock with who decides elsewhere, who halts has it alone, and both keep it
/// until commit: what is decided after a halt is committed knows of it. May be shared between
/// threads.
public final class Halts {
  private static final String STANDING =
      """
      select s.id, s.soort, s.wat, s.reden, s.door, s.op,
        array(
          select o.door from stillegging_opgeheven o
          where o.region = s.region and o.stillegging = s.id
          order by o.op, o.door) as opgeheven
      from stillegging s
      where s.region = ?
        and (
          select count(*) from stillegging_opgeheven o
          where o.region = s.region and o.stillegging = s.id) < 2
      order by s.op, s.id
      """;
  private static final String ADD =
      """
      insert into stillegging (region, id, soort, wat, reden, door, op)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIFT =
      """
      insert into stillegging_opgeheven (region, stillegging, door, op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String STANDING_OR_SHUT_OUT =
      """
      select s.id, s.soort, s.wat, s.reden, s.door, s.op, s.opgeheven
      from (%s) s
      union all
      select '00000000-0000-0000-0000-000000000000'::uuid, 'partner', p.oin, p.reden, p.door, p.op,
        array[]::text[]
      from (
        select distinct on (oin) oin, stand, reden, door, op
        from partner_stap
        where region = ? and stand is not null
        order by oin, nr desc) p
      where p.stand <> 'toegelaten'
      """
          .formatted(STANDING);
  private static final String LOCK_SHARED =
      "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
  private static final String LOCK_ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final String region;

  /// @param region in whose part of the database they live
  public Halts(String region) {
    this.region = region;
  }

  /// What stands still, read once for a whole batch in the transaction that decides: also whatever
  /// is of a partner that was suspended or removed.
  public Standing standing(Found found) throws SQLException {
    return found
        .once()
        .of(
            Standing.class,
            tx -> {
              lock(tx, LOCK_SHARED);
              try (var select = tx.prepareStatement(STANDING_OR_SHUT_OUT)) {
                select.setString(1, region);
                select.setString(2, region);
                return read(select);
              }
            });
  }

  /// Waits for what is being decided; what is decided after the commit of this transaction knows of
  /// it.
  public void alone(Connection tx) throws SQLException {
    lock(tx, LOCK_ALONE);
  }

  /// What stands still, to look at.
  public Standing standing(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(STANDING)) {
      select.setString(1, region);
      return read(select);
    }
  }

  private static Standing read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Halt>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Halt(
                rows.getObject("id", UUID.class),
                Kind.of(rows.getString("soort")).orElseThrow(),
                rows.getString("wat"),
                rows.getString("reden"),
                rows.getString("door"),
                rows.getObject("op", OffsetDateTime.class).toInstant(),
                Arrays.asList((String[]) rows.getArray("opgeheven").getArray())));
      }
    }
    return new Standing(found);
  }

  /// Everything like this stands still from the commit of this transaction on. Waits for what is
  /// being decided.
  public void add(Connection tx, Halt halt) throws SQLException {
    lock(tx, LOCK_ALONE);
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, halt.id());
      insert.setString(3, halt.kind().code());
      insert.setString(4, halt.word());
      insert.setString(5, halt.reason());
      insert.setString(6, halt.by());
      insert.setObject(7, halt.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// Somebody says that it may go on; when somebody else said so before, it does.
  ///
  /// @return who said so, this one among them
  public List<String> lift(Connection tx, Halt halt, String by, Instant now) throws SQLException {
    lock(tx, LOCK_ALONE);
    try (var insert = tx.prepareStatement(LIFT)) {
      insert.setString(1, region);
      insert.setObject(2, halt.id());
      insert.setString(3, by);
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    var all = new ArrayList<>(halt.lifted());
    if (!all.contains(by)) {
      all.add(by);
    }
    return all;
  }

  private void lock(Connection tx, String statement) throws SQLException {
    try (var lock = tx.prepareStatement(statement)) {
      lock.setString(1, "stillegging " + region);
      lock.execute();
    }
  }
}
