package nl.sluis.dev.partner;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogScan;

/// What a gateway keeps of one exchange, looked at from behind with all its keys. One thread.
public final class DevRecords {
  private static final String PARCEL =
      """
      select payload_ct is not null, payload_key
      from parcel
      where transaction_id = ?
      """;

  private final DevGateway gateway;

  /// @param gateway whose database and keys are looked into
  public DevRecords(DevGateway gateway) {
    this.gateway = gateway;
  }

  /// How many rows of each kind the logbook has about this exchange.
  public Map<String, Integer> rows(String transaction) {
    var counts = new TreeMap<String, Integer>();
    try (var owner = gateway.database().owner()) {
      new LogScan(DevSettings.REGION, gateway.site().keys())
          .since(
              owner,
              Instant.EPOCH,
              (_, row) -> {
                if (row.path("transactie").asText().equals(transaction)) {
                  counts.merge(row.path("soort").asText(), 1, Integer::sum);
                }
              });
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be read", e);
    }
    return counts;
  }

  /// Whether the content of this exchange can still be read by anybody who has database and keys.
  public boolean keepsContent(String transaction) {
    try (var owner = gateway.database().owner()) {
      var key = payloadKey(owner, UUID.fromString(transaction));
      return key.isPresent() && isThere(gateway.site().keys(), key.get());
    } catch (SQLException e) {
      throw new IllegalStateException("the parcels cannot be read", e);
    }
  }

  private static Optional<String> payloadKey(Connection owner, UUID transaction)
      throws SQLException {
    try (var query = owner.prepareStatement(PARCEL)) {
      query.setObject(1, transaction);
      try (var row = query.executeQuery()) {
        return row.next() && row.getBoolean(1) ? Optional.of(row.getString(2)) : Optional.empty();
      }
    }
  }

  private static boolean isThere(KeyVault keys, String name) {
    try {
      return keys.knownEpochKey(name).isPresent();
    } catch (KeyDestroyed _) {
      return false;
    }
  }
}
