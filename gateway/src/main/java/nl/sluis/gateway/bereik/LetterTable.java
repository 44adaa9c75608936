package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.bereik.UnreachedTable.Unseen;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// The statements about letters to people who were not reached. Rows are added only.
///
/// May be shared between threads; it works in the transaction of its caller.
final class LetterTable {
  private static final int MOST = 200;

  // Whoever was not reached and did not see it since, with the task of who must reach that person.
  private static final String WAITING =
      """
      select k.id, k.subject_id, k.person_id, o.organisatie, t.over, k.gegeven_op, t.id, t.uiterlijk,
        exists (
          select from onbereikt_brief b
          join onbereikt_brief_verstuurd v on v.region = b.region and v.brief = b.brief
          where b.region = o.region and b.kennisgeving_id = o.kennisgeving_id)
      from onbereikt o
      join kennisgeving k on k.region = o.region and k.id = o.kennisgeving_id
      join taak t on t.region = o.region and t.soort = 'anders-bereiken'
        and t.organisatie = o.organisatie and t.over = coalesce(k.ask_id, k.over_id)
        and t.stand <> 'afgehandeld'
      where o.region = ?
        and o.organisatie = ?
        and o.reden <> 'niet-nodig'
        and not exists (
          select from kennisgeving_antwoord n
          where n.region = k.region and n.kennisgeving_id = k.id)
      order by t.uiterlijk, k.id
      limit ?
      """;
  private static final String ADD =
      """
      insert into onbereikt_brief
        (region, brief, kennisgeving_id, taak, taal, gehaald_op, gehaald_door)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FETCHED =
      """
      select b.brief, b.gehaald_op
      from onbereikt_brief b
      where b.region = ?
        and b.taak = ?
        and not exists (
          select from onbereikt_brief_verstuurd v
          where v.region = b.region and v.brief = b.brief)
      order by b.gehaald_op, b.brief
      """;
  private static final String POSTED =
      """
      insert into onbereikt_brief_verstuurd (region, brief, verstuurd_op, gemeld_op)
      values (?, ?, ?, ?)
      """;

  private final String region;

  LetterTable(String region) {
    this.region = region;
  }

  /// Somebody who was not reached, and whose task that is.
  ///
  /// @param task its identifier
  /// @param due when it must be done
  /// @param posted whether a letter went to that person
  record Waiting(Unseen unseen, UUID task, Instant due, boolean posted) {}

  /// A letter that was fetched and did not go yet, as far as is known.
  record Fetched(UUID letter, Instant at) {}

  /// At most two hundred, the most urgent first.
  List<Waiting> waiting(Connection tx, Oin organisation) throws SQLException {
    var waiting = new ArrayList<Waiting>();
    try (var select = tx.prepareStatement(WAITING)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setInt(3, MOST);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var unseen =
              new Unseen(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  new Oin(row.getString(4)),
                  row.getObject(5, UUID.class),
                  row.getObject(6, OffsetDateTime.class).toInstant());
          waiting.add(
              new Waiting(
                  unseen,
                  row.getObject(7, UUID.class),
                  row.getObject(8, OffsetDateTime.class).toInstant(),
                  row.getBoolean(9)));
        }
      }
    }
    return waiting;
  }

  /// @param letter as it stands among the letters with a code
  void add(Connection tx, UUID letter, Waiting to, String language, PartyRole by, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, letter);
      insert.setObject(3, to.unseen().id());
      insert.setObject(4, to.task());
      insert.setString(5, language);
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      insert.setString(7, by.oin() + "/" + by.role());
      insert.executeUpdate();
    }
  }

  /// What was fetched for this task and did not go yet, the oldest first.
  List<Fetched> fetched(Connection tx, UUID task) throws SQLException {
    var fetched = new ArrayList<Fetched>();
    try (var select = tx.prepareStatement(FETCHED)) {
      select.setString(1, region);
      select.setObject(2, task);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          fetched.add(
              new Fetched(
                  row.getObject(1, UUID.class),
                  row.getObject(2, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return fetched;
  }

  void posted(Connection tx, UUID letter, LocalDate day, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(POSTED)) {
      insert.setString(1, region);
      insert.setObject(2, letter);
      insert.setDate(3, Date.valueOf(day));
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
