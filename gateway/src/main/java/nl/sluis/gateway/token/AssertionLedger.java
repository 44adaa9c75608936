package nl.sluis.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.sql.DataSource;
import nl.sluis.policies.terms.Oin;

/// Remembers which client assertions were used, for all gateways and across restarts (RFC 7523 3).
///
/// Thread-safe: of any number of equal assertions exactly one is first, as the database decides.
public final class AssertionLedger {
  private static final String INSERT =
      """
      insert into assertion_seen (region, issuer, jti, expires_at)
      values (?, ?, ?, ?)
      on conflict (region, issuer, jti) do nothing
      """;
  private static final String FORGET =
      """
      delete from assertion_seen
       where ctid in (
         select ctid from assertion_seen where expires_at < ? limit 1000)
      """;

  private final DataSource database;
  private final String region;

  /// @param database connections in auto-commit mode with the rights of the gateway
  /// @param region the part of the country whose rows these are
  public AssertionLedger(DataSource database, String region) {
    this.database = database;
    this.region = region;
  }

  /// Notes the use of an assertion, durably, before it returns.
  ///
  /// @param forgetAfter until when it MUST be remembered: past its last acceptable instant
  /// @return whether this was the first use
  boolean isFirstUse(Oin issuer, String jti, Instant forgetAfter) throws SQLException {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setString(2, issuer.value());
      insert.setString(3, hashed(jti));
      insert.setObject(4, forgetAfter.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// Its sender chose the number, so it could hold anything; to know it again the hash is enough.
  private static String hashed(String jti) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(jti.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// Removes what can no longer be replayed, at most a thousand rows; call it every minute.
  ///
  /// @return how many rows were removed
  public int forget(Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, now.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }
}
