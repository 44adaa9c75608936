package nl.sluis.gateway.cijfers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.policies.cijfers.Contents;
import nl.sluis.policies.cijfers.Rest;
import nl.sluis.policies.terms.Age;

/// The disclosures of one year under one convenant, as the logbook has them: when, for what, and
/// about whom.
///
/// @param lines one per disclosure
record Disclosures(List<Line> lines) {
  /// What a count has that is not split by age.
  static final Set<String> EVERYBODY = Set.of("iedereen");

  /// Where a purpose goes that the convenant does not have any more.
  static final String OTHER = "overig";

  /// One disclosure.
  ///
  /// @param point its place on each axis
  /// @param subject the child
  record Line(Map<String, String> point, UUID subject) {}

  /// Copies its parts.
  Disclosures {
    lines = List.copyOf(lines);
  }

  /// Reads them from the logbook.
  ///
  /// @param purposes the purposes that have a place of their own
  static Disclosures read(
      Connection connection, LogScan scan, String convenant, int year, Set<String> purposes)
      throws SQLException {
    var lines = new ArrayList<Line>();
    var from = YearMonth.of(year, 1).atDay(1).atStartOfDay(Age.CALENDAR).toInstant();
    scan.since(
        connection,
        from,
        (subject, detail) -> {
          var month = month(detail);
          if (isDisclosure(detail, convenant) && month.getYear() == year) {
            var purpose = detail.path("doel").asText();
            var point =
                Map.of(
                    GivenCounts.MONTHS, month.toString(),
                    GivenCounts.PARTS, purposes.contains(purpose) ? purpose : OTHER,
                    GivenCounts.AGES, EVERYBODY.iterator().next());
            lines.add(new Line(point, subject));
          }
        });
    return new Disclosures(lines);
  }

  private static boolean isDisclosure(ObjectNode detail, String convenant) {
    return EntryKind.DISCLOSED.code().equals(detail.path(Entry.KIND).asText())
        && convenant.equals(detail.path("convenant").path("id").asText());
  }

  private static YearMonth month(ObjectNode detail) {
    return YearMonth.from(Instant.parse(detail.path(Entry.TIME).asText()).atZone(Age.CALENDAR));
  }

  /// What is in a rest: how many disclosures, about how many children, how many about one child.
  Contents in(Rest rest) {
    var perChild = new HashMap<UUID, Long>();
    for (var line : lines) {
      if (rest.holds(line.point())) {
        perChild.merge(line.subject(), 1L, Long::sum);
      }
    }
    var count = perChild.values().stream().mapToLong(Long::longValue).sum();
    var largest = perChild.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return new Contents(count, perChild.size(), largest);
  }
}
