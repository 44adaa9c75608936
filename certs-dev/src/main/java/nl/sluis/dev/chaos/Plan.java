package nl.sluis.dev.chaos;

import java.time.Duration;

/// How long and how hard. Immutable.
///
/// @param warming before anything is measured
/// @param quiet without faults, at the same load, to compare with
/// @param storm with everything that goes wrong
/// @param bringing how long Sluis has after the storm to bring the rest, before schools come for it
/// @param perSecond how many messages are sent in a second
/// @param children how many for each school
/// @param seed the same seed gives the same faults at the same moments, as far as a machine can
public record Plan(
    Duration warming,
    Duration quiet,
    Duration storm,
    Duration bringing,
    int perSecond,
    int children,
    long seed) {
  /// So many minutes of storm, after a quiet time of at least half a minute and a fifth of that.
  public static Plan ofMinutes(int minutes, long seed) {
    var storm = Duration.ofMinutes(minutes);
    var quiet = storm.dividedBy(5).plusSeconds(30);
    return new Plan(Duration.ofMinutes(1), quiet, storm, Duration.ofMinutes(3), 6, 10, seed);
  }
}
