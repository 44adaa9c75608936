package nl.sluis.gateway.cijfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What one party sent for safety's sake in one year: when, about whom, and how.
///
/// @param all one for each exchange
record Overrides(List<Sent> all) {
  private static final UUID UNKNOWN = new UUID(0, 0);

  // A record that was not completed in time went to the data protection officer, and that stays on
  // record after it was completed.
  private static final String READ =
      """
      select n.geopend_op, n.subject_id, n.acuut, g.gesproken,
        r.regel || '/' || r.stond_in_de_weg,
        exists (
          select from taak t
          where t.region = n.region
            and t.soort = 'nadocumentatie'
            and t.over = n.transactie
            and (t.stand = 'te-laat' or exists (
              select from taak f
              where f.region = t.region and f.soort = 'fg-kijkt' and f.over = t.id)))
      from nacontrole n
      left join nacontrole_gezin g on g.region = n.region and g.transactie = n.transactie
      left join nacontrole_naaste r on r.region = n.region and r.transactie = n.transactie
      where n.region = ?
        and n.van_oin = ?
        and n.geopend_op >= ?
        and n.geopend_op < ?
      """;

  /// One of them.
  ///
  /// @param line its place and the child; all whose child is not known count as one child
  /// @param late whether the whole record of an acute one was not there in time
  /// @param talked whether the family was talked with first; empty when no record says it
  /// @param nearest the ordinary rule that came nearest, and what stood in its way
  record Sent(
      Disclosures.Line line,
      boolean acute,
      boolean late,
      Optional<Boolean> talked,
      String nearest) {}

  /// Copies its parts.
  Overrides {
    all = List.copyOf(all);
  }

  static Overrides read(Connection connection, String region, Oin party, int year)
      throws SQLException {
    var all = new ArrayList<Sent>();
    try (var select = connection.prepareStatement(READ)) {
      select.setString(1, region);
      select.setString(2, party.value());
      select.setObject(3, start(year));
      select.setObject(4, start(year + 1));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var at = row.getObject(1, OffsetDateTime.class).atZoneSameInstant(Age.CALENDAR);
          var point =
              Map.of(
                  GivenCounts.MONTHS, YearMonth.from(at).toString(),
                  GivenCounts.PARTS, party.value(),
                  GivenCounts.AGES, Disclosures.EVERYBODY.iterator().next());
          var child = Optional.ofNullable(row.getObject(2, UUID.class)).orElse(UNKNOWN);
          all.add(
              new Sent(
                  new Disclosures.Line(point, child),
                  row.getBoolean(3),
                  row.getBoolean(6),
                  Optional.ofNullable(row.getObject(4, Boolean.class)),
                  Optional.ofNullable(row.getString(5)).orElse("geen/geen-weg")));
        }
      }
    }
    return new Overrides(all);
  }

  private static OffsetDateTime start(int year) {
    return YearMonth.of(year, 1)
        .atDay(1)
        .atStartOfDay(Age.CALENDAR)
        .toOffsetDateTime()
        .withOffsetSameInstant(ZoneOffset.UTC);
  }

  /// Those of which this is so.
  Disclosures where(Predicate<Sent> is) {
    return new Disclosures(all.stream().filter(is).map(Sent::line).toList());
  }

  /// The nearest rules that occur, in order.
  List<String> nearest() {
    return List.copyOf(
        all.stream().map(Sent::nearest).collect(Collectors.toCollection(TreeSet::new)));
  }
}
