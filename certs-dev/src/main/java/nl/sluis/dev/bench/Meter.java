package nl.sluis.dev.bench;

import java.util.function.Supplier;
import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;

/// Measures what a load takes of the machine, part by part. Used by one thread.
final class Meter {
  private final Rig rig;
  private final ProcessHandle gateway;
  private final ProcessHandle bare;

  Meter(Rig rig, ProcessHandle gateway, ProcessHandle bare) {
    this.rig = rig;
    this.gateway = gateway;
    this.bare = bare;
  }

  /// A load on the gateway.
  Measured gateway(String variant, Supplier<Load.Result> load) {
    return measure(variant, gateway, load);
  }

  /// A load on the yardstick.
  Measured bare(String variant, Supplier<Load.Result> load) {
    return measure(variant, bare, load);
  }

  private Measured measure(String variant, ProcessHandle server, Supplier<Load.Result> load) {
    var postgres = rig.postgres().processes();
    var before = CpuTimes.now(server, postgres);
    var result = load.get();
    return new Measured(variant, result, CpuTimes.now(server, postgres).since(before));
  }
}
