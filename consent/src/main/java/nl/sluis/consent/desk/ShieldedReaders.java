package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.facts.Locating;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.subject.PersonRegister;

/// Who may not read a text before it goes, whoever else does (design 10.14, domain 2.7 and 2.8).
///
/// Who may not know of its sender or its receiver; of a text that tells where somebody is, who may
/// not know of anybody at this child; and from whom the text itself is hidden. May be shared
/// between threads; it works on the connection of its caller.
final class ShieldedReaders {
  // Always one statement: how many there are tells nothing of what is hidden.
  private static final String READ =
      """
      select s.person_id
      from (
        select distinct on (person_id, receiver_oin) person_id, shielded
        from shield
        where region = ?
          and subject_id = ?
        order by person_id, receiver_oin, seq desc) s
      where s.shielded
        and ?
      union all
      select unnest(coalesce(e.hidden_from, ?))
      from embargo e
      where e.region = ?
        and e.subject_id = ?
        and e.about = ?
        and not exists (
          select from embargo_lifted l
          where l.region = e.region and l.embargo_id = e.id)
      """;

  private final String region;
  private final PersonRegister people;

  /// @param region in whose part of the database the shields live
  ShieldedReaders(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// Of a text that is laid ready now.
  ///
  /// @param readers who would read it
  /// @param records what is on record of its matter
  Set<UUID> of(Connection tx, PieceDraft draft, Set<UUID> readers, Records records)
      throws SQLException {
    boolean locates = Locating.isIn(draft.purpose(), draft.categories());
    return of(tx, draft.subject(), new UUID(0, 0), locates, readers, records);
  }

  /// Of a text that was laid ready.
  ///
  /// @param readers who would read it
  /// @param records what is on record of its matter
  Set<UUID> of(Connection tx, Piece piece, Set<UUID> readers, Records records) throws SQLException {
    boolean locates = Locating.isIn(piece.purpose(), piece.categories());
    return of(tx, piece.subject(), piece.id(), locates, readers, records);
  }

  private Set<UUID> of(
      Connection tx, UUID subject, UUID about, boolean locates, Set<UUID> readers, Records records)
      throws SQLException {
    var all = new HashSet<>(records.shielded());
    var same = people.same(tx, subject);
    try (var select = tx.prepareStatement(READ)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setBoolean(3, locates);
      select.setArray(4, tx.createArrayOf("uuid", readers.toArray()));
      select.setString(5, region);
      select.setObject(6, subject);
      select.setObject(7, about);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(same.of(rows.getObject(1, UUID.class)));
        }
      }
    }
    return all;
  }
}
