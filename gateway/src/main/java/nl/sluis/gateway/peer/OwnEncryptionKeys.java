package nl.sluis.gateway.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.sluis.policies.terms.Oin;

/// What one owner has in the directory of keys, as the transaction of the caller sees it and not as
/// a gateway remembers it. May be shared between threads.
public final class OwnEncryptionKeys {
  private static final String EXISTS =
      """
      select 1
        from encryptiesleutel
       where region = ? and eigenaar = ? and kid = ?
      """;
  private static final String LEFT =
      """
      select count(*)
        from encryptiesleutel s
       where s.region = ? and s.eigenaar = ? and s.geldig_vanaf <= ? and s.geldig_tot > ?
         and not exists (
           select 1
             from encryptiesleutel_intrekking i
            where i.region = s.region and i.eigenaar = s.eigenaar and i.kid = s.kid)
      """;

  private final String region;

  /// @param region the part of the country whose keys these are
  public OwnEncryptionKeys(String region) {
    this.region = region;
  }

  /// Did this owner ever publish a key under this name?
  public boolean exists(Connection tx, Oin owner, String kid) throws SQLException {
    try (var select = tx.prepareStatement(EXISTS)) {
      select.setString(1, region);
      select.setString(2, owner.value());
      select.setString(3, kid);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// How many keys of this owner are in force at this instant.
  public int left(Connection tx, Oin owner, Instant now) throws SQLException {
    var at = now.atOffset(ZoneOffset.UTC);
    try (var select = tx.prepareStatement(LEFT)) {
      select.setString(1, region);
      select.setString(2, owner.value());
      select.setObject(3, at);
      select.setObject(4, at);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
