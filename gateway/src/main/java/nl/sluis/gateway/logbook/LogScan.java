package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.crypto.SecretKey;
import nl.sluis.gateway.keys.KeyVault;

/// Walks through the rows about people, newest first, to count them; shows no row to anybody.
///
/// Rows of people who were erased, and rows whose term is over, are passed over. May be shared
/// between threads.
public final class LogScan {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PAGE = 500;
  private static final String BEFORE =
      """
      select s.idx, s.subject_id, r.leaf, r.detail_ct, r.key_id
      from logbook_subject s
      join logbook_row r on r.region = s.region and r.idx = s.idx and r.key_id = s.key_id
      where s.region = ? and s.idx < ?
      order by s.idx desc
      limit ?
      """;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;

  /// @param region the logbook to walk through
  public LogScan(String region, KeyVault keys) {
    this.region = region;
    this.keys = keys;
    this.sealer = new Sealer(region, keys, new SecureRandom());
  }

  /// Hands every row about a person that was written at or after an instant to the counter.
  public void since(Connection connection, Instant from, BiConsumer<UUID, ObjectNode> counter)
      throws SQLException {
    var rowKeys = new RowKeys(keys);
    long before = Long.MAX_VALUE;
    while (before > 0) {
      before = page(connection, rowKeys, before, from, counter);
    }
  }

  /// The index below which the next page begins; zero when there is nothing more to see.
  private long page(
      Connection connection,
      RowKeys rowKeys,
      long before,
      Instant from,
      BiConsumer<UUID, ObjectNode> counter)
      throws SQLException {
    long last = 0;
    try (var statement = connection.prepareStatement(BEFORE)) {
      statement.setString(1, region);
      statement.setLong(2, before);
      statement.setInt(3, PAGE);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          last = row.getLong(1);
          var subject = row.getObject(2, UUID.class);
          var key = rowKeys.known(row.getString(5), Optional.of(subject));
          var detail = open(last, key, row.getBytes(3), row.getBytes(4));
          if (detail.isPresent()) {
            if (Instant.parse(detail.get().path(Entry.TIME).asText()).isBefore(from)) {
              return 0;
            }
            counter.accept(subject, detail.get());
          }
        }
      }
    }
    return last;
  }

  private Optional<ObjectNode> open(
      long index, Optional<SecretKey> key, byte[] leaf, byte[] sealed) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          MAPPER.readValue(sealer.open(index, leaf, sealed, key.get()), ObjectNode.class));
    } catch (IOException e) {
      throw new IllegalStateException("the details of a row are not JSON", e);
    }
  }
}
