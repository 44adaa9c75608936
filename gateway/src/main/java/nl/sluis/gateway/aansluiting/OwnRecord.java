package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.JWK;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// What a partner may see of how Sluis knows it: its keys, its certificates, and what ends soon.
/// May be shared between threads.
public final class OwnRecord {
  private final DataSource database;
  private final OwnEnds ends;

  /// @param ends what of partners comes to an end
  public OwnRecord(DataSource database, OwnEnds ends) {
    this.database = database;
    this.ends = ends;
  }

  /// A key with which it signs.
  ///
  /// @param kid its name
  /// @param state `aangekondigd`, `wacht-op-gebruik` or `geldt`
  /// @param from when it starts; empty when it always counted
  /// @param until when it ends; empty when that is not known
  /// @param replacedBy the key that takes its place; empty when none does
  public record OwnKey(
      String kid,
      String state,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<String> replacedBy) {}

  /// Everything together.
  ///
  /// @param name its name
  /// @param keys with which it signs, or will
  /// @param certificates with which it came in, the last seen first
  /// @param near what ends within sixty days, the first to end first
  public record Whole(
      String name, List<OwnKey> keys, List<CertificateBook.Seen> certificates, List<Expiry> near) {
    /// Copies its lists.
    public Whole {
      keys = List.copyOf(keys);
      certificates = List.copyOf(certificates);
      near = List.copyOf(near);
    }
  }

  /// The record of this partner; empty when it is none.
  public Optional<Whole> of(Oin oin, Instant now) throws SQLException {
    var partner = ends.partners().partner(oin);
    if (partner.isEmpty()) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      var rows =
          ends.keys().keys(connection).stream().filter(row -> row.owner().equals(oin)).toList();
      var seen =
          ends.certificates().all(connection).stream()
              .filter(one -> one.oin().equals(oin))
              .toList();
      var all = OwnEnds.of(partner.get(), rows, seen, ends.sealing().get());
      var own = own(partner.get(), rows, now);
      return Optional.of(
          new Whole(partner.get().name(), own, seen, Expiry.near(all.stream(), now)));
    }
  }

  private static List<OwnKey> own(Partner partner, List<KeyRow> rows, Instant now) {
    return partner.keys().values().stream()
        .map(key -> own(key, rows, now))
        .sorted(Comparator.comparing(OwnKey::kid))
        .toList();
  }

  private static OwnKey own(JWK key, List<KeyRow> rows, Instant now) {
    var kid = key.getKeyID();
    var from = instant(key.getNotBeforeTime());
    var announced = rows.stream().filter(row -> row.key().getKeyID().equals(kid)).findFirst();
    var state =
        from.filter(start -> start.isAfter(now)).isPresent()
            ? "aangekondigd"
            : announced.filter(row -> row.usedAt().isEmpty()).isPresent()
                ? "wacht-op-gebruik"
                : "geldt";
    var next = rows.stream().filter(row -> row.replaces().equals(kid)).findFirst();
    return new OwnKey(
        kid, state, from, instant(key.getExpirationTime()), next.map(row -> row.key().getKeyID()));
  }

  private static Optional<Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
