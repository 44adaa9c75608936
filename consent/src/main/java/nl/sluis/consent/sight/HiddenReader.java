package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.subject.PersonRegister;

/// Reads what is hidden about a child, and writes whom the child lets look.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class HiddenReader {
  private static final String HIDDEN =
      """
      select e.about, e.hidden_from
      from embargo e
      where e.region = ?
        and e.subject_id = ?
        and not exists (
          select from embargo_lifted l
          where l.region = e.region and l.embargo_id = e.id)
      """;
  private static final String OPENED =
      """
      select person_id, opened
      from view_opened
      where region = ?
        and subject_id = ?
      order by seq
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

  /// What is hidden about this child now.
  public Hidden of(Connection tx, UUID subject) throws SQLException {
    return new Hidden(from(tx, subject), openedFor(tx, subject));
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

  private Map<UUID, Set<UUID>> from(Connection tx, UUID subject) throws SQLException {
    var from = new HashMap<UUID, Set<UUID>>();
    try (var select = tx.prepareStatement(HIDDEN)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var persons = Set.of((UUID[]) rows.getArray(2).getArray());
          from.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new HashSet<>()).addAll(persons);
        }
      }
    }
    if (from.isEmpty()) {
      return from;
    }
    // Whoever turned out to be one person is one person here too.
    var same = people.same(tx, subject);
    from.replaceAll(
        (_, persons) -> {
          var standing = new HashSet<UUID>();
          persons.forEach(person -> standing.add(same.of(person)));
          return standing;
        });
    return from;
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
