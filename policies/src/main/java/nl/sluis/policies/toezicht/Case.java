package nl.sluis.policies.toezicht;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import nl.sluis.policies.toezicht.Deed.ActorKey;

/// Everything that stands out about the work of one person in one window: what an officer looks at
/// in one sitting. Immutable.
///
/// @param actor whose work
/// @param signals at least one
public record Case(ActorKey actor, List<Signal> signals) {
  /// Copies its list.
  public Case {
    signals = List.copyOf(signals);
  }

  /// By how many rules it stands out.
  public int kinds() {
    return (int) signals.stream().map(Signal::kind).distinct().count();
  }

  /// How far it goes beyond a limit, where it goes furthest.
  public double furthest() {
    return signals.stream().mapToDouble(Signal::times).max().orElse(0);
  }

  /// First who stands out by most rules, then who goes furthest beyond a limit; that order is all,
  /// there is no hidden score.
  ///
  /// @param most how many at most: what can be looked at in a week
  public static List<Case> inOrder(List<Signal> signals, int most) {
    var perActor = new TreeMap<ActorKey, List<Signal>>();
    for (var signal : signals) {
      perActor.computeIfAbsent(signal.about().actor(), _ -> new ArrayList<>()).add(signal);
    }
    return perActor.entrySet().stream()
        .map(each -> new Case(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt(Case::kinds)
                .thenComparingDouble(Case::furthest)
                .reversed()
                .thenComparing(Case::actor))
        .limit(most)
        .toList();
  }
}
