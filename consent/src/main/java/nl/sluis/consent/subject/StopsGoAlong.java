package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.sluis.policies.terms.Age;

/// What goes along when two subjects become one: every stop, and no yes.
///
/// Restrictions, shields, what is hidden, open noes and consents that ended come over; the words by
/// which partners know people too, so that a later no under such a word still counts. Nothing that
/// could permit comes over: no yes, no decision of a court, no precondition, no birth date, and no
/// gezag but for the noes of who had it. May be shared between threads; runs under the lock of both
/// subjects.
final class StopsGoAlong {
  private static final String WORDS =
      """
      insert into person
        (region, subject_id, namespace, label_hmac, key_version, person_id, recorded_at)
      select p.region, m.into_subject, p.namespace, p.label_hmac, p.key_version,
        case when p.person_id = m.from_subject then m.into_subject else p.person_id end, ?
      from subject_merge m
      join person p on p.region = m.region and p.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
      on conflict do nothing
      """;
  // A word of one partner means one person around one child.
  private static final String SAME_WORD =
      """
      insert into person_same (region, subject_id, person_id, same_as, recorded_at, recorded_by)
      select p.region, m.into_subject,
        case when p.person_id = m.from_subject then m.into_subject else p.person_id end,
        q.person_id, ?, ?
      from subject_merge m
      join person p on p.region = m.region and p.subject_id = m.from_subject
      join person q on q.region = m.region and q.subject_id = m.into_subject
        and q.namespace = p.namespace and q.label_hmac = p.label_hmac
      where m.region = ?
        and m.id = ?
        and q.person_id not in (p.person_id, m.into_subject)
      """;
  private static final String SAME =
      """
      insert into person_same (region, subject_id, person_id, same_as, recorded_at, recorded_by)
      select s.region, m.into_subject, s.person_id, s.same_as, ?, ?
      from subject_merge m
      join person_same s on s.region = m.region and s.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
        and not exists (
          select from same_ended e
          where e.region = s.region and e.subject_id = s.subject_id and e.same_seq = s.seq)
      """;
  // Obtained at the beginning of time, it never says who has gezag; valid from today, it makes no
  // earlier yes good. It only keeps alive the no of who had gezag there.
  private static final String GEZAG =
      """
      insert into custody_fact
        (region, subject_id, situation, source, valid_from, obtained_at, holders, capacities,
        recorded_at, recorded_by)
      select c.region, m.into_subject, c.situation, 'mondeling', ?, timestamptz 'epoch',
        c.holders, c.capacities, ?, ?
      from subject_merge m
      join custody_fact c on c.region = m.region and c.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
      """;
  private static final String RESTRICTIONS =
      """
      insert into restriction
        (region, id, subject_id, kind, from_at, until_at, review_on, author_hmac, tegen_doel,
        tegen_van_oin, recorded_at, recorded_by)
      select r.region, gen_random_uuid(), m.into_subject, r.kind, r.from_at, r.until_at,
        r.review_on, r.author_hmac, r.tegen_doel, r.tegen_van_oin, ?, ?
      from subject_merge m
      join restriction r on r.region = m.region and r.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
        and r.lifts is null
        and not exists (
          select from restriction l
          where l.region = r.region and l.subject_id = r.subject_id and l.lifts = r.id)
      """;
  private static final String SHIELDS =
      """
      insert into shield
        (region, subject_id, person_id, receiver_oin, shielded, recorded_at, recorded_by)
      select s.region, m.into_subject,
        case when s.person_id = m.from_subject then m.into_subject else s.person_id end,
        s.receiver_oin, true, ?, ?
      from subject_merge m
      join shield s on s.region = m.region and s.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
        and s.shielded
        and not exists (
          select from shield l
          where l.region = s.region and l.subject_id = s.subject_id
            and l.person_id = s.person_id and l.receiver_oin = s.receiver_oin and l.seq > s.seq)
      """;
  // What is hidden stays hidden, under the new name of the question; only the organisation that hid
  // it
  // shows it again. Who may look from sixteen on is asked anew.
  private static final String EMBARGOES =
      """
      insert into embargo
        (region, id, subject_id, about, hidden_from, reason, review_on, author_hmac,
        confirmed_hmac, evidence_commitment, evidence_sealed, recorded_at, recorded_by, by_report)
      select e.region, gen_random_uuid(), m.into_subject, coalesce(n.became, e.about),
        case when e.hidden_from is not null then
          array(select case when h = m.from_subject then m.into_subject else h end
            from unnest(e.hidden_from) as h) end,
        e.reason, e.review_on, e.author_hmac, e.confirmed_hmac, e.evidence_commitment,
        e.evidence_sealed, ?, e.recorded_by, e.by_report
      from subject_merge m
      join embargo e on e.region = m.region and e.subject_id = m.from_subject
      left join merge_ask n
        on n.region = m.region and n.merge_id = m.id and n.ask_id = e.about
      where m.region = ?
        and m.id = ?
        and not exists (
          select from embargo_lifted l
          where l.region = e.region and l.embargo_id = e.id)
      """;
  // Who is served at the desk only stays so; the organisation that said so ends it under the name
  // it
  // knows.
  private static final String DESK_ONLY =
      """
      insert into alleen_loket
        (region, id, origin, subject_id, people, source, review_on, author_hmac, confirmed_hmac,
        evidence_commitment, evidence_sealed, recorded_at, recorded_by)
      select l.region, gen_random_uuid(), l.origin, m.into_subject,
        array(select case when p = m.from_subject then m.into_subject else p end
          from unnest(l.people) as p),
        l.source, l.review_on, l.author_hmac, l.confirmed_hmac, l.evidence_commitment,
        l.evidence_sealed, ?, l.recorded_by
      from subject_merge m
      join alleen_loket l on l.region = m.region and l.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
        and l.lifts is null
        and not exists (
          select from alleen_loket o
          where o.region = l.region and o.lifts = l.origin)
      """;
  private static final String NAMES =
      """
      insert into merge_ask (region, merge_id, ask_id, became)
      select m.region, m.id, a.id, gen_random_uuid()
      from subject_merge m
      join consent_ask a on a.region = m.region and a.subject_id = m.from_subject
      where m.region = ?
        and m.id = ?
      """;
  private static final String ASKS =
      """
      insert into consent_ask
        (region, id, subject_id, purpose, sender_oin, sender_role, receiver_oin, receiver_role,
        categories, legal_function, valid_until, one_off, text_hash, text_language, asked_at,
        asked_by, purpose_text)
      select a.region, n.became, m.into_subject, a.purpose, a.sender_oin, a.sender_role,
        a.receiver_oin, a.receiver_role, a.categories, a.legal_function, a.valid_until, a.one_off,
        a.text_hash, a.text_language, a.asked_at, a.asked_by, a.purpose_text
      from subject_merge m
      join merge_ask n on n.region = m.region and n.merge_id = m.id
      join consent_ask a on a.region = m.region and a.id = n.ask_id
      where m.region = ?
        and m.id = ?
      """;
  private static final String TERMS =
      """
      insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
      select a.region, gen_random_uuid(), a.valid_until, 'termijn', a.subject_id, a.id,
        a.sender_oin
      from subject_merge m
      join merge_ask n on n.region = m.region and n.merge_id = m.id
      join consent_ask a on a.region = m.region and a.id = n.became
      where m.region = ?
        and m.id = ?
      """;
  // A no that its speaker already took back with an own hand is no stop any more; every other one
  // counts from now, so that no yes of before the merge is later than it.
  private static final String EVENTS =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, channel, other_parent_agrees,
        occurred_at, recorded_at, expires_at, recorded_by, used_for)
      select e.region, m.into_subject, n.became,
        case when e.person_id = m.from_subject then m.into_subject else e.person_id end,
        e.type, e.categories, e.channel, false,
        case when e.type in ('REFUSED', 'WITHDRAWN', 'DISPUTED', 'DEFERRED')
          then ?::timestamptz else e.occurred_at end,
        ?, e.expires_at, ?, e.used_for
      from subject_merge m
      join merge_ask n on n.region = m.region and n.merge_id = m.id
      join consent_event e on e.region = m.region and e.ask_id = n.ask_id
      where m.region = ?
        and m.id = ?
        and e.type not in
          ('GIVEN', 'RENEWED', 'SUBSTITUTED_BY_COURT', 'DISPUTE_RESOLVED', 'CORRECTED')
        and not (e.type in ('REFUSED', 'WITHDRAWN', 'DISPUTED', 'DEFERRED') and exists (
          select from consent_event y
          where y.region = e.region
            and y.ask_id = e.ask_id
            and y.person_id = e.person_id
            and (cardinality(y.categories) = 0
              or (cardinality(e.categories) > 0 and e.categories <@ y.categories))
            and (y.type in ('GIVEN', 'RENEWED')
              or (y.type = 'DISPUTE_RESOLVED' and e.type = 'DISPUTED'))
            and (y.channel <> 'mondeling' or e.type = 'DEFERRED')
            and y.occurred_at > e.occurred_at
            and y.seq > e.seq
            and not exists (
              select from consent_event c
              where c.region = y.region and c.ask_id = y.ask_id and c.person_id = y.person_id
                and c.type = 'CORRECTED' and c.seq > y.seq)))
      order by e.seq
      """;

  private final String region;

  StopsGoAlong(String region) {
    this.region = region;
  }

  /// All of it, for this merge.
  void all(Connection tx, UUID merge, Instant now) throws SQLException {
    var at = now.atOffset(ZoneOffset.UTC);
    var by = Merges.word(merge);
    run(tx, WORDS, merge, at);
    run(tx, SAME_WORD, merge, at, by);
    run(tx, SAME, merge, at, by);
    run(tx, GEZAG, merge, LocalDate.ofInstant(now, Age.CALENDAR), at, by);
    run(tx, RESTRICTIONS, merge, at, by);
    run(tx, SHIELDS, merge, at, by);
    run(tx, DESK_ONLY, merge, at);
    run(tx, NAMES, merge);
    run(tx, ASKS, merge);
    run(tx, TERMS, merge);
    run(tx, EMBARGOES, merge, at);
    run(tx, EVENTS, merge, at, at, by);
  }

  private void run(Connection tx, String sql, UUID merge, Object... first) throws SQLException {
    try (var statement = tx.prepareStatement(sql)) {
      for (int i = 0; i < first.length; i++) {
        statement.setObject(i + 1, first[i]);
      }
      statement.setString(first.length + 1, region);
      statement.setObject(first.length + 2, merge);
      statement.executeUpdate();
    }
  }
}
