package nl.sluis.policies.toezicht;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Role;

/// What is usual in each role: the median, and the median distance to it (MAD), of everybody who
/// acted in the window. One odd colleague moves neither. Immutable; may be shared between threads.
///
/// It names nobody and no organisation, and is there only for roles with enough people.
public final class Peers {
  private final Map<Key, Usual> usual;

  private record Key(Role role, SignalKind kind) {}

  /// What is usual.
  ///
  /// @param people how many
  /// @param median half did less, half did more
  /// @param spread the MAD: half lies nearer to the median than this
  public record Usual(int people, double median, double spread) {
    /// What makes a MAD comparable with a standard deviation.
    static final double SCALE = 1.4826;

    /// The spread that is reckoned with: never less than one, or a colleague with two where others
    /// have one would stand out.
    double reckoned() {
      return Math.max(1, SCALE * spread);
    }

    /// How many times the usual spread this lies above the median.
    double times(double value) {
      return (value - median) / reckoned();
    }
  }

  private Peers(Map<Key, Usual> usual) {
    this.usual = Map.copyOf(usual);
  }

  /// Of everybody whom these watches saw; of a role with too few there is nothing.
  ///
  /// @param watches of the same policy and day, each of other people
  public static Peers of(Collection<Watch> watches) {
    var values = new HashMap<Key, List<Double>>();
    int smallest = 0;
    for (var watch : watches) {
      smallest = Math.max(smallest, watch.policy().watching().smallestGroup());
      for (var tally : watch.tallies().values()) {
        if (tally.value(SignalKind.VEEL) > 0) {
          add(values, tally);
        }
      }
    }
    var usual = new HashMap<Key, Usual>();
    for (var each : values.entrySet()) {
      // The one who is compared is not among the others.
      if (each.getValue().size() > smallest) {
        usual.put(each.getKey(), usual(each.getValue()));
      }
    }
    return new Peers(usual);
  }

  private static void add(Map<Key, List<Double>> values, Tally tally) {
    for (var kind : SignalKind.values()) {
      if (kind.way() == SignalKind.Way.PEERS) {
        values
            .computeIfAbsent(new Key(tally.role(), kind), _ -> new ArrayList<>())
            .add((double) tally.value(kind));
      }
    }
  }

  private static Usual usual(List<Double> values) {
    double median = median(values);
    double spread = median(values.stream().map(value -> Math.abs(value - median)).toList());
    return new Usual(values.size(), median, spread);
  }

  /// The middle one; of an even number the mean of the two in the middle.
  static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
  }

  /// What is usual in this role; empty when there are too few to say so.
  public Optional<Usual> usual(Role role, SignalKind kind) {
    return Optional.ofNullable(usual.get(new Key(role, kind)));
  }

  /// How many roles can be compared in each way.
  public Map<SignalKind, Integer> comparable() {
    var roles = new EnumMap<SignalKind, Integer>(SignalKind.class);
    usual.keySet().forEach(key -> roles.merge(key.kind(), 1, Integer::sum));
    return roles;
  }
}
