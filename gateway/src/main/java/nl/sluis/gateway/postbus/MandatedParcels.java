package nl.sluis.gateway.postbus;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// What of that which waits for a party its supplier may collect: of the roles and purposes of its
/// mandates and nothing else, however much else waits before it (10.4).
///
/// For looking only: at the hand-over the mandate is asked again, under its lock. May be shared
/// between threads; works in the transaction of its caller.
final class MandatedParcels {
  private static final String WAITING =
      """
      select p.id
        from parcel p
       where p.region = ? and p.receiver_oin = ? and p.receiver_role = any(?)
         and p.state in ('wacht', 'uitgereikt') and (p.due_at > ? or p.never_lapses)
         and exists (
           select 1
             from mandaat m
            where m.region = p.region and m.gemachtigde = ? and m.partij = p.receiver_oin
              and p.receiver_role = any(m.rollen) and p.purpose = any(m.doelen)
              and m.geldig_vanaf <= ? and m.geldig_tot > ?
              and not exists (
                select 1 from mandaat_intrekking i where i.region = m.region and i.mandaat = m.id))
       order by p.accepted_at, p.id
       limit ?
      """;

  private final String region;

  /// @param region the part of the country whose parcels these are
  MandatedParcels(String region) {
    this.region = region;
  }

  /// The parcels by their identifiers, oldest first.
  List<UUID> waiting(
      Connection tx, Oin supplier, Oin party, Set<Role> roles, Instant now, int limit)
      throws SQLException {
    var at = now.atOffset(ZoneOffset.UTC);
    try (var select = tx.prepareStatement(WAITING)) {
      select.setString(1, region);
      select.setString(2, party.value());
      select.setArray(3, tx.createArrayOf("text", roles.stream().map(Role::code).toArray()));
      select.setObject(4, at);
      select.setString(5, supplier.value());
      select.setObject(6, at);
      select.setObject(7, at);
      select.setInt(8, limit);
      var ids = new ArrayList<UUID>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }
}
