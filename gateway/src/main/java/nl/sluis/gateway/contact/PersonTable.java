package nl.sluis.gateway.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Stores who works for two organisations, which role they chose, and in which walled role they did
/// something for a child. People stand in it as keyed words, here in hexadecimal.
///
/// May be shared between threads.
final class PersonTable {
  private static final HexFormat HEX = HexFormat.of();
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 22))";
  private static final String DECLARE =
      """
      insert into detachering
        (region, id, persoon, ook_persoon, partij, rol, vanaf, tot, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LINKS =
      """
      select d.persoon, d.ook_persoon
      from detachering d
      join detachering e on e.region = d.region
        and e.persoon = d.ook_persoon and e.ook_persoon = d.persoon
      where d.region = ? and d.vanaf <= ? and d.tot > ? and e.vanaf <= ? and e.tot > ?
      limit 10000
      """;
  private static final String CHOOSE =
      """
      insert into rolkeuze (region, id, persoon, partij, rol, gekozen_op, geldig_tot)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CLOSE =
      """
      insert into rolkeuze_sluiting (region, rolkeuze, gesloten_op)
      select region, id, ? from rolkeuze where region = ? and id = ? and partij = ?
      on conflict do nothing
      """;
  private static final String CHOSEN =
      """
      select k.persoon, k.partij, k.rol
      from rolkeuze k
      left join rolkeuze_sluiting s on s.region = k.region and s.rolkeuze = k.id
      where k.region = ? and k.persoon = any (?) and k.geldig_tot > ? and s.rolkeuze is null
      limit 1000
      """;
  private static final String USE =
      """
      insert into rolgebruik (region, persoon, subject_id, rol, eerst_op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String USED =
      """
      select distinct rol from rolgebruik
      where region = ? and subject_id = ? and persoon = any (?)
      """;

  private final String region;

  PersonTable(String region) {
    this.region = region;
  }

  /// A role that somebody chose and did not close.
  record Chosen(String person, PartyRole seat) {}

  /// Waits until nobody else chooses a role for these people.
  void lock(Connection tx, Set<String> people) throws SQLException {
    for (var person : new TreeSet<>(people)) {
      try (var lock = tx.prepareStatement(LOCK)) {
        lock.setString(1, region + "\n" + person);
        lock.execute();
      }
    }
  }

  void declare(
      Connection tx,
      UUID id,
      String person,
      String also,
      PartyRole by,
      LocalDate from,
      LocalDate until,
      Instant at)
      throws SQLException {
    try (var add = tx.prepareStatement(DECLARE)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setBytes(3, HEX.parseHex(person));
      add.setBytes(4, HEX.parseHex(also));
      add.setString(5, by.oin().value());
      add.setString(6, by.role().code());
      add.setObject(7, from);
      add.setObject(8, until);
      add.setObject(9, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  /// Who is the same person as whom on this day, by the word of both organisations.
  Map<String, Set<String>> links(Connection tx, LocalDate day) throws SQLException {
    var links = new HashMap<String, Set<String>>();
    try (var find = tx.prepareStatement(LINKS)) {
      find.setString(1, region);
      for (int place = 2; place <= 5; place++) {
        find.setObject(place, day);
      }
      try (var row = find.executeQuery()) {
        while (row.next()) {
          links
              .computeIfAbsent(HEX.formatHex(row.getBytes(1)), _ -> new TreeSet<>())
              .add(HEX.formatHex(row.getBytes(2)));
        }
      }
    }
    return links;
  }

  void choose(Connection tx, UUID id, String person, PartyRole seat, Instant at, Instant until)
      throws SQLException {
    try (var add = tx.prepareStatement(CHOOSE)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setBytes(3, HEX.parseHex(person));
      add.setString(4, seat.oin().value());
      add.setString(5, seat.role().code());
      add.setObject(6, at.atOffset(ZoneOffset.UTC));
      add.setObject(7, until.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  /// Closes a choice of somebody of this organisation; false when there is none under that name.
  boolean close(Connection tx, UUID id, Oin party, Instant at) throws SQLException {
    try (var close = tx.prepareStatement(CLOSE)) {
      close.setObject(1, at.atOffset(ZoneOffset.UTC));
      close.setString(2, region);
      close.setObject(3, id);
      close.setString(4, party.value());
      return close.executeUpdate() == 1;
    }
  }

  List<Chosen> chosen(Connection tx, Set<String> people, Instant at) throws SQLException {
    var chosen = new ArrayList<Chosen>();
    try (var find = tx.prepareStatement(CHOSEN)) {
      find.setString(1, region);
      find.setArray(2, tx.createArrayOf("bytea", bytes(people)));
      find.setObject(3, at.atOffset(ZoneOffset.UTC));
      try (var row = find.executeQuery()) {
        while (row.next()) {
          var seat =
              new PartyRole(new Oin(row.getString(2)), Role.of(row.getString(3)).orElseThrow());
          chosen.add(new Chosen(HEX.formatHex(row.getBytes(1)), seat));
        }
      }
    }
    return chosen;
  }

  void use(Connection tx, String person, UUID subject, Role role, Instant at) throws SQLException {
    try (var add = tx.prepareStatement(USE)) {
      add.setString(1, region);
      add.setBytes(2, HEX.parseHex(person));
      add.setObject(3, subject);
      add.setString(4, role.code());
      add.setObject(5, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  Set<Role> used(Connection tx, UUID subject, Set<String> people) throws SQLException {
    var used = EnumSet.noneOf(Role.class);
    try (var find = tx.prepareStatement(USED)) {
      find.setString(1, region);
      find.setObject(2, subject);
      find.setArray(3, tx.createArrayOf("bytea", bytes(people)));
      try (var row = find.executeQuery()) {
        while (row.next()) {
          Role.of(row.getString(1)).ifPresent(used::add);
        }
      }
    }
    return used;
  }

  private static byte[][] bytes(Set<String> people) {
    return people.stream().map(HEX::parseHex).toArray(byte[][]::new);
  }
}
