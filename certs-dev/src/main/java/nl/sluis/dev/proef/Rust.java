package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// What a gateway weighs when nothing happens, and how soon it answers; also when it begins with
/// what an earlier one learned.
final class Rust {
  private static final Pattern HEAP = Pattern.compile("heap\\b.*?\\bused (\\d+)K");
  private static final Pattern METASPACE = Pattern.compile("sun\\.gc\\.metaspace\\.used=(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int MESSAGES = 500;
  private static final double MOST_MIB = 256;
  private static final double MOST_SECONDS = 3;

  private Rust() {}

  static int run(int times, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      // The first start also makes the tables and the keys; an operator has that once.
      try (var first = rig.gateway("gateway", 0)) {
        out.printf(
            "eerste start, met een lege database: %.2f s%n", firstAnswer(rig, signals, first));
      }
      boolean register = true;
      boolean well = true;
      for (int i = 0; i < times; i++) {
        well &= start(rig, signals, "start " + (i + 1), register, out);
        register = false;
      }
      rig.letLearn();
      well &= start(rig, signals, "start die leert", register, out);
      for (int i = 0; i < times; i++) {
        well &= start(rig, signals, "met wat is geleerd, start " + (i + 1), false, out);
      }
      out.println(
          well
              ? "Elke start binnen 3 s, en nooit meer dan 256 MiB heap en metaspace."
              : "FOUT: een start duurde langer dan 3 s, of er was meer dan 256 MiB nodig.");
      return well ? 0 : 1;
    }
  }

  /// @return whether it came soon enough and stayed light enough; who learns may take longer
  private static boolean start(
      Rig rig, Signals signals, String which, boolean register, PrintStream out) {
    try (var gateway = rig.gateway("gateway", 0)) {
      double seconds = firstAnswer(rig, signals, gateway);
      double processor = CpuTimes.now(gateway.handle(), List.of()).gateway();
      var idle = memory(gateway);
      work(rig, signals, gateway, register);
      var after = memory(gateway);
      out.printf(
          Locale.ROOT,
          "%s: eerste antwoord na %.2f s en %.1f s processor; in rust %s; na %d berichten weer in"
              + " rust %s%n",
          which,
          seconds,
          processor,
          idle,
          MESSAGES,
          after);
      return (seconds <= MOST_SECONDS || which.endsWith("leert"))
          && Math.max(idle.mib(), after.mib()) <= MOST_MIB;
    }
  }

  private static double firstAnswer(Rig rig, Signals signals, ChildJvm gateway) {
    var begin = gateway.started();
    gateway.awaitListening();
    try (var school = new Caller(rig, signals.school(), gateway.port(), 1)) {
      Seen seen;
      do {
        seen = school.get("/v1/gezondheid").join();
      } while (seen.status() == 0 && gateway.handle().isAlive());
      if (seen.status() != 200) {
        throw new IllegalStateException("the gateway is not well: " + seen);
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void work(Rig rig, Signals signals, ChildJvm gateway, boolean register) {
    try (var school = new Caller(rig, signals.school(), gateway.port(), 16);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), 1)) {
      school.authenticate();
      if (register) {
        cjg.authenticate();
        signals.publishKey(cjg);
        Household.register(signals, school, 20, true);
      }
      Load.run(
          MESSAGES,
          16,
          i -> {
            var text = signals.message("kind-" + i % 20).text();
            return school.send(text.getBytes(StandardCharsets.US_ASCII)).thenApply(Seen::status);
          });
    }
  }

  private record Memory(double heapMib, double metaspaceMib, double residentMib) {
    double mib() {
      return heapMib + metaspaceMib;
    }

    @Override
    public String toString() {
      return "%.0f MiB heap + %.0f MiB metaspace (RSS %.0f MiB)"
          .formatted(heapMib, metaspaceMib, residentMib);
    }
  }

  private static Memory memory(ChildJvm gateway) {
    gateway.jcmd("GC.run");
    gateway.jcmd("GC.run");
    var info = gateway.jcmd("GC.heap_info");
    return new Memory(
        number(HEAP, info),
        number(METASPACE, gateway.jcmd("PerfCounter.print")) / 1024,
        number(RESIDENT, status(gateway.handle())));
  }

  private static String status(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no figure in: " + text);
    }
    return Long.parseLong(found.group(1)) / 1024.0;
  }
}
