package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.sight.Hidden.Embargoed;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.SamePerson;

/// Reads what is hidden about a child, and writes whom the child lets look.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class HiddenReader {
  // A text that is hidden hides the exchange in which it went, and the other way round.
  private static final String HIDDEN =
      """
      with hidden as (
        select e.region, e.about, e.hidden_from, l.recorded_at, l.reporter_hidden
        from embargo e
        left join embargo_lifted l on l.region = e.region and l.embargo_id = e.id
        where e.region = ?
          and e.subject_id = ?)
      select about, hidden_from, recorded_at, reporter_hidden
      from hidden
      union all
      select w.transactie, h.hidden_from, h.recorded_at, h.reporter_hidden
      from hidden h
      join leesstuk_weg w on w.region = h.region and w.leesstuk = h.about
      union all
      select w.leesstuk, h.hidden_from, h.recorded_at, h.reporter_hidden
      from hidden h
      join leesstuk_weg w on w.region = h.region and w.transactie = h.about
      """;
  private static final String OPENED =
      """
      select person_id, opened
      from view_opened
      where region = ?
        and subject_id = ?
      order by seq
      """;
  private static final String SHIELDED =
      """
      select distinct on (person_id, receiver_oin) person_id, shielded
      from shield
      where region = ?
        and subject_id = ?
      order by person_id, receiver_oin, seq desc
      """;
  private static final String OPEN =
      """
      insert into view_opened (region, subject_id, person_id, opened, recorded_at)
      values (?, ?, ?, ?, ?)
      """;

  private final String region;
  private final PersonRegister people;

  /// @param region in whose part of the database it lives
  public HiddenReader(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// What is or was hidden about this child.
  public Hidden of(Connection tx, UUID subject) throws SQLException {
    // Always the same statements: how many there are tells nothing of what is hidden.
    var same = people.same(tx, subject);
    return new Hidden(embargoes(tx, subject, same), openedFor(tx, subject, same));
  }

  /// The child lets this person look, or does not any more; it counts from the commit.
  public void open(Connection tx, UUID subject, UUID person, boolean opened, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(OPEN)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setObject(3, person);
      insert.setBoolean(4, opened);
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// Is this person shielded from anybody at this child? Then everything else that tells where
  /// somebody is must be covered too (domain 2.7).
  public boolean isShielded(Connection tx, UUID subject, UUID person) throws SQLException {
    return shielded(tx, subject).contains(person);
  }

  /// Who is shielded from anybody at this child.
  public Set<UUID> shielded(Connection tx, UUID subject) throws SQLException {
    var shielded = new HashSet<UUID>();
    try (var select = tx.prepareStatement(SHIELDED)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(2)) {
            shielded.add(rows.getObject(1, UUID.class));
          }
        }
      }
    }
    var same = people.same(tx, subject);
    return shielded.stream().map(same::of).collect(Collectors.toSet());
  }

  private List<Embargoed> embargoes(Connection tx, UUID subject, SamePerson same)
      throws SQLException {
    var all = new ArrayList<Embargoed>();
    try (var select = tx.prepareStatement(HIDDEN)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var from = rows.getArray(2);
          var lifted = Optional.ofNullable(rows.getObject(3, OffsetDateTime.class));
          all.add(
              new Embargoed(
                  rows.getObject(1, UUID.class),
                  from == null ? Set.of() : Set.of((UUID[]) from.getArray()),
                  lifted.map(OffsetDateTime::toInstant),
                  rows.getString(4) != null));
        }
      }
    }
    // Whoever turned out to be one person is one person here too.
    all.replaceAll(
        e ->
            new Embargoed(
                e.about(),
                e.from().stream().map(same::of).collect(Collectors.toSet()),
                e.lifted(),
                e.reporterHidden()));
    return all;
  }

  /// Of whoever turned out to be one person the last word counts too.
  private Set<UUID> openedFor(Connection tx, UUID subject, SamePerson same) throws SQLException {
    var opened = new LinkedHashMap<UUID, Boolean>();
    try (var select = tx.prepareStatement(OPENED)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var person = rows.getObject(1, UUID.class);
          opened.remove(person);
          opened.put(person, rows.getBoolean(2));
        }
      }
    }
    var standing = new HashMap<UUID, Boolean>();
    opened.forEach((person, open) -> standing.put(same.of(person), open));
    return standing.keySet().stream().filter(standing::get).collect(Collectors.toSet());
  }
}
