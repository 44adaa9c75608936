package nl.sluis.gateway.sequencer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// The messages that were answered: replay guard and memory of the original answers.
///
/// May be shared between threads; each call works on the caller's connection.
public final class MessageTable {
  /// One look in the index per key, whatever the planner believes: a plan made while the table was
  /// empty is kept, and read every message of the region for each batch once it was not.
  private static final String FIND =
      """
      select m.signer, m.jti, m.digest, m.transaction_id, m.sender_oin, m.parcel_id, m.answer_ct,
        m.answer_key, m.row_index, m.tree_size, m.received_at
      from unnest(?::text[], ?::text[]) as k (signer, jti)
      cross join lateral (
        select *
        from message
        where region = ? and signer = k.signer and jti = k.jti
        limit 1) as m
      """;

  private static final String BY_TRANSACTION =
      """
      select m.signer, m.jti, m.digest, m.transaction_id, m.sender_oin, m.parcel_id, m.answer_ct,
        m.answer_key, m.row_index, m.tree_size, m.received_at
      from message m
      where m.region = ? and m.transaction_id = ?
      """;

  /// One statement for a whole batch: its list of values would be a new statement for each length.
  private static final String INSERT =
      """
      insert into message (region, signer, jti, digest, transaction_id, sender_oin, parcel_id,
        answer_ct, answer_key, row_index, tree_size, received_at)
      select ?, m.*
      from unnest(?::text[], ?::text[], ?::bytea[], ?::uuid[], ?::text[], ?::uuid[], ?::bytea[],
        ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[]) as m
      """;

  private static final String FORGET = "delete from message where region = ? and received_at < ?";

  private final String region;

  /// @param region the region whose messages these are
  public MessageTable(String region) {
    this.region = region;
  }

  Map<MessageKey, MessageRow> find(Connection tx, Collection<MessageKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<MessageKey, MessageRow>();
    var asked = List.copyOf(keys);
    var stored = asked.stream().map(MessageTable::stored).toList();
    try (var query = tx.prepareStatement(FIND)) {
      query.setArray(
          1, tx.createArrayOf("text", stored.stream().map(k -> k.signer().value()).toArray()));
      query.setArray(2, tx.createArrayOf("text", stored.stream().map(MessageKey::jti).toArray()));
      query.setString(3, region);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          var row = read(rows);
          found.put(asked.get(stored.indexOf(row.key())), row);
        }
      }
    }
    return found;
  }

  /// The message of this transaction; empty when there is none.
  public Optional<MessageRow> byTransaction(Connection tx, UUID transaction) throws SQLException {
    try (var query = tx.prepareStatement(BY_TRANSACTION)) {
      query.setString(1, region);
      query.setObject(2, transaction);
      try (var rows = query.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    }
  }

  /// Forgets messages received before this instant; their `exp` has long passed by then.
  public int forgetBefore(Connection tx, OffsetDateTime instant) throws SQLException {
    try (var delete = tx.prepareStatement(FORGET)) {
      delete.setString(1, region);
      delete.setObject(2, instant);
      return delete.executeUpdate();
    }
  }

  void insert(Connection tx, List<MessageRow> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      var columns = new Columns<>(tx, insert, 2, messages);
      columns.texts(m -> m.key().signer().value());
      columns.texts(m -> stored(m.key()).jti());
      columns.bytes(MessageRow::digest);
      columns.uuids(MessageRow::transaction);
      columns.texts(m -> m.sender().value());
      columns.uuids(m -> m.parcel().orElse(null));
      columns.bytes(MessageRow::answer);
      columns.texts(MessageRow::answerKey);
      columns.numbers(MessageRow::row);
      columns.numbers(MessageRow::treeSize);
      columns.instants(MessageRow::receivedAt);
      insert.executeUpdate();
    }
  }

  /// The key as it is kept. Its sender chose the number, so it could hold anything; to know a
  /// message again its hash is enough.
  private static MessageKey stored(MessageKey key) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(key.jti().getBytes(StandardCharsets.UTF_8));
      return new MessageKey(key.signer(), HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static MessageRow read(ResultSet row) throws SQLException {
    return new MessageRow(
        new MessageKey(new Oin(row.getString(1)), row.getString(2)),
        row.getBytes(3),
        row.getObject(4, UUID.class),
        new Oin(row.getString(5)),
        Optional.ofNullable(row.getObject(6, UUID.class)),
        row.getBytes(7),
        row.getString(8),
        row.getLong(9),
        row.getLong(10),
        row.getObject(11, OffsetDateTime.class).toInstant());
  }
}
