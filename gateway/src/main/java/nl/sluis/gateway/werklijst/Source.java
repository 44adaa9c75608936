package nl.sluis.gateway.werklijst;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// One place in the database where work comes from: one statement, bounded, that starts at a place
/// in the list. Immutable; may be shared between threads.
///
/// @param kind the word of what it finds
/// @param rows the statement, with columns `id`, `over`, `sinds` and `uiterlijk`, and a place for
///   what is asked: the region, the organisation, the last day and now
/// @param ahead how long before its day it stands in the list
@SuppressWarnings("InlineFormatString") // a statement is read apart from what is filled in
record Source(String kind, Group group, String rows, Period ahead) {
  private static final String PAGE =
      """
      select w.id, w.over, w.sinds, w.uiterlijk
      from (
      %s) w
      where (w.uiterlijk, w.id) > (?, ?)
      order by w.uiterlijk, w.id
      limit ?
      """;
  private static final String COUNT =
      """
      select count(*), count(*) filter (where b.uiterlijk <= ?)
      from (
        select w.uiterlijk
        from (
        %s) w
        limit ?) b
      """;

  /// Not later than this, whatever the calendar says: what waits for an answer always stands there.
  private static final Period ALWAYS = Period.ofYears(100);

  private static final String ASKED =
      """
      (values (?::text, ?::text, ?::timestamptz, ?::timestamptz)) q (region, bij, tot, nu)
      """;

  // What this organisation got and must stop with, while it did not say that it did.
  private static final String STOPS =
      """
      select s.stopbericht as id, s.toestemming as over, s.gemaakt_op as sinds, s.uiterlijk
      from %s
      join stopbericht_open s
        on s.region = q.region and s.aan_oin = q.bij and s.uiterlijk <= q.tot
      """;
  private static final String COMING =
      """
      select a.id, a.about as over, a.due_at as sinds, a.due_at as uiterlijk
      from %%s
      join agenda a on a.region = q.region and a.organisation = q.bij and a.due_at <= q.tot
      where a.kind = '%s'
      """;
  // Who asked a question about which somebody disagrees; who that is does not stand here.
  private static final String DISPUTES =
      """
      select d.ask_id as id, d.ask_id as over, max(d.recorded_at) as sinds,
        max(d.recorded_at) + interval '28 days' as uiterlijk
      from %s
      join consent_event d
        on d.region = q.region and d.type = 'DISPUTED' and d.recorded_at <= q.tot
      join consent_ask a
        on a.region = d.region and a.id = d.ask_id and a.sender_oin = q.bij
          and a.valid_until > q.nu
      where not exists (
        select from consent_event r
        where r.region = d.region and r.ask_id = d.ask_id and r.seq > d.seq
          and r.type = 'DISPUTE_RESOLVED')
      group by d.ask_id
      """;
  private static final String MANDATES =
      """
      select m.id, m.id as over, m.geldig_tot as sinds, m.geldig_tot as uiterlijk
      from %s
      join mandaat m
        on m.region = q.region and m.partij = q.bij and m.geldig_tot <= q.tot
          and m.geldig_tot > q.nu - interval '28 days'
      where not exists (
        select from mandaat_intrekking i where i.region = m.region and i.mandaat = m.id)
      """;

  /// Everything that is no task.
  static final List<Source> ALL =
      List.of(
          new Source("stop-bevestigen", Group.STOP, STOPS, ALWAYS),
          new Source("embargo-komt", Group.VERBORGEN, coming("embargo"), Period.ofDays(14)),
          new Source("herziening-komt", Group.VERBORGEN, coming("herziening"), Period.ofDays(14)),
          new Source("gezag-komt", Group.GEZAG, coming("gezag"), Period.ofDays(30)),
          new Source("oneens", Group.GEZAG, DISPUTES, Period.ZERO),
          new Source("mandaat-eindigt", Group.AFSPRAAK, MANDATES, Period.ofDays(60)));

  private static String coming(String kind) {
    return COMING.formatted(kind);
  }

  /// The statement of one page; its parameters are the region, the organisation, the last day, now,
  /// the place in the list twice, and how many.
  String page() {
    return PAGE.formatted(rows.formatted(ASKED));
  }

  /// What of this organisation comes after a place: at most so many, the most urgent first.
  List<WorkItem> after(
      Connection tx, String region, Oin organisation, Place after, Instant now, int most)
      throws SQLException {
    try (var select = tx.prepareStatement(page())) {
      fill(select, 1, region, organisation, now);
      select.setObject(5, utc(after.due()));
      select.setObject(6, after.id());
      select.setInt(7, most);
      var found = new ArrayList<WorkItem>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new WorkItem(
                  kind,
                  group,
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  false,
                  false));
        }
      }
      return found;
    }
  }

  /// How many there are, counted no further than a limit.
  Count count(Connection tx, String region, Oin organisation, Instant now, int most)
      throws SQLException {
    try (var select = tx.prepareStatement(COUNT.formatted(rows.formatted(ASKED)))) {
      select.setObject(1, utc(now));
      fill(select, 2, region, organisation, now);
      select.setInt(6, most);
      try (var row = select.executeQuery()) {
        row.next();
        return new Count(row.getLong(1), row.getLong(2));
      }
    }
  }

  private void fill(
      PreparedStatement select, int first, String region, Oin organisation, Instant now)
      throws SQLException {
    select.setString(first, region);
    select.setString(first + 1, organisation.value());
    select.setObject(first + 2, utc(now).plus(ahead));
    select.setObject(first + 3, utc(now));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
