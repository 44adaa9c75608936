package nl.sluis.gateway.vierogen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;

/// Who works with which child, as far as Sluis knows: who acted in a message about it, sits at a
/// table around it, or hid something of it. Whoever does looks back at nothing of that child.
///
/// Sluis knows no family of professionals: that somebody is related is said by that person. May be
/// shared between threads; each call works on the caller's connection.
public final class Caseload {
  private static final String HOLDS =
      """
      select exists (
          select from rolgebruik g
          where g.region = ? and g.subject_id = ? and g.persoon = ?)
        or exists (
          select from nacontrole n
          where n.region = ? and n.subject_id = ? and n.handelend = ?)
        or exists (
          select from overleg_betrokkene b
          join overleg_lid l on l.region = b.region and l.overleg = b.overleg
          where b.region = ? and b.subject_id = ? and l.persoon = ?)
        or exists (
          select from embargo e
          where e.region = ? and e.subject_id = ? and e.author_hmac = ?)
      """;
  private static final int PLACES = 4;

  private final String region;

  /// @param region whose children these are
  public Caseload(String region) {
    this.region = region;
  }

  /// Does this person work with this child?
  public boolean holds(Connection tx, UUID subject, Actor person) throws SQLException {
    try (var select = tx.prepareStatement(HOLDS)) {
      for (int place = 0; place < PLACES; place++) {
        select.setString(3 * place + 1, region);
        select.setObject(3 * place + 2, subject);
        select.setBytes(3 * place + 3, person.bytes());
      }
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
