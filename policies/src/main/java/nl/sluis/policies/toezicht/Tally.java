package nl.sluis.policies.toezicht;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import nl.sluis.policies.toezicht.Deed.Child;

/// What was counted of one person: numbers, and where some of the rows stand. Not for sharing
/// between threads.
final class Tally {
  private static final int MOST_ROWS = 25;

  private final Map<SignalKind, Integer> counts = new EnumMap<>(SignalKind.class);
  private final Map<SignalKind, List<Long>> rows = new EnumMap<>(SignalKind.class);
  private final Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
  private final Map<Child, List<Long>> perChild = new HashMap<>();
  private final Set<Child> thisWeek = new HashSet<>();
  private final Map<Oin, List<Long>> newPairs = new HashMap<>();
  private final int[] weeks;
  private int busiest;
  private boolean meldcodeNow;
  private Role role;

  /// @param weeks how many weeks are told apart
  Tally(Role role, int weeks) {
    this.role = role;
    this.weeks = new int[weeks];
  }

  Role role() {
    return role;
  }

  void actsAs(Role newest) {
    role = newest;
  }

  void count(SignalKind kind, long row) {
    counts.merge(kind, 1, Integer::sum);
    keep(rows.computeIfAbsent(kind, _ -> new ArrayList<>()), row);
  }

  /// A report by the meldcode: so rare that it is counted over the whole history.
  ///
  /// @param now whether it is of the days over which other things are counted
  void meldcode(long row, boolean now) {
    counts.merge(SignalKind.MELDCODE, 1, Integer::sum);
    var kept = rows.computeIfAbsent(SignalKind.MELDCODE, _ -> new ArrayList<>());
    kept.add(row);
    if (kept.size() > MOST_ROWS) {
      kept.removeFirst();
    }
    meldcodeNow |= now;
  }

  /// Was there one in those days? Who stopped is not asked again every week.
  boolean meldcodeNow() {
    return meldcodeNow;
  }

  void handled(Set<DataCategory> given, long row) {
    if (categories.addAll(given)) {
      keep(rows.computeIfAbsent(SignalKind.BREEDTE, _ -> new ArrayList<>()), row);
    }
  }

  /// An unexplained row, so many weeks before the week that ends on the day itself.
  void unexplained(int weeksAgo, Child child, long row) {
    weeks[weeks.length - 1 - weeksAgo]++;
    if (weeksAgo == 0) {
      thisWeek.add(child);
    }
    keep(perChild.computeIfAbsent(child, _ -> new ArrayList<>()), row);
    keep(rows.computeIfAbsent(SignalKind.REEKS, _ -> new ArrayList<>()), row);
  }

  void newPair(Oin other, long row) {
    keep(newPairs.computeIfAbsent(other, _ -> new ArrayList<>()), row);
  }

  /// An unexplained row about a child with whom so many organisations were busy that day.
  void busyDay(int organisations, long row) {
    busiest = Math.max(busiest, organisations);
    count(SignalKind.ZELFDE_DAG, row);
  }

  int busiest() {
    return busiest;
  }

  int value(SignalKind kind) {
    return kind == SignalKind.BREEDTE ? categories.size() : counts.getOrDefault(kind, 0);
  }

  List<Long> rows(SignalKind kind) {
    return List.copyOf(rows.getOrDefault(kind, List.of()));
  }

  Map<Oin, List<Long>> newPairs() {
    return newPairs;
  }

  /// The rows about the one child of this week that came back most often without explanation; which
  /// child that was does not leave this class.
  List<Long> mostRepeated() {
    return thisWeek.stream()
        .map(child -> perChild.getOrDefault(child, List.of()))
        .filter(found -> !found.isEmpty())
        .max(
            (a, b) ->
                a.size() != b.size()
                    ? a.size() - b.size()
                    : Long.compare(b.getFirst(), a.getFirst()))
        .map(List::copyOf)
        .orElse(List.of());
  }

  int[] weeks() {
    return weeks.clone();
  }

  private static void keep(List<Long> kept, long row) {
    if (kept.size() < MOST_ROWS) {
      kept.add(row);
    }
  }
}
