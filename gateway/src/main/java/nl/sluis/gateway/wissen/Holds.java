package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What stands in the way of erasing somebody now.
///
/// May be shared between threads; reads on the connection of its caller, who holds the locks of
/// these persons when the answer must stay true.
public final class Holds {
  private static final String WHO =
      """
      with q (region, at) as (values (?::text, ?::timestamptz))
      select h.subject_id
      from (
      %s) h
      where h.subject_id is not null
      """;
  private static final String OF_THESE = " and h.subject_id = any(?) limit 1";

  private final String region;

  /// @param region in whose part of the database the persons live
  public Holds(String region) {
    this.region = region;
  }

  /// Everything that stands in the way of erasing these persons on this ground.
  public Set<Hold> of(Connection tx, Collection<UUID> persons, Ground ground, Instant at)
      throws SQLException {
    var found = EnumSet.noneOf(Hold.class);
    for (var hold : Hold.values()) {
      if (ground.isStoppedBy(hold) && stands(tx, hold, persons, at)) {
        found.add(hold);
      }
    }
    return found;
  }

  private boolean stands(Connection tx, Hold hold, Collection<UUID> persons, Instant at)
      throws SQLException {
    try (var select = tx.prepareStatement(WHO.formatted(sql(hold)) + OF_THESE)) {
      bind(select, at);
      select.setArray(3, tx.createArrayOf("uuid", persons.toArray()));
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Everybody of whom something must be kept beyond its term, whatever the reason; that a term
  /// still runs is none here.
  public Set<UUID> everybody(Connection tx, Instant at) throws SQLException {
    var found = new HashSet<UUID>();
    for (var hold : EnumSet.complementOf(EnumSet.of(Hold.BEWAARTERMIJN))) {
      try (var select = tx.prepareStatement(WHO.formatted(sql(hold)))) {
        bind(select, at);
        try (var row = select.executeQuery()) {
          while (row.next()) {
            found.add(row.getObject(1, UUID.class));
          }
        }
      }
    }
    return found;
  }

  private void bind(PreparedStatement select, Instant at) throws SQLException {
    select.setString(1, region);
    select.setObject(2, at.atOffset(ZoneOffset.UTC));
  }

  /// About whom there is such a reason, in the region and at the instant of `q`.
  private static String sql(Hold hold) {
    return switch (hold) {
      case MELDING ->
          """
          select m.subject_id
          from q
          join acute_melding m on m.region = q.region
          where not exists (
            select from acute_stap s
            where s.region = m.region and s.transactie = m.transactie and s.stap = 'bevestigd')
          union all
          select p.subject_id
          from q
          join parcel p on p.region = q.region
          where p.never_lapses and p.state in ('wacht', 'uitgereikt')
          """;
      case NACONTROLE ->
          """
          select n.subject_id
          from q
          join nacontrole n on n.region = q.region
          where not exists (
            select from nacontrole_oordeel o
            where o.region = n.region and o.transactie = n.transactie)
          """;
      case EMBARGO ->
          """
          select e.subject_id
          from q
          join embargo e on e.region = q.region
          where not exists (
            select from embargo_lifted l
            where l.region = e.region and l.embargo_id = e.id)
          """;
      case BEPERKING ->
          """
          select r.subject_id
          from q
          join restriction r on r.region = q.region
          where r.kind in ('beperkt', 'rechterlijk-verbod', 'bewaarplicht')
            and r.lifts is null
            and (r.until_at is null or r.until_at > q.at)
            and not exists (
              select from restriction l
              where l.region = r.region and l.subject_id = r.subject_id and l.lifts = r.id)
          """;
      case GESCHIL ->
          """
          select t.subject_id
          from q
          join taak t on t.region = q.region
          where t.stand <> 'afgehandeld'
            and t.soort in ('bezwaar-wegen', 'gesprek-betwist', 'waarom-beantwoorden',
              'rectificatie-wegen', 'klacht-behandelen', 'inzage-beantwoorden')
          """;
      case ZAAK ->
          """
          select l.subject_id
          from q
          join zaak z on z.region = q.region
          join zaak_rij r on r.region = z.region and r.zaak = z.id
          cross join lateral (
            select subject_id from logbook_subject s
            where s.region = r.region and s.idx = r.rij
            limit 1) l
          where not exists (
            select from zaak_stap s
            where s.region = z.region and s.zaak = z.id and s.stap = 'gesloten')
          """;
      case BEWAARTERMIJN ->
          """
          select p.subject_id
          from q
          join parcel p on p.region = q.region
          where p.released_row is not null
          """;
    };
  }
}
