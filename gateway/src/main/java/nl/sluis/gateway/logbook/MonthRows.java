package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyVault;

/// Reads the rows of which the term ends in one month, page by page, to say which they are and how
/// many of each kind; shows no row to anybody.
///
/// May be shared between threads.
public final class MonthRows {
  /// The kind of a row that cannot be read any more, as when the person was erased.
  public static final String UNREADABLE = "onleesbaar";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PAGE =
      """
      select r.idx, r.leaf, r.key_id, r.detail_ct, s.subject_id
      from logbook_row r
      left join logbook_subject s on s.region = r.region and s.idx = r.idx
      where r.region = ? and r.key_id in (?, ? || '+betrokkene') and r.idx > ?
      order by r.idx
      limit ?
      """;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;

  /// @param region the logbook to read
  public MonthRows(String region, KeyVault keys) {
    this.region = region;
    this.keys = keys;
    this.sealer = new Sealer(region, keys, new SecureRandom());
  }

  /// Some rows of a month.
  ///
  /// @param rows their places, ascending
  /// @param kinds how many of each kind
  public record Page(List<Long> rows, Map<String, Integer> kinds) {
    /// Copies its parts.
    public Page {
      rows = List.copyOf(rows);
      kinds = Map.copyOf(kinds);
    }
  }

  /// The first rows of a month after this place.
  ///
  /// @param month the name of its key, such as `bewaar-203111`
  /// @throws BrokenRow naming a row that is not what was written
  public Page page(Connection connection, String month, long after, int most) throws SQLException {
    var rowKeys = new RowKeys(keys);
    var rows = new ArrayList<Long>();
    var kinds = new TreeMap<String, Integer>();
    try (var select = connection.prepareStatement(PAGE)) {
      select.setString(1, region);
      select.setString(2, month);
      select.setString(3, month);
      select.setLong(4, after);
      select.setInt(5, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row.getLong(1));
          kinds.merge(kind(rowKeys, row), 1, Integer::sum);
        }
      }
    }
    return new Page(rows, kinds);
  }

  private String kind(RowKeys rowKeys, ResultSet row) throws SQLException {
    var key = rowKeys.known(row.getString(3), Optional.ofNullable(row.getObject(5, UUID.class)));
    if (key.isEmpty()) {
      return UNREADABLE;
    }
    var bytes = sealer.open(row.getLong(1), row.getBytes(2), row.getBytes(4), key.get());
    try {
      return MAPPER.readTree(bytes).path(Entry.KIND).asText();
    } catch (IOException e) {
      throw new IllegalStateException("the details of a row are not JSON", e);
    }
  }
}
