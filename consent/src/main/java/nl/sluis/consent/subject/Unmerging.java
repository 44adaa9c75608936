package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.subject.Merges.Merge;
import nl.sluis.policies.terms.Oin;

/// Undoes a merge that was wrong.
///
/// The references mean again whom they meant before. Every stop of the time between counts for both
/// children, for nobody knows about which of them it was; no consent of that time counts for
/// either, and the one that is loose again has none at all. May be shared between threads; runs
/// under the locks of both subjects.
public final class Unmerging {
  private static final String ADD =
      """
      insert into merge_undone (region, merge_id, undone_at, undone_by)
      values (?, ?, ?, ?)
      """;
  private static final String RESTRICTIONS_BACK =
      """
      insert into restriction
        (region, id, subject_id, kind, from_at, until_at, review_on, author_hmac, tegen_doel,
        tegen_van_oin, recorded_at, recorded_by)
      select r.region, gen_random_uuid(), m.from_subject, r.kind, r.from_at, r.until_at,
        r.review_on, r.author_hmac, r.tegen_doel, r.tegen_van_oin, ?, ?
      from subject_merge m
      join restriction r on r.region = m.region and r.subject_id = m.into_subject
      where m.region = ?
        and m.id = ?
        and r.lifts is null
        and r.recorded_at >= m.merged_at
        and r.recorded_by not like 'samenvoeging:%'
        and not exists (
          select from restriction l
          where l.region = r.region and l.subject_id = r.subject_id and l.lifts = r.id)
      """;
  private static final String STOPS_BACK =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, channel, other_parent_agrees,
        occurred_at, recorded_at, expires_at, recorded_by)
      select e.region, m.from_subject, n.ask_id, k.meant, e.type, e.categories, e.channel, false,
        e.occurred_at, ?, e.expires_at, ?
      from subject_merge m
      join merge_ask n on n.region = m.region and n.merge_id = m.id
      join consent_event e on e.region = m.region and e.ask_id = n.became
      join unnest(?::uuid[], ?::uuid[]) as k (said, meant) on k.said = e.person_id
      where m.region = ?
        and m.id = ?
        and e.type in ('REFUSED', 'WITHDRAWN', 'DISPUTED', 'DEFERRED')
        and e.recorded_by not like 'samenvoeging:%'
      order by e.seq
      """;
  private static final String ASKS =
      """
      select a.id
      from subject_merge m
      join consent_ask a on a.region = m.region
        and (a.subject_id = m.from_subject
          or (a.subject_id = m.into_subject
            and (a.id in (
                select n.became from merge_ask n where n.region = m.region and n.merge_id = m.id)
              or (a.asked_at >= m.merged_at and a.sender_oin = any(?)))))
      where m.region = ?
        and m.id = ?
      """;
  private static final String PLACES =
      """
      insert into place_ended (region, place_id, ended_at, ended_by)
      select region, id, ?, ?
      from place
      where region = ?
        and letter_id = ?
      on conflict do nothing
      """;
  private static final UUID NOBODY = new UUID(0, 0);

  private final String region;
  private final SubjectRegister subjects;
  private final Merges merges;
  private final PersonRegister people;

  /// @param region in whose part of the database the subjects live
  /// @param seal opens what singles a person out
  public Unmerging(String region, PersonSeal seal, SubjectRegister subjects) {
    this.region = region;
    this.subjects = subjects;
    this.merges = new Merges(region, seal, subjects);
    this.people = new PersonRegister(region);
  }

  /// The questions whose answers are good for nothing once this merge is undone.
  public SortedSet<UUID> asks(Connection tx, Merge merge) throws SQLException {
    var owners = merges.owners(tx, merge).stream().map(Oin::value).toArray();
    try (var select = tx.prepareStatement(ASKS)) {
      select.setArray(1, tx.createArrayOf("text", owners));
      select.setString(2, region);
      select.setObject(3, merge.id());
      try (var rows = select.executeQuery()) {
        var asks = new TreeSet<UUID>();
        while (rows.next()) {
          asks.add(rows.getObject(1, UUID.class));
        }
        return asks;
      }
    }
  }

  /// Makes two children of the one again.
  ///
  /// @param by who says so
  public void undo(Connection tx, Merge merge, String by, Instant now) throws SQLException {
    var at = now.atOffset(ZoneOffset.UTC);
    var word = Merges.word(merge.id());
    run(tx, RESTRICTIONS_BACK, at, word, region, merge.id());
    var said = new ArrayList<UUID>();
    var meant = new ArrayList<UUID>();
    speakers(tx, merge, said, meant);
    run(
        tx,
        STOPS_BACK,
        at,
        word,
        tx.createArrayOf("uuid", said.toArray()),
        tx.createArrayOf("uuid", meant.toArray()),
        region,
        merge.id());
    run(tx, PLACES, at, word, region, merge.id());
    people.endSame(tx, merge.pair().into(), word, NOBODY, now);
    for (var key : merges.standing(tx, merge)) {
      subjects.link(tx, key, merge.pair().from());
    }
    subjects.relinked(tx, List.of(merge.pair().from(), merge.pair().into()));
    run(tx, ADD, region, merge.id(), at, by);
  }

  /// Who of the one child is meant by who spoke about the other: the child itself, and everybody
  /// who was held to be the same.
  private void speakers(Connection tx, Merge merge, List<UUID> said, List<UUID> meant)
      throws SQLException {
    said.add(merge.pair().into());
    meant.add(merge.pair().from());
    var same = people.same(tx, merge.pair().into());
    var there =
        people.words(tx, merge.pair().into()).stream().map(Words.Word::person).distinct().toList();
    var here =
        people.words(tx, merge.pair().from()).stream().map(Words.Word::person).distinct().toList();
    for (var one : here) {
      said.add(one);
      meant.add(one);
      for (var other : there) {
        if (!other.equals(one) && same.of(one).equals(same.of(other))) {
          said.add(other);
          meant.add(one);
        }
      }
    }
  }

  private static void run(Connection tx, String sql, Object... values) throws SQLException {
    try (var statement = tx.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
