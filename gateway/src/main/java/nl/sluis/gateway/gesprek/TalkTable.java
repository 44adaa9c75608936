package nl.sluis.gateway.gesprek;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The statements that write and read claimed talks. There is none that changes or removes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
public final class TalkTable {
  private static final String ADD =
      """
      insert into gesprek
        (region, id, subject_id, transactie, voorwaarde, doel, van_oin, van_rol, aan_oin, aan_rol,
        datum, bewering, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String COLUMNS =
      """
      select id, subject_id, transactie, voorwaarde, doel, van_oin, van_rol, aan_oin, aan_rol,
        datum, bewering
      from gesprek
      where region = ?
      """;
  private static final String OF = COLUMNS + "  and transactie = ?\norder by voorwaarde\n";
  private static final String ABOUT =
      COLUMNS + "  and subject_id = ?\norder by vastgelegd_op desc, id";
  private static final String JUDGE =
      """
      insert into gesprek_oordeel (region, gesprek, subject_id, person_id, uitspraak, gezegd_op)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String SAID =
      """
      select distinct on (gesprek) gesprek, uitspraak
      from gesprek_oordeel
      where region = ?
        and subject_id = ?
        and person_id = ?
      order by gesprek, nummer desc
      """;
  // Of every person the last word counts; one who denies is enough.
  private static final String DENIED =
      """
      select g.voorwaarde, max(g.datum)
      from gesprek g
      join gesprek_oordeel o on o.region = g.region and o.gesprek = g.id
      where g.region = ?
        and g.subject_id = ?
        and g.van_oin = ?
        and o.uitspraak = 'was-er-niet'
        and not exists (
          select from gesprek_oordeel l
          where l.region = o.region
            and l.gesprek = o.gesprek
            and l.person_id = o.person_id
            and l.nummer > o.nummer)
      group by g.voorwaarde
      """;

  private final String region;

  /// @param region in whose part of the database the talks live
  public TalkTable(String region) {
    this.region = region;
  }

  void add(Connection tx, Talk talk, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, talk.id());
      insert.setObject(3, talk.subject());
      insert.setObject(4, talk.transaction());
      insert.setString(5, talk.condition());
      insert.setString(6, talk.purpose().code());
      insert.setString(7, talk.from().oin().value());
      insert.setString(8, talk.from().role().code());
      insert.setString(9, talk.to().oin().value());
      insert.setString(10, talk.to().role().code());
      insert.setObject(11, talk.date());
      insert.setBytes(12, talk.claim().bytes());
      insert.setObject(13, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// What was claimed with one exchange.
  List<Talk> of(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      return read(select);
    }
  }

  /// What was claimed about a child, the newest first, each claim once.
  public List<Talk> about(Connection tx, UUID subject) throws SQLException {
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      var talks = new ArrayList<Talk>();
      for (var talk : read(select)) {
        if (talks.stream().noneMatch(talk::isSameAs)) {
          talks.add(talk);
        }
      }
      return talks;
    }
  }

  /// What this person said last of each talk about a child.
  public Map<UUID, String> said(Connection tx, UUID subject, UUID person) throws SQLException {
    var said = new HashMap<UUID, String>();
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setObject(3, person);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          said.put(rows.getObject(1, UUID.class), rows.getString(2));
        }
      }
    }
    return said;
  }

  /// Puts on record what this person says of a talk; it counts from the commit.
  ///
  /// @param word `was-er-niet` or `was-er`
  public void judge(Connection tx, Talk talk, UUID person, String word, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(JUDGE)) {
      insert.setString(1, region);
      insert.setObject(2, talk.id());
      insert.setObject(3, talk.subject());
      insert.setObject(4, person);
      insert.setString(5, word);
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// Until which day the family denies what this organisation claims, for each precondition.
  Map<String, LocalDate> denied(Connection tx, UUID subject, Oin from) throws SQLException {
    var denied = new HashMap<String, LocalDate>();
    try (var select = tx.prepareStatement(DENIED)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, from.value());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          denied.put(rows.getString(1), rows.getObject(2, LocalDate.class));
        }
      }
    }
    return denied;
  }

  /// The talk under this identifier, when it is one of these.
  public static Optional<Talk> find(List<Talk> talks, UUID id) {
    return talks.stream().filter(talk -> talk.id().equals(id)).findFirst();
  }

  private static List<Talk> read(PreparedStatement select) throws SQLException {
    var talks = new ArrayList<Talk>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        talks.add(talk(rows));
      }
    }
    return talks;
  }

  private static Talk talk(ResultSet row) throws SQLException {
    return new Talk(
        row.getObject("id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getObject("transactie", UUID.class),
        row.getString("voorwaarde"),
        new Purpose(row.getString("doel")),
        party(row.getString("van_oin"), row.getString("van_rol")),
        party(row.getString("aan_oin"), row.getString("aan_rol")),
        row.getObject("datum", LocalDate.class),
        Hmac.of(row.getBytes("bewering")));
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
