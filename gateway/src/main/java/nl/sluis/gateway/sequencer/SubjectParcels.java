package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The parcels about one person, for when it turns out who that person is, or is not.
///
/// Rarely asked, so the history has no index for it. May be shared between threads; each call works
/// on the caller's connection, under the lock of the persons.
public final class SubjectParcels {
  private static final String ABOUT =
      """
      select id, purpose, sender_oin, sender_role, receiver_oin, receiver_role, accepted_at,
        released_row, state = 'wacht'
      from parcel
      where region = ?
        and subject_id = ?
        and (state = 'wacht' or released_row is not null)
      order by accepted_at, id
      """;
  // In the order of their ids, as everybody locks them.
  private static final String REPOINT =
      """
      update parcel
      set subject_id = ?
      where region = ?
        and id in (
          select id
          from parcel
          where region = ?
            and subject_id = ?
            and state in ('wacht', 'uitgereikt')
            and (? or sender_oin = any(?))
          order by id
          for update)
      """;

  private final String region;

  /// @param region in whose part of the database the parcels live
  public SubjectParcels(String region) {
    this.region = region;
  }

  /// A parcel that waits, or that was handed over.
  ///
  /// @param releasedRow the row of the logbook that says it was handed over
  /// @param waits whether it waits for its receiver
  public record Seen(
      UUID id,
      Purpose purpose,
      PartyRole sender,
      PartyRole receiver,
      Instant acceptedAt,
      OptionalLong releasedRow,
      boolean waits) {}

  /// Every parcel about this person that waits or was handed over.
  public List<Seen> about(Connection tx, UUID subject) throws SQLException {
    var seen = new ArrayList<Seen>();
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var released = row.getLong(8);
          var handedOver = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(released);
          seen.add(
              new Seen(
                  row.getObject(1, UUID.class),
                  new Purpose(row.getString(2)),
                  party(row.getString(3), row.getString(4)),
                  party(row.getString(5), row.getString(6)),
                  row.getObject(7, OffsetDateTime.class).toInstant(),
                  handedOver,
                  row.getBoolean(9)));
        }
      }
    }
    return seen;
  }

  /// From now on what waits about the one is about the other, and is judged so at its handing over.
  ///
  /// @param senders whose parcels; empty for those of everybody
  public void repoint(Connection tx, UUID from, UUID into, Optional<Set<Oin>> senders)
      throws SQLException {
    try (var update = tx.prepareStatement(REPOINT)) {
      update.setObject(1, into);
      update.setString(2, region);
      update.setString(3, region);
      update.setObject(4, from);
      update.setBoolean(5, senders.isEmpty());
      var words = senders.orElse(Set.of()).stream().map(Oin::value).toArray();
      update.setArray(6, tx.createArrayOf("text", words));
      update.executeUpdate();
    }
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
