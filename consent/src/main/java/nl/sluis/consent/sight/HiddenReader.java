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

/// Reads what is hidden about a child, and writes whom the child lets look.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class HiddenReader {
  private static final String HIDDEN =
      """
      select e.about, e.hidden_from, l.recorded_at, l.reporter_hidden
      from embargo e
      left join embargo_lifted l on l.region = e.region and l.embargo_id = e.id
      where e.region = ?
        and e.subject_id = ?
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
    return new Hidden(embargoes(tx, subject), openedFor(tx, subject));
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
    if (shielded.isEmpty()) {
      return false;
    }
    var same = people.same(tx, subject);
    return shielded.stream().map(same::of).anyMatch(person::equals);
  }

  private List<Embargoed> embargoes(Connection tx, UUID subject) throws SQLException {
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
    if (all.isEmpty()) {
      return all;
    }
    // Whoever turned out to be one person is one person here too.
    var same = people.same(tx, subject);
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
  private Set<UUID> openedFor(Connection tx, UUID subject) throws SQLException {
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
    if (opened.isEmpty()) {
      return Set.of();
    }
    var same = people.same(tx, subject);
    var standing = new HashMap<UUID, Boolean>();
    opened.forEach((person, open) -> standing.put(same.of(person), open));
    return standing.keySet().stream().filter(standing::get).collect(Collectors.toSet());
  }
}
