package nl.sluis.dev.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// How much processor time the parts of a measurement have used up to one moment (Linux).
///
/// @param gateway that of the process that is measured, in seconds
/// @param postgres that of all processes of PostgreSQL, ended ones included
/// @param client that of this process, which makes the load
/// @param machine that of everything on this machine
public record CpuTimes(double gateway, double postgres, double client, double machine) {
  private static final double TICKS = 100;

  /// Reads it now.
  public static CpuTimes now(ProcessHandle gateway, Collection<ProcessHandle> postgres) {
    return new CpuTimes(
        seconds(gateway),
        postgres.stream().mapToDouble(CpuTimes::withChildren).sum(),
        seconds(ProcessHandle.current()),
        machineNow());
  }

  /// What was used since an earlier reading.
  public CpuTimes since(CpuTimes before) {
    return new CpuTimes(
        gateway - before.gateway,
        postgres - before.postgres,
        client - before.client,
        machine - before.machine);
  }

  /// What others used.
  public double foreign() {
    return Math.max(0, machine - gateway - postgres - client);
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  /// Fields 14 to 17 of `/proc/PID/stat`: own time, and that of children that ended.
  private static double withChildren(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum() / TICKS;
    } catch (IOException _) {
      return 0;
    }
  }

  /// All that is not idle, waiting or guest time, of all processors.
  private static double machineNow() {
    try {
      var line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
      var fields = line.strip().split("\\s+", -1);
      long busy = 0;
      for (int i = 1; i <= 8; i++) {
        busy += i == 4 || i == 5 ? 0 : Long.parseLong(fields[i]);
      }
      return busy / TICKS;
    } catch (IOException _) {
      return 0;
    }
  }
}
