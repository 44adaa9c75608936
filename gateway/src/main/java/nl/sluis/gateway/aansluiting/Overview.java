package nl.sluis.gateway.aansluiting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.gateway.aansluiting.CertificateBook.Seen;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.SightingTable;
import nl.sluis.gateway.peer.Sightings;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;

/// How every partner stands now: of organisations only, and nothing of a person.
///
/// May be shared between threads.
///
/// @param ends knows partners, their keys and their certificates
/// @param sightings who was at a door of any gateway
public record Overview(OwnEnds ends, SightingTable sightings) {
  /// One partner.
  ///
  /// @param standing admitted or shut out; who was removed is none
  /// @param renewing whether it announced a key that nobody came in with yet
  /// @param seen when it was at a door; empty when it never was
  /// @param certificate of those with which it came in the one that lasts longest; empty when it
  ///   never came in
  /// @param keys how many keys count now with which it signs
  /// @param near what ends within sixty days, the first to end first
  public record One(
      Oin oin,
      String name,
      Standing standing,
      boolean renewing,
      Optional<Sightings.Seen> seen,
      Optional<Seen> certificate,
      long keys,
      List<Expiry> near) {
    /// Copies its list.
    public One {
      near = List.copyOf(near);
    }
  }

  /// All of them, by name.
  public List<One> all(Connection connection, Instant now) throws SQLException {
    var atDoor = sightings.all(connection);
    var announced = ends.keys().keys(connection);
    var longest = longest(ends.certificates().all(connection));
    var ending = ends.all(connection);
    var partners = ends.partners();
    Function<Partner, One> one =
        partner ->
            new One(
                partner.oin(),
                partner.name(),
                partners.standing(partner.oin()),
                announced.stream().anyMatch(row -> isWaitedFor(row, partner)),
                Optional.ofNullable(atDoor.get(partner.oin())),
                Optional.ofNullable(longest.get(partner.oin())),
                inForce(partner, now),
                Expiry.near(ending.getOrDefault(partner.oin(), List.of()).stream(), now));
    return partners.all().stream()
        .map(one)
        .sorted(Comparator.comparing(One::name).thenComparing(each -> each.oin().value()))
        .toList();
  }

  private static Map<Oin, Seen> longest(List<Seen> all) {
    var longest = new HashMap<Oin, Seen>();
    all.forEach(
        seen -> longest.merge(seen.oin(), seen, (a, b) -> a.until().isBefore(b.until()) ? b : a));
    return longest;
  }

  private static boolean isWaitedFor(KeyRow row, Partner partner) {
    return row.owner().equals(partner.oin())
        && row.usedAt().isEmpty()
        && partner.keys().containsKey(row.key().getKeyID());
  }

  private static long inForce(Partner partner, Instant now) {
    return partner.keys().keySet().stream()
        .filter(kid -> partner.key(kid, now).isPresent())
        .count();
  }
}
