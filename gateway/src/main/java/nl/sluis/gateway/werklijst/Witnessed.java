package nl.sluis.gateway.werklijst;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.policies.terms.Oin;

/// Witnesses that signed nothing newer for too long while there was something to sign: every
/// organisation hears of it, for the logbook is of all of them. May be shared between threads.
public final class Witnessed implements Elsewhere {
  private static final String SILENT =
      """
      select w.name, s.signed_at
      from unnest(?::text[]) w (name)
      cross join lateral (
        select c.size
        from checkpoint c
        where c.region = ?
        order by c.size desc
        limit 1) newest
      left join lateral (
        select k.size, k.signed_at
        from checkpoint_cosignature k
        where k.region = ? and k.witness = w.name
        order by k.size desc
        limit 1) s on true
      where (s.size is null or s.size < newest.size) and (s.signed_at is null or s.signed_at < ?)
      """;

  private final String region;
  private final DataSource database;
  private final List<String> names;
  private final Duration silence;

  /// @param names of the witnesses that must sign
  /// @param silence how long one may leave a checkpoint unsigned
  public Witnessed(String region, DataSource database, List<String> names, Duration silence) {
    this.region = region;
    this.database = database;
    this.names = List.copyOf(names);
    this.silence = silence;
  }

  @Override
  public List<WorkItem> of(Oin organisation, Instant now) throws SQLException {
    if (names.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<WorkItem>();
    try (var tx = database.getConnection();
        var select = tx.prepareStatement(SILENT)) {
      select.setArray(1, tx.createArrayOf("text", names.toArray()));
      select.setString(2, region);
      select.setString(3, region);
      select.setObject(4, now.minus(silence).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var signed = row.getObject(2, OffsetDateTime.class);
          found.add(item(row.getString(1), signed == null ? Instant.EPOCH : signed.toInstant()));
        }
      }
    }
    return List.copyOf(found);
  }

  private WorkItem item(String witness, Instant signed) {
    var kind = "getuige-stil";
    var id = UUID.nameUUIDFromBytes((kind + "\n" + witness).getBytes(StandardCharsets.UTF_8));
    return new WorkItem(kind, Group.BEWIJS, id, id, signed, signed.plus(silence), false, false);
  }
}
