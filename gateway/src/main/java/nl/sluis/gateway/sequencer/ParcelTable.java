package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The parcels that wait, and those whose story is not told to the end yet.
///
/// May be shared between threads; each call works on the caller's connection.
public final class ParcelTable {
  private static final String COLUMNS =
      """
      select id, transaction_id, signer_oin, sender_oin, sender_role, receiver_oin, receiver_role,
        purpose, rule_id, subject_id, state, accepted_at, remind_at, due_at, never_lapses,
        payload_ct, payload_key, accepted_row, released_row
      from parcel
      """;

  private static final String LOCK =
      COLUMNS + "where region = ? and id = any(?) order by id for update";

  private static final String GET = COLUMNS + "where region = ? and id = ?";

  private static final String OF_EXCHANGE = COLUMNS + "where region = ? and transaction_id = ?";

  private static final String WAITING =
      COLUMNS
          + """
          where region = ? and receiver_oin = ? and receiver_role = any(?)
            and state in ('wacht', 'uitgereikt') and (due_at > ? or never_lapses)
          order by accepted_at, id
          limit ?
          """;

  private static final String ABOUT =
      COLUMNS
          + """
          where region = ? and subject_id = ? and purpose = ? and sender_oin = ?
            and receiver_oin = ? and receiver_role = ?
            and state in ('wacht', 'uitgereikt') and payload_ct is not null
          order by id
          for update
          """;

  static final String DUE =
      COLUMNS
          + """
          where region = ? and state in ('wacht', 'uitgereikt', 'ingehouden') and due_at <= ?
            and not told
          order by due_at
          limit ?
          """;

  private static final String INSERT =
      """
      insert into parcel (region, id, transaction_id, signer_oin, sender_oin, sender_role,
        receiver_oin, receiver_role, purpose, rule_id, subject_id, state, accepted_at, remind_at,
        due_at, never_lapses, payload_ct, payload_key, accepted_row)
      select ?, p.*
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
        ?::timestamptz[], ?::bool[], ?::bytea[], ?::text[], ?::bigint[]) as p
      """;

  /// Content stays or goes and never becomes another; where it stays it is not written again.
  static final String MOVE =
      """
      update parcel
      set state = ?, payload_ct = case when ? then payload_ct end, released_row = ?
      where region = ? and id = ?
      """;

  static final String TO_REMIND =
      COLUMNS
          + """
          where region = ? and state = 'wacht' and not reminded and remind_at <= ?
          order by remind_at
          limit ?
          """;

  private static final String REMINDED =
      "update parcel set reminded = true where region = ? and id = ?";

  private static final String TOLD = "select told from parcel where region = ? and id = ?";

  private static final String TELL = "update parcel set told = true where region = ? and id = ?";

  static final String KEYS_IN_USE =
      "select distinct payload_key from parcel where region = ? and payload_ct is not null";

  private final String region;
  private final GroundTable grounds;

  /// @param region the region whose parcels these are
  public ParcelTable(String region) {
    this.region = region;
    this.grounds = new GroundTable(region);
  }

  /// On which consents handing over rested.
  public GroundTable grounds() {
    return grounds;
  }

  Map<UUID, ParcelRow> lock(Connection tx, Collection<UUID> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<UUID, ParcelRow>();
    try (var query = tx.prepareStatement(LOCK)) {
      query.setString(1, region);
      query.setArray(2, tx.createArrayOf("uuid", ids.toArray()));
      for (var parcel : readAll(query)) {
        found.put(parcel.id(), parcel);
      }
    }
    return found;
  }

  /// A parcel as it is now, without a lock.
  public Optional<ParcelRow> get(Connection tx, UUID id) throws SQLException {
    try (var query = tx.prepareStatement(GET)) {
      query.setString(1, region);
      query.setObject(2, id);
      return readAll(query).stream().findFirst();
    }
  }

  /// The parcel of an exchange as it is now, without a lock.
  public Optional<ParcelRow> ofExchange(Connection tx, UUID transaction) throws SQLException {
    try (var query = tx.prepareStatement(OF_EXCHANGE)) {
      query.setString(1, region);
      query.setObject(2, transaction);
      return readAll(query).stream().findFirst();
    }
  }

  /// What waits for a receiver in these roles, oldest first.
  public List<ParcelRow> waiting(
      Connection tx, Oin receiver, Set<Role> roles, Instant now, int limit) throws SQLException {
    try (var query = tx.prepareStatement(WAITING)) {
      query.setString(1, region);
      query.setString(2, receiver.value());
      query.setArray(3, tx.createArrayOf("text", roles.stream().map(Role::code).toArray()));
      query.setObject(4, now.atOffset(ZoneOffset.UTC));
      query.setInt(5, limit);
      return readAll(query);
    }
  }

  /// What can still be handed over about a person for this purpose, from this organisation to this
  /// receiver; locked. The person MUST be locked already.
  public List<ParcelRow> about(
      Connection tx, UUID subject, Purpose purpose, Oin sender, PartyRole receiver)
      throws SQLException {
    try (var query = tx.prepareStatement(ABOUT)) {
      query.setString(1, region);
      query.setObject(2, subject);
      query.setString(3, purpose.code());
      query.setString(4, sender.value());
      query.setString(5, receiver.oin().value());
      query.setString(6, receiver.role().code());
      return readAll(query);
    }
  }

  /// Parcels whose term has passed and whose sender has not been told.
  public List<ParcelRow> due(Connection tx, Instant now, int limit) throws SQLException {
    try (var query = tx.prepareStatement(DUE)) {
      query.setString(1, region);
      query.setObject(2, now.atOffset(ZoneOffset.UTC));
      query.setInt(3, limit);
      return readAll(query);
    }
  }

  /// Parcels that wait and whose receiver has not been reminded.
  public List<ParcelRow> toRemind(Connection tx, Instant now, int limit) throws SQLException {
    try (var query = tx.prepareStatement(TO_REMIND)) {
      query.setString(1, region);
      query.setObject(2, now.atOffset(ZoneOffset.UTC));
      query.setInt(3, limit);
      return readAll(query);
    }
  }

  /// Marks that the receiver was reminded.
  public void reminded(Connection tx, UUID id) throws SQLException {
    mark(tx, REMINDED, id);
  }

  /// May the sender know how it ended?
  public boolean isTold(Connection tx, UUID id) throws SQLException {
    try (var query = tx.prepareStatement(TOLD)) {
      query.setString(1, region);
      query.setObject(2, id);
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /// The names of the keys that some waiting content still needs.
  public Set<String> keysInUse(Connection tx) throws SQLException {
    try (var query = tx.prepareStatement(KEYS_IN_USE)) {
      query.setString(1, region);
      try (var rows = query.executeQuery()) {
        var names = new ArrayList<String>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        return Set.copyOf(names);
      }
    }
  }

  /// Marks that the sender may read how it ended.
  public void tell(Connection tx, UUID id) throws SQLException {
    mark(tx, TELL, id);
  }

  private void mark(Connection tx, String sql, UUID id) throws SQLException {
    try (var update = tx.prepareStatement(sql)) {
      update.setString(1, region);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  void insert(Connection tx, List<ParcelRow> parcels) throws SQLException {
    if (parcels.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      var columns = new Columns<>(tx, insert, 2, parcels);
      columns.uuids(ParcelRow::id);
      columns.uuids(ParcelRow::transaction);
      columns.texts(p -> p.signer().value());
      columns.texts(p -> p.sender().oin().value());
      columns.texts(p -> p.sender().role().code());
      columns.texts(p -> p.receiver().oin().value());
      columns.texts(p -> p.receiver().role().code());
      columns.texts(p -> p.purpose().code());
      columns.texts(ParcelRow::rule);
      columns.uuids(p -> p.subject().orElse(null));
      columns.texts(p -> p.state().code());
      columns.instants(ParcelRow::acceptedAt);
      columns.instants(ParcelRow::remindAt);
      columns.instants(ParcelRow::dueAt);
      columns.flags(ParcelRow::neverLapses);
      columns.bytes(ParcelRow::payload);
      columns.texts(ParcelRow::payloadKey);
      columns.numbers(ParcelRow::acceptedRow);
      insert.executeUpdate();
    }
  }

  /// Stores where these are now.
  public void move(Connection tx, List<ParcelRow> parcels) throws SQLException {
    if (parcels.isEmpty()) {
      return;
    }
    try (var update = tx.prepareStatement(MOVE)) {
      for (var p : parcels) {
        update.setString(1, p.state().code());
        update.setBoolean(2, p.payload() != null);
        if (p.releasedRow().isPresent()) {
          update.setLong(3, p.releasedRow().getAsLong());
        } else {
          update.setNull(3, Types.BIGINT);
        }
        update.setString(4, region);
        update.setObject(5, p.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static List<ParcelRow> readAll(PreparedStatement query) throws SQLException {
    var found = new ArrayList<ParcelRow>();
    try (var rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  private static ParcelRow read(ResultSet row) throws SQLException {
    var released = row.getLong(19);
    var releasedRow = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(released);
    return new ParcelRow(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new Oin(row.getString(3)),
        party(row.getString(4), row.getString(5)),
        party(row.getString(6), row.getString(7)),
        new Purpose(row.getString(8)),
        row.getString(9),
        Optional.ofNullable(row.getObject(10, UUID.class)),
        ParcelRow.State.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
        row.getObject(12, OffsetDateTime.class).toInstant(),
        row.getObject(13, OffsetDateTime.class).toInstant(),
        row.getObject(14, OffsetDateTime.class).toInstant(),
        row.getBoolean(15),
        row.getBytes(16),
        row.getString(17),
        row.getLong(18),
        releasedRow);
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
