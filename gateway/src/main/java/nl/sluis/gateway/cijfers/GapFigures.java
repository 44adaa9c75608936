package nl.sluis.gateway.cijfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.sluis.gateway.cijfers.Overrides.Sent;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Guard;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Which ordinary rule came nearest where something went out for safety's sake, over all parties of
/// a convenant together: the rules that the parties may want to make, or to refuse.
///
/// The numbers go on the list of what the steward of that convenant was told of single parties
/// ([OverrideDesk]), so that the one cannot be subtracted from the other. For one thread, within
/// one transaction.
final class GapFigures {
  private final Connection tx;
  private final GivenCounts given;
  private final String source;
  private final Guard guard;
  private final Group group;
  private final Overrides counted;

  /// @param steward who looks after the convenant
  /// @param counted those of all its parties
  GapFigures(
      Connection tx,
      GivenCounts given,
      Oin steward,
      Convenant convenant,
      Period period,
      Overrides counted) {
    this.tx = tx;
    this.given = given;
    this.source = "doorbrekingen:" + steward.value();
    this.guard = convenant.arrangements().counting().guard();
    var parties = convenant.parties().keySet().stream().map(Oin::value).collect(Collectors.toSet());
    this.group =
        new Group(
            Map.of(
                GivenCounts.MONTHS,
                period.values(),
                GivenCounts.PARTS,
                parties,
                GivenCounts.AGES,
                Disclosures.EVERYBODY));
    this.counted = counted;
  }

  /// The one party that looks after a convenant in this period; empty when there is none, or more
  /// than one.
  static List<Oin> stewards(Convenant convenant, Instant at) {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    return convenant.parties().values().stream()
        .filter(party -> party.holds(Role.CONVENANTBEHEERDER, day))
        .map(party -> party.oin())
        .toList();
  }

  /// What each party of a convenant sent for safety's sake in a year.
  static Overrides read(Connection connection, String region, Convenant convenant, int year)
      throws SQLException {
    var all = new ArrayList<Sent>();
    for (var party : convenant.parties().keySet()) {
      all.addAll(Overrides.read(connection, region, party, year).all());
    }
    return new Overrides(all);
  }

  /// The rules, each with what stood in its way, of which there are enough; none when even all
  /// together, or what is left of them, are too few.
  Map<String, OptionalLong> tell(Instant at) throws SQLException {
    given.lock(tx, source);
    var figures = new SafeFigures(tx, given, source, guard, group);
    var told = new TreeMap<String, OptionalLong>();
    var whole = figures.of(OverrideDesk.MEASURE, counted.where(_ -> true));
    told.put("", whole);
    if (whole.isPresent()) {
      told.putAll(nearest(figures));
    }
    figures.remember(at);
    return told;
  }

  private Map<String, OptionalLong> nearest(SafeFigures figures) throws SQLException {
    var listed = new ArrayList<String>();
    var counts = new TreeMap<String, OptionalLong>();
    for (var rule : byFrequency()) {
      var count =
          figures.ofPart(
              "naaste " + rule, counted.where(is(rule)), counted.where(is(rule).negate()));
      if (count.isPresent()) {
        listed.add(rule);
        counts.put(rule, count);
      }
    }
    while (!listed.isEmpty() && !isRestSafe(figures, listed)) {
      counts.remove(listed.removeLast());
    }
    return counts;
  }

  private List<String> byFrequency() {
    return counted.nearest().stream()
        .sorted(
            Comparator.comparingLong((String rule) -> within(is(rule)).size())
                .reversed()
                .thenComparing(rule -> rule))
        .toList();
  }

  private List<Disclosures.Line> within(Predicate<Sent> is) {
    return counted.where(is).lines().stream().filter(line -> group.holds(line.point())).toList();
  }

  private boolean isRestSafe(SafeFigures figures, List<String> listed) throws SQLException {
    Predicate<Sent> other = one -> !listed.contains(one.nearest());
    return within(other).isEmpty()
        || figures.of("geen van " + String.join(", ", listed), counted.where(other)).isPresent();
  }

  private static Predicate<Sent> is(String rule) {
    return one -> one.nearest().equals(rule);
  }
}
