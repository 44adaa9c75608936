package nl.sluis.gateway.edge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.sluis.policies.terms.Lane;

/// How much one partner may ask of one gateway, so that another has its share too. Immutable.
///
/// @param requests everything but messages
/// @param lanes messages, by the lane of the convenant in which they go; each lane has a share of
///   its own, so that much of the one takes nothing from the other
/// @param atOnce how many requests of one partner may be under way at one moment
public record Tempo(Rate requests, Map<Lane, Rate> lanes, int atOnce) {
  /// What holds when an operator says nothing.
  public static final Tempo STANDARD = of(new Rate(200, 1_000), new Rate(100, 500), 256);

  /// A rate.
  ///
  /// @param perSecond how many come in the long run, at least 1
  /// @param burst how many may come at once after a rest, at least 1
  public record Rate(int perSecond, int burst) {
    /// Refuses what would let nothing through.
    public Rate {
      if (perSecond < 1 || burst < 1) {
        throw new IllegalArgumentException("a rate lets something through");
      }
    }
  }

  /// @throws IllegalArgumentException when a lane has no rate
  public Tempo {
    lanes = Map.copyOf(lanes);
    if (lanes.size() != Lane.values().length || atOnce < 1) {
      throw new IllegalArgumentException("every lane has a rate, and one may be under way");
    }
  }

  /// The rate of this lane.
  public Rate lane(Lane lane) {
    return Objects.requireNonNull(lanes.get(lane), "every lane has a rate");
  }

  /// The same rate for every lane.
  public static Tempo of(Rate requests, Rate lane, int atOnce) {
    var lanes = new EnumMap<Lane, Rate>(Lane.class);
    for (var each : Lane.values()) {
      lanes.put(each, lane);
    }
    return new Tempo(requests, lanes, atOnce);
  }
}
