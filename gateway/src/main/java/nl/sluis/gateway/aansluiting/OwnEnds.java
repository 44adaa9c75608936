package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.gateway.peer.EncryptionKey;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.policies.terms.Oin;

/// What of partners comes to an end and must be renewed by them: the certificate with which they
/// come in, the keys with which they sign, and the key for which others seal. What another took the
/// place of ends without anybody's work, once that one worked (lessons 22).
///
/// May be shared between threads.
///
/// @param partners the register that this gateway asks at every request
/// @param keys what partners announced
/// @param certificates with which they came in
/// @param sealing the keys in force for which others seal
public record OwnEnds(
    PartnerRegister partners,
    KeyBook keys,
    CertificateBook certificates,
    Supplier<List<EncryptionKey>> sealing) {
  /// The same for who looks once, with the keys as they stand in the database.
  public static OwnEnds read(
      String region, PartnerRegister partners, Connection connection, InstantSource clock)
      throws SQLException {
    var sealing = new EncryptionKeyDirectory(region, partners, partners::isReached, clock);
    sealing.refresh(connection);
    return new OwnEnds(partners, new KeyBook(region), new CertificateBook(region), sealing::list);
  }

  /// Of every partner, each thing as that partner itself names it, whenever it ends.
  public Map<Oin, List<Expiry>> all(Connection connection) throws SQLException {
    var rows = keys.keys(connection);
    var seen = certificates.all(connection);
    var sealed = sealing.get();
    return partners.all().stream()
        .collect(Collectors.toUnmodifiableMap(Partner::oin, one -> of(one, rows, seen, sealed)));
  }

  /// Of one partner.
  ///
  /// @param rows what partners announced, of this one and of others
  /// @param seen the same of certificates
  /// @param sealed the same of keys for which others seal
  static List<Expiry> of(
      Partner partner, List<KeyRow> rows, List<Seen> seen, List<EncryptionKey> sealed) {
    var oin = partner.oin();
    var certificate =
        Expiry.certificate(seen.stream().filter(one -> one.oin().equals(oin)).toList());
    var encryption =
        sealed.stream()
            .filter(key -> key.owner().equals(oin))
            .max(Comparator.comparing(EncryptionKey::until))
            .map(key -> new Expiry("encryptiesleutel", key.kid(), key.until()));
    var signing =
        partner.keys().values().stream()
            .filter(key -> !isReplaced(oin, key.getKeyID(), rows))
            .flatMap(key -> end(key).stream().map(at -> signing(key, at)));
    return Stream.of(certificate.stream(), signing, encryption.stream())
        .flatMap(all -> all)
        .sorted(Comparator.comparing(Expiry::at).thenComparing(Expiry::name))
        .toList();
  }

  private static Expiry signing(JWK key, Instant at) {
    return new Expiry("ondertekensleutel", key.getKeyID(), at);
  }

  private static Optional<Instant> end(JWK key) {
    return Optional.ofNullable(key.getExpirationTime()).map(date -> date.toInstant());
  }

  private static boolean isReplaced(Oin oin, String kid, List<KeyRow> rows) {
    return rows.stream()
        .filter(row -> row.owner().equals(oin) && row.replaces().equals(kid))
        .anyMatch(row -> row.usedAt().isPresent());
  }
}
