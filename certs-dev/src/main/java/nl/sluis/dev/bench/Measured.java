package nl.sluis.dev.bench;

import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Load;

/// One measurement.
///
/// @param variant which of the variants, `a` to `e`; `c` with its number of clients
/// @param load what the callers saw
/// @param cpu what it took
record Measured(String variant, Load.Result load, CpuTimes cpu) {
  /// The share of the machine that others took.
  double foreign() {
    return cpu.foreign() / (load.seconds() * Runtime.getRuntime().availableProcessors());
  }

  /// Microseconds of processor time for one request.
  double micros(double seconds) {
    return seconds * 1e6 / load.count();
  }

  /// How many did not end as they should.
  int wrong() {
    return load.outcomes().entrySet().stream()
        .filter(e -> e.getKey() != 200 && e.getKey() != 204)
        .mapToInt(java.util.Map.Entry::getValue)
        .sum();
  }
}
