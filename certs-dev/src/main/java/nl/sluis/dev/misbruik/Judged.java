package nl.sluis.dev.misbruik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Case;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Deed.Ending;
import nl.sluis.policies.toezicht.Peers;
import nl.sluis.policies.toezicht.Signal;
import nl.sluis.policies.toezicht.SignalKind;
import nl.sluis.policies.toezicht.Signals;
import nl.sluis.policies.toezicht.Watch;

/// What the control policy made of one season: at the end of each week, for each organisation from
/// the rows that it may see, and then the region's most striking cases up to the budget.
///
/// A culprit is found when the case is within the budget and one of the rows it points at was
/// misuse. For one thread.
final class Judged {
  private final Season season;
  private final ControlPolicy policy;
  private final int budget;
  private final Map<Misuse, Integer> foundAfter = new EnumMap<>(Misuse.class);
  private final Map<Misuse, Integer> began = new EnumMap<>(Misuse.class);
  private final Set<Misuse> raised = new HashSet<>();
  private final Map<SignalKind, int[]> perKind = new TreeMap<>();
  private int cases;
  private int looked;
  private int right;
  private int disclosures;
  private int refusals;
  private int explained;
  private int judged;

  Judged(Season season, ControlPolicy policy, int budget) {
    this.season = season;
    this.policy = policy;
    this.budget = budget;
    for (int week = 0; week < Season.WEEKS; week++) {
      week(week);
    }
  }

  private void week(int week) {
    var sunday = Season.sunday(week);
    var watches = new HashMap<Oin, Watch>();
    var newest = sunday.minusDays(6);
    for (var row : season.rows()) {
      var deed = row.deed();
      var day = deed.at().atZone(Age.CALENDAR).toLocalDate();
      if (day.isAfter(sunday)) {
        break;
      }
      var own = watches.computeIfAbsent(deed.from().oin(), oin -> watch(sunday, oin));
      boolean plain = own.see(deed).isPresent();
      if (deed.ending() == Ending.VERSTREKT) {
        watches.computeIfAbsent(deed.to().oin(), oin -> watch(sunday, oin)).see(deed);
      }
      row.misuse().ifPresent(misuse -> began.putIfAbsent(misuse, week));
      if (!day.isBefore(newest) && deed.ending() != Ending.GEVRAAGD) {
        judged++;
        explained += plain ? 1 : 0;
        disclosures += deed.ending() == Ending.VERSTREKT ? 1 : 0;
        refusals += deed.ending() == Ending.VERSTREKT ? 0 : 1;
      }
    }
    var peers = Peers.of(watches.values());
    var signals = new ArrayList<Signal>();
    watches.values().forEach(watch -> signals.addAll(Signals.of(watch, peers)));
    read(week, signals);
  }

  private Watch watch(LocalDate sunday, Oin own) {
    return new Watch(policy, sunday, own);
  }

  private void read(int week, List<Signal> signals) {
    for (var signal : signals) {
      var counts = perKind.computeIfAbsent(signal.kind(), _ -> new int[2]);
      counts[0]++;
      counts[1] += misused(signal).isEmpty() ? 0 : 1;
      raised.addAll(misused(signal));
    }
    cases += Case.inOrder(signals, Integer.MAX_VALUE).size();
    for (var one : Case.inOrder(signals, budget)) {
      looked++;
      var found = new HashSet<Misuse>();
      one.signals().forEach(signal -> found.addAll(misused(signal)));
      right += found.isEmpty() ? 0 : 1;
      found.forEach(
          misuse -> foundAfter.putIfAbsent(misuse, week - began.getOrDefault(misuse, week) + 1));
    }
  }

  private Set<Misuse> misused(Signal signal) {
    var found = new HashSet<Misuse>();
    for (long row : signal.rows()) {
      season.rows().get((int) row).misuse().ifPresent(found::add);
    }
    return found;
  }

  /// After how many weeks each was first found: one is at the end of the week in which it began.
  Map<Misuse, Integer> foundAfter() {
    return foundAfter;
  }

  /// What came up at all, also beyond the budget.
  Set<Misuse> raised() {
    return raised;
  }

  /// By rule: how many signals, and how many of those pointed at misuse.
  Map<SignalKind, int[]> perKind() {
    return perKind;
  }

  int cases() {
    return cases;
  }

  int looked() {
    return looked;
  }

  int right() {
    return right;
  }

  int disclosures() {
    return disclosures;
  }

  int refusals() {
    return refusals;
  }

  int explained() {
    return explained;
  }

  int judged() {
    return judged;
  }

  int people() {
    return season.people();
  }
}
