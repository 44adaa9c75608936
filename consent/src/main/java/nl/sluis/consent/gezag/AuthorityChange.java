package nl.sluis.consent.gezag;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Notes, when gezag changed, in which consents somebody said yes who has none any more.
///
/// The note explains and changes nothing: who must say yes is established at use. May be shared
/// between threads; it works in the transaction of its caller, who locked the person.
public final class AuthorityChange {
  // No question is meant: only who has gezag.
  private static final PartyRole NOBODY = new PartyRole(new Oin("0".repeat(20)), Role.SCHOOL_IB);

  private static final String YES =
      """
      select distinct a.id, a.sender_oin, e.person_id
      from consent_ask a
      join consent_event e on e.region = a.region and e.ask_id = a.id
      where a.region = ?
        and a.subject_id = ?
        and a.valid_until > ?
        and e.type in ('GIVEN', 'RENEWED')
        and e.person_id <> a.subject_id
        and not exists (
          select from consent_event o
          where o.region = a.region
            and o.ask_id = a.id
            and (o.type in ('REVOKED_BY_CONTROLLER', 'INVALIDATED', 'CONSUMED')
              or (o.type = 'AUTHORITY_CHANGED' and o.person_id = e.person_id and o.seq > e.seq)))
      order by a.id, e.person_id
      """;
  private static final String NOTE =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, other_parent_agrees,
        occurred_at, recorded_at, recorded_by)
      values (?, ?, ?, ?, 'AUTHORITY_CHANGED', '{}', false, ?, ?, ?)
      """;

  private final String region;
  private final FactReader facts;
  private final PersonRegister people;
  private final CustodyAt custody;

  /// @param region in whose part of the database the families live
  /// @param seal opens what singles a person out
  /// @param parameters how long a fact about gezag may be relied on
  public AuthorityChange(String region, PersonSeal seal, ConsentParameters parameters) {
    this.region = region;
    this.facts = new FactReader(region, seal);
    this.people = new PersonRegister(region);
    this.custody = new CustodyAt(parameters);
  }

  /// A consent in which a yes does not count any more.
  ///
  /// @param ask which
  /// @param sender the organisation that shares on it, and can ask again
  public record Ended(UUID ask, Oin sender) {}

  private record Yes(UUID ask, Oin sender, UUID person) {}

  /// Notes it once for every such yes; where it is not known who has gezag, nobody lost it.
  public List<Ended> note(Connection tx, UUID subject, Recorder recorder, Instant now)
      throws SQLException {
    var holders = holders(tx, subject, now);
    if (holders.isEmpty()) {
      return List.of();
    }
    var same = people.same(tx, subject);
    var ended = new ArrayList<Ended>();
    for (var yes : yes(tx, subject, now)) {
      if (!holders.contains(same.of(yes.person()))) {
        write(tx, subject, yes, recorder, now);
        ended.add(new Ended(yes.ask(), yes.sender()));
      }
    }
    return ended.stream().distinct().toList();
  }

  private Set<UUID> holders(Connection tx, UUID subject, Instant now) throws SQLException {
    var query =
        new FactQuery(
            subject,
            new Purpose("gezag"),
            NOBODY,
            NOBODY,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    var records = facts.records(tx, List.of(query), now).getFirst();
    var current = custody.on(records.custody(), now);
    if (current.isEmpty()) {
      return Set.of();
    }
    var holders = new HashSet<>(current.get().holders());
    CustodyAt.partsKnownOn(records.parts(), now).stream()
        .map(Deelgezag::holder)
        .forEach(holders::add);
    return holders;
  }

  private List<Yes> yes(Connection tx, UUID subject, Instant now) throws SQLException {
    var all = new ArrayList<Yes>();
    try (var select = tx.prepareStatement(YES)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setObject(3, now.atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new Yes(
                  row.getObject(1, UUID.class),
                  new Oin(row.getString(2)),
                  row.getObject(3, UUID.class)));
        }
      }
    }
    return all;
  }

  private void write(Connection tx, UUID subject, Yes yes, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(NOTE)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setObject(3, yes.ask());
      insert.setObject(4, yes.person());
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.setString(7, recorder.code());
      insert.executeUpdate();
    }
  }
}
