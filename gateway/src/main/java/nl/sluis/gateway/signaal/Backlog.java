package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicies;

/// Which days still have to be looked back at: every one from the first that was done on, of which
/// no done is on record. Of an organisation of which nothing was done ever, that is yesterday.
///
/// May be shared between threads; it works in the transaction of its caller.
final class Backlog {
  /// How many days are done in one night, so that a gateway that comes back does little else but
  /// not only that.
  static final int A_NIGHT = 7;

  private static final int MOST = 20_000;
  private static final String MISSING =
      """
      select o.organisatie, g.dag::date
      from unnest(?::text[]) as o(organisatie)
      cross join lateral (
        select coalesce(min(c.dag), ?::date) as eerste from controle_dag c
        where c.region = ? and c.organisatie = o.organisatie) f
      cross join lateral generate_series(f.eerste, ?::date, interval '1 day') as g(dag)
      where not exists (
        select from controle_dag c
        where c.region = ? and c.organisatie = o.organisatie and c.dag = g.dag::date)
      order by g.dag, o.organisatie
      limit ?
      """;
  private static final String TONIGHT =
      "select count(distinct dag) from controle_dag where region = ? and gedaan_op >= ?";

  private final String region;
  private final ControlPolicies policies;

  /// @param region in whose part of the database it all lives
  /// @param policies a day on which none held is never looked back at
  Backlog(String region, ControlPolicies policies) {
    this.region = region;
    this.policies = policies;
  }

  /// By day, for whom it still has to be done; the oldest first.
  ///
  /// @param yesterday the last day that can be done
  SortedMap<LocalDate, Set<Oin>> days(
      Connection tx, Collection<Oin> organisations, LocalDate yesterday) throws SQLException {
    var days = new TreeMap<LocalDate, Set<Oin>>();
    try (var select = tx.prepareStatement(MISSING)) {
      select.setArray(
          1, tx.createArrayOf("text", organisations.stream().map(Oin::value).toArray()));
      select.setObject(2, yesterday);
      select.setString(3, region);
      select.setObject(4, yesterday);
      select.setString(5, region);
      select.setInt(6, MOST);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          days.computeIfAbsent(row.getObject(2, LocalDate.class), _ -> new HashSet<>())
              .add(new Oin(row.getString(1)));
        }
      }
    }
    days.keySet().removeIf(day -> policies.on(day).isEmpty());
    return days;
  }

  /// How many days may still be done since this moment.
  int left(Connection tx, Instant midnight) throws SQLException {
    try (var select = tx.prepareStatement(TONIGHT)) {
      select.setString(1, region);
      select.setObject(2, midnight.atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        row.next();
        return Math.max(0, A_NIGHT - row.getInt(1));
      }
    }
  }
}
