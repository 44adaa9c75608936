package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// What is put on record when it turns out that a yes was no yes: it was said by another than who
/// was meant, or about another child.
///
/// Nothing is removed, and a no stays. May be shared between threads; every method runs in the
/// transaction of its caller, under the lock of the subject.
public final class TakenBack {
  private static final String SAID =
      """
      select distinct e.ask_id
      from consent_event e
      where e.region = ?
        and e.subject_id = ?
        and e.person_id = any(?)
        and e.channel = 'portaal'
        and e.type in ('GIVEN', 'RENEWED', 'DISPUTE_RESOLVED')
        and e.recorded_at >= ?
        and not exists (
          select from consent_event c
          where c.region = e.region
            and c.ask_id = e.ask_id
            and c.person_id = e.person_id
            and c.type = 'CORRECTED'
            and c.seq > e.seq)
      """;
  private static final String BY_ANOTHER =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, other_parent_agrees,
        occurred_at, recorded_at, recorded_by, corrects)
      select e.region, e.subject_id, e.ask_id, e.person_id, 'CORRECTED', '{}'::text[],
        false, ?::timestamptz, ?::timestamptz, 'plaats-teruggenomen', e.seq
      from consent_event e
      where e.region = ?
        and e.ask_id = any(?)
        and e.person_id = any(?)
        and e.channel = 'portaal'
        and e.type in ('GIVEN', 'RENEWED', 'DISPUTE_RESOLVED')
      """;
  private static final String ABOUT_ANOTHER =
      """
      insert into consent_event
        (region, subject_id, ask_id, type, categories, other_parent_agrees, occurred_at,
        recorded_at, recorded_by)
      select a.region, a.subject_id, a.id, 'REVOKED_BY_CONTROLLER', '{}'::text[], false,
        ?::timestamptz, ?::timestamptz, 'koppeling-ongedaan'
      from consent_ask a
      where a.region = ?
        and a.id = any(?)
      """;
  private static final String WITH_YES =
      """
      select distinct ask_id
      from consent_event
      where region = ?
        and ask_id = any(?)
        and type in ('GIVEN', 'RENEWED')
      """;

  private final String region;

  /// @param region in whose part of the database the consents live
  public TakenBack(String region) {
    this.region = region;
  }

  /// The questions to which somebody who logged in as one of these people said yes since then.
  public SortedSet<UUID> saidBy(Connection tx, UUID subject, Collection<UUID> people, Instant since)
      throws SQLException {
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setArray(3, tx.createArrayOf("uuid", people.toArray()));
      select.setObject(4, ConsentTable.utc(since));
      return ids(select);
    }
  }

  /// What was said to these questions by logging in as one of these people, another said.
  public void byAnother(Connection tx, Collection<UUID> asks, Collection<UUID> people, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(BY_ANOTHER)) {
      insert.setObject(1, ConsentTable.utc(now));
      insert.setObject(2, ConsentTable.utc(now));
      insert.setString(3, region);
      insert.setArray(4, tx.createArrayOf("uuid", asks.toArray()));
      insert.setArray(5, tx.createArrayOf("uuid", people.toArray()));
      insert.executeUpdate();
    }
  }

  /// These questions were answered about another child: none of them is good for anything.
  public void aboutAnother(Connection tx, Collection<UUID> asks, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ABOUT_ANOTHER)) {
      insert.setObject(1, ConsentTable.utc(now));
      insert.setObject(2, ConsentTable.utc(now));
      insert.setString(3, region);
      insert.setArray(4, tx.createArrayOf("uuid", asks.toArray()));
      insert.executeUpdate();
    }
  }

  /// Those of these questions to which anybody said yes.
  public SortedSet<UUID> withYes(Connection tx, Collection<UUID> asks) throws SQLException {
    try (var select = tx.prepareStatement(WITH_YES)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", asks.toArray()));
      return ids(select);
    }
  }

  private static SortedSet<UUID> ids(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var ids = new TreeSet<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }
}
