package nl.sluis.gateway.cijfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Guard;
import nl.sluis.policies.cijfers.Rest;
import nl.sluis.policies.cijfers.Verdict;

/// Judges several numbers about one group, each beside what was given of it before, and remembers
/// those that are told.
///
/// A number is told with its opposite: who knows the whole learns that too by subtraction. For one
/// thread, within one transaction that holds the lock of its source.
final class SafeFigures {
  private final Connection tx;
  private final GivenCounts given;
  private final String source;
  private final Guard guard;
  private final Group group;
  private final Map<String, Long> judged = new LinkedHashMap<>();

  /// @param source whose counts these are
  /// @param group what they are about
  SafeFigures(Connection tx, GivenCounts given, String source, Guard guard, Group group) {
    this.tx = tx;
    this.given = given;
    this.source = source;
    this.guard = guard;
    this.group = group;
  }

  /// How many there are; empty when that may not be told.
  OptionalLong of(String measure, Disclosures counted) throws SQLException {
    var before = given.of(tx, source, measure);
    if (GivenCounts.isFull(before, group)) {
      return OptionalLong.empty();
    }
    var verdict = guard.judge(group, List.copyOf(before.keySet()), counted::in);
    long count = counted.in(Rest.of(group)).count();
    boolean told =
        switch (verdict) {
          case Verdict.Given() -> isSame(before, counted);
          case Verdict.Again() -> Long.valueOf(count).equals(before.get(group));
          case Verdict.Refused _ -> false;
        };
    if (!told) {
      return OptionalLong.empty();
    }
    if (verdict instanceof Verdict.Given) {
      judged.put(measure, count);
    }
    return OptionalLong.of(count);
  }

  /// The same, when the opposite may be told as well, or there is none of it.
  OptionalLong ofPart(String measure, Disclosures part, Disclosures opposite) throws SQLException {
    if (opposite.in(Rest.of(group)).count() > 0 && of("niet " + measure, opposite).isEmpty()) {
      return OptionalLong.empty();
    }
    return of(measure, part);
  }

  /// Counts of before that would be others now, because somebody was erased, end all subtraction.
  private boolean isSame(Map<Group, Long> before, Disclosures counted) {
    return before.entrySet().stream()
        .filter(e -> !e.getKey().isApartFrom(group))
        .allMatch(e -> counted.in(Rest.of(e.getKey())).count() == e.getValue());
  }

  /// Remembers what was judged; what is not told after all is remembered as if it were, which never
  /// lets more through.
  void remember(Instant at) throws SQLException {
    for (var one : judged.entrySet()) {
      given.add(tx, source, one.getKey(), group, one.getValue(), at);
    }
  }
}
