package nl.sluis.consent.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.SealedFacts;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Reads the facts of a batch of decisions in one statement, and remembers nothing of them.
///
/// May be shared between threads. MUST run after the subjects were locked, in the same transaction
/// and in a statement of its own: under `read committed` a statement sees what was committed before
/// it began, so one that also waits for the lock would decide on facts from before the wait.
public final class FactReader {
  private static final String READ =
      """
      with q as materialized (
        select *
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bool[],
            ?::uuid[])
          with ordinality as q (subject, purpose, sender, receiver, role, consent, parcel, ord))
      select q.ord, 'B' as tag, b.seq, null::uuid as id, null::uuid as person, null as word,
        null as other, null::timestamptz as begins, null::timestamptz as ends,
        null::date as day, null::text[] as words, null::uuid[] as ids, null::bool as flag,
        b.birth_sealed as sealed
      from q join birth b on b.region = ? and b.subject_id = q.subject
      union all
      select q.ord, 'R', 0, null, null, r.kind, null, null, null, null, null, null, null,
        null
      from q join restriction r on r.region = ? and r.subject_id = q.subject
      where r.lifts is null
        and r.kind <> 'bewaarplicht'
        and (r.tegen_doel is null or (r.tegen_doel = q.purpose and r.tegen_van_oin = q.sender))
        and r.from_at <= ?
        and (r.until_at is null or r.until_at > ?)
        and not exists (
          select from restriction l
          where l.region = r.region and l.subject_id = r.subject_id and l.lifts = r.id)
      union all
      select q.ord, 'V', 0, null, null, v.condition, null, null, null, max(v.happened_on), null,
        null, null, null
      from q join registered_condition v
        on v.region = ? and v.subject_id = q.subject
        and v.purpose = q.purpose and v.receiver_oin = q.receiver
      group by q.ord, v.condition
      union all
      select q.ord, 'G', w.seq, null, null, null, null, null, null, null, null, null, null,
        w.residence_sealed
      from q join residence w on w.region = ? and w.subject_id = q.subject
      union all
      select q.ord, 'C', c.seq, null, null, c.situation, c.source, c.obtained_at,
        c.valid_until::timestamp at time zone 'Europe/Amsterdam', c.valid_from, null, c.holders,
        c.source <> 'vier-ogen' or exists (
          select from custody_confirmation k where k.region = c.region and k.fact_id = c.id),
        null
      from q join custody_fact c on c.region = ? and c.subject_id = q.subject
      where q.consent
      union all
      select q.ord, 'D', d.seq, null, d.holder, d.domain, null, d.obtained_at,
        d.valid_until::timestamp at time zone 'Europe/Amsterdam', d.valid_from, null, null,
        d.sharing_named, null
      from q join partial_custody d on d.region = ? and d.subject_id = q.subject
      where q.consent
      union all
      select q.ord, 'J', j.seq, null, null, null, null, j.judged_at, j.valid_until, null, null,
        null, j.able, null
      from q join competence j
        on j.region = ? and j.subject_id = q.subject and j.purpose = q.purpose
      where q.consent
      union all
      select q.ord, 'S', s.seq, null, s.person_id, s.receiver_oin, null, null, null, null, null,
        null, s.shielded, null
      from q join shield s
        on s.region = ? and s.subject_id = q.subject and s.receiver_oin in (q.receiver, q.sender)
      where q.consent
      union all
      select q.ord, 'P', p.seq, p.same_as, p.person_id, null, null, null, null, null, null, null,
        null, null
      from q join person_same p on p.region = ? and p.subject_id = q.subject
      where q.consent
        and not exists (
          select from same_ended n
          where n.region = p.region and n.subject_id = p.subject_id and n.same_seq = p.seq)
      union all
      select q.ord, 'A', 0, a.id, null, a.sender_role, a.purpose_text, null, a.valid_until, null,
        a.categories, null, a.one_off, null
      from q join consent_ask a
        on a.region = ? and a.subject_id = q.subject and a.purpose = q.purpose
        and a.sender_oin = q.sender and a.receiver_oin = q.receiver and a.receiver_role = q.role
      where q.consent
      union all
      select q.ord, 'E', e.seq, e.ask_id, e.person_id, e.type, e.channel, e.occurred_at,
        e.expires_at, null, e.categories,
        case when e.aanwezigheid is not null then array[e.aanwezigheid] end,
        e.other_parent_agrees, null
      from q join consent_ask a
        on a.region = ? and a.subject_id = q.subject and a.purpose = q.purpose
        and a.sender_oin = q.sender and a.receiver_oin = q.receiver and a.receiver_role = q.role
      join consent_event e on e.region = a.region and e.ask_id = a.id
      where q.consent
        and (e.used_for is null or q.parcel is null or e.used_for <> q.parcel)
      """;

  private static final PartyRole NOBODY = new PartyRole(new Oin("0".repeat(20)), Role.JONGERE);
  private static final FactQuery NOTHING =
      new FactQuery(
          new UUID(0, 0),
          new Purpose("geen"),
          NOBODY,
          NOBODY,
          Set.of(),
          EnumSet.allOf(Regime.class),
          "");

  // A stop that a gateway with a faster clock wrote just now is in force now.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final String region;
  private final SealedFacts sealed;

  /// @param region in whose part of the database the facts live
  /// @param seal opens what singles a person out
  public FactReader(String region, PersonSeal seal) {
    this.region = region;
    this.sealed = new SealedFacts(seal);
  }

  /// What was read for each query, in the same order; one statement for all of them.
  public List<FactsRead> read(Connection tx, List<FactQuery> queries, Instant at)
      throws SQLException {
    var records = records(tx, queries, at);
    return IntStream.range(0, queries.size())
        .mapToObj(i -> new FactsRead(queries.get(i), records.get(i), at))
        .toList();
  }

  /// What is on record for each query, not yet judged, in the same order.
  public List<Records> records(Connection tx, List<FactQuery> queries, Instant at)
      throws SQLException {
    if (queries.isEmpty()) {
      return List.of();
    }
    var gathered = queries.stream().map(query -> new Gathered(query, sealed)).toList();
    try (var select = tx.prepareStatement(READ)) {
      bind(tx, select, queries, at);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          gathered.get(rows.getInt(1) - 1).add(rows);
        }
      }
    }
    return gathered.stream().map(Gathered::records).toList();
  }

  /// The same for who looks: always one statement, so that it cannot be counted whether there was
  /// anything to ask about.
  public List<Records> seen(Connection tx, List<FactQuery> queries, Instant at)
      throws SQLException {
    var all = new ArrayList<>(queries);
    all.add(NOTHING);
    return records(tx, all, at).subList(0, queries.size());
  }

  private void bind(Connection tx, PreparedStatement to, List<FactQuery> queries, Instant at)
      throws SQLException {
    to.setArray(1, tx.createArrayOf("uuid", column(queries, FactQuery::subject)));
    to.setArray(2, tx.createArrayOf("text", column(queries, q -> q.purpose().code())));
    to.setArray(3, tx.createArrayOf("text", column(queries, q -> q.sender().oin().value())));
    to.setArray(4, tx.createArrayOf("text", column(queries, q -> q.receiver().oin().value())));
    to.setArray(5, tx.createArrayOf("text", column(queries, q -> q.receiver().role().code())));
    to.setArray(6, tx.createArrayOf("bool", column(queries, q -> !q.regimes().isEmpty())));
    to.setArray(7, tx.createArrayOf("uuid", queries.stream().map(FactQuery::parcel).toArray()));
    to.setString(8, region);
    to.setString(9, region);
    to.setObject(10, at.plus(SKEW).atOffset(ZoneOffset.UTC));
    to.setObject(11, at.atOffset(ZoneOffset.UTC));
    for (int i = 12; i <= 20; i++) {
      to.setString(i, region);
    }
  }

  private static Object[] column(List<FactQuery> queries, Function<FactQuery, Object> of) {
    var values = new ArrayList<Object>(queries.size());
    queries.forEach(query -> values.add(of.apply(query)));
    return values.toArray();
  }
}
