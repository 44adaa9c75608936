package nl.sluis.gateway.aansluiting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.policies.terms.Oin;

/// The certificates with which partners came in, so that they are warned before one ends. It only
/// grows. May be shared between threads.
public final class CertificateBook {
  private static final String NOTE =
      """
      insert into partner_certificaat (region, oin, vingerafdruk, serie, uitgever, geldig_tot,
        gezien_op)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String OF =
      """
      select oin, serie, uitgever, geldig_tot, gezien_op
        from partner_certificaat
       where region = ?
       order by oin, gezien_op desc, serie
       limit 10000
      """;

  private final String region;

  /// @param region in whose part of the database they live
  public CertificateBook(String region) {
    this.region = region;
  }

  /// A certificate as it was first seen.
  ///
  /// @param serial in lower-case hexadecimal
  /// @param issuer the distinguished name of its authority
  /// @param until until when it is valid
  /// @param seenAt when it first came in
  public record Seen(Oin oin, String serial, String issuer, Instant until, Instant seenAt) {}

  /// Notes that a partner came in with this certificate.
  public void note(Connection connection, Peer peer, Instant now) throws SQLException {
    try (var insert = connection.prepareStatement(NOTE)) {
      insert.setString(1, region);
      insert.setString(2, peer.oin().value());
      insert.setString(3, peer.thumbprint());
      insert.setString(4, peer.serial());
      insert.setString(5, peer.issuer());
      insert.setObject(6, PartnerBook.utc(peer.validUntil()));
      insert.setObject(7, PartnerBook.utc(now));
      insert.executeUpdate();
    }
  }

  /// Those of all partners, the last seen of each first.
  public List<Seen> all(Connection connection) throws SQLException {
    var found = new ArrayList<Seen>();
    try (var select = connection.prepareStatement(OF)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Seen(
                  new Oin(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return List.copyOf(found);
  }
}
