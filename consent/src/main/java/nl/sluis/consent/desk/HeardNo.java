package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Whose no an organisation wrote down itself: all the noes of which it may be told.
///
/// May be shared between threads; it reads in the transaction of its caller.
final class HeardNo {
  private static final String NOES =
      """
      select distinct e.person_id
      from consent_ask a
      join consent_event e on e.region = a.region and e.ask_id = a.id
      where a.region = ?
        and a.subject_id = ?
        and a.purpose = ?
        and a.sender_oin = ?
        and a.receiver_oin = ?
        and a.receiver_role = ?
        and e.type in ('REFUSED', 'WITHDRAWN', 'DISPUTED')
        and e.person_id is not null
        and split_part(e.recorded_by, '/', 1) = ?
      """;

  private final String region;
  private final PersonRegister people;

  HeardNo(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// The people who said no about this purpose, sender's organisation and receiver, as far as the
  /// organisation that records now wrote it down; in whatever role.
  Set<UUID> by(Connection tx, Recorder recorder, FactQuery query) throws SQLException {
    return switch (recorder) {
      case Recorder.Partner(PartyRole party) -> noes(tx, query, party.oin());
      case Recorder.Portal _, Recorder.Helped _, Recorder.Calendar _ -> Set.of();
    };
  }

  private Set<UUID> noes(Connection tx, FactQuery query, Oin recordedBy) throws SQLException {
    var same = people.same(tx, query.subject());
    var found = new HashSet<UUID>();
    try (var select = tx.prepareStatement(NOES)) {
      select.setString(1, region);
      select.setObject(2, query.subject());
      select.setString(3, query.purpose().code());
      select.setString(4, query.sender().oin().value());
      select.setString(5, query.receiver().oin().value());
      select.setString(6, query.receiver().role().code());
      select.setString(7, recordedBy.value());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(same.of(row.getObject(1, UUID.class)));
        }
      }
    }
    return found;
  }
}
