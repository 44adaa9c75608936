package nl.sluis.gateway.verzoek;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The messages to receivers and what came of them. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
final class RecipientTable {
  private static final int MOST = 100;
  private static final String ADD =
      """
      insert into ontvangersbericht
        (region, id, verzoek, wat, aan_oin, aan_rol, rijen, jws, gemaakt_op, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String COLUMNS =
      "select "
          + RequestTable.STANDS
          + """
          , o.id, o.verzoek, v.subject_id, o.wat, o.aan_oin, o.aan_rol, o.rijen, o.jws,
            o.gemaakt_op, o.uiterlijk, b.gedaan, b.grond, b.op
          from ontvangersbericht o
          join betrokkenenverzoek v on v.region = o.region and v.id = o.verzoek
          left join ontvangersbericht_bevestigd b on b.region = o.region and b.bericht = o.id
          where o.region = ?
          """;
  private static final String OF = COLUMNS + "  and o.verzoek = ? order by o.nummer";
  private static final String FIND = COLUMNS + "  and o.id = ?";
  private static final String WAITING =
      COLUMNS
          + """
            and o.aan_oin = ?
            and b.op is null
          order by o.gemaakt_op, o.nummer
          limit ?
          """;
  private static final String CONFIRM =
      """
      insert into ontvangersbericht_bevestigd (region, bericht, gedaan, grond, op, door)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private final String region;

  RecipientTable(String region) {
    this.region = region;
  }

  void add(Connection tx, RecipientMessage message) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, message.id());
      insert.setObject(3, message.request());
      insert.setString(4, message.what().code());
      insert.setString(5, message.to().oin().value());
      insert.setString(6, message.to().role().code());
      insert.setArray(7, tx.createArrayOf("bigint", message.rows().toArray()));
      insert.setString(8, message.jws());
      insert.setObject(9, utc(message.madeAt()));
      insert.setObject(10, utc(message.due()));
      insert.executeUpdate();
    }
  }

  /// Those that followed on this request, the first made first.
  List<RecipientMessage> of(Connection tx, UUID request) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setObject(2, request);
      return read(select);
    }
  }

  Optional<RecipientMessage> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      return read(select).stream().findFirst();
    }
  }

  /// What this receiver did not answer yet: at most a hundred, the oldest first.
  List<RecipientMessage> waiting(Connection tx, Oin receiver) throws SQLException {
    try (var select = tx.prepareStatement(WAITING)) {
      select.setString(1, region);
      select.setString(2, receiver.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// Notes what the receiver says that it did.
  ///
  /// @param ground the law that makes it keep the data; null for any other word
  /// @return false when it said so before
  boolean confirm(
      Connection tx, UUID message, Mended done, @Nullable String ground, PartyRole by, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(CONFIRM)) {
      insert.setString(1, region);
      insert.setObject(2, message);
      insert.setString(3, done.code());
      insert.setString(4, ground);
      insert.setObject(5, utc(now));
      insert.setString(6, by.oin() + "/" + by.role());
      return insert.executeUpdate() == 1;
    }
  }

  private static List<RecipientMessage> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<RecipientMessage>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(message(rows));
      }
    }
    return found;
  }

  private static RecipientMessage message(ResultSet row) throws SQLException {
    return new RecipientMessage(
        row.getObject("id", UUID.class),
        row.getObject("verzoek", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getObject("nu", UUID.class),
        RequestKind.of(row.getString("wat")).orElseThrow(),
        new PartyRole(
            new Oin(row.getString("aan_oin")), Role.of(row.getString("aan_rol")).orElseThrow()),
        Arrays.asList((Long[]) row.getArray("rijen").getArray()),
        row.getString("jws"),
        row.getObject("gemaakt_op", OffsetDateTime.class).toInstant(),
        row.getObject("uiterlijk", OffsetDateTime.class).toInstant(),
        answer(row));
  }

  private static Optional<RecipientMessage.Answer> answer(ResultSet row) throws SQLException {
    var done = row.getString("gedaan");
    return done == null
        ? Optional.empty()
        : Optional.of(
            new RecipientMessage.Answer(
                Mended.of(done),
                Optional.ofNullable(row.getString("grond")),
                row.getObject("op", OffsetDateTime.class).toInstant()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
