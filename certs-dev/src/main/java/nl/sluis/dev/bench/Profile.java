package nl.sluis.dev.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;

/// Where the time of the gateway goes: samples of its processor time, and the clock of its batches.
///
/// Taken in a run of its own, after what was measured, because looking costs time too.
final class Profile {
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.CPUTimeSample">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting>
          <setting name="throttle">5ms</setting>
        </event>
      </configuration>
      """;
  private static final int TOP = 25;

  private final Map<Part, Integer> parts = new TreeMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private final Batches batches = new Batches();
  private int samples;

  private Profile() {}

  static void tell(PrintStream out, Rig rig, ChildJvm gateway, Supplier<Load.Result> load) {
    var settings = rig.folder().resolve("profiel.jfc");
    var file = rig.folder().resolve("profiel.jfr");
    try {
      Files.writeString(settings, SETTINGS);
      gateway.jcmd("JFR.start", "name=bench", "settings=" + settings);
      var result = load.get();
      gateway.jcmd("JFR.dump", "name=bench", "filename=" + file);
      gateway.jcmd("JFR.stop", "name=bench");
      new Profile().read(file).print(out, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Profile read(Path file) throws IOException {
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        var event = recording.readEvent();
        switch (event.getEventType().getName()) {
          case "jdk.CPUTimeSample" -> sample(event);
          case "nl.sluis.Batch" -> batches.batch(event);
          case "nl.sluis.Publication" -> batches.publication(event);
          default -> {}
        }
      }
    }
    return this;
  }

  private void sample(RecordedEvent event) {
    samples++;
    var trace = event.getStackTrace();
    if (trace == null) {
      parts.merge(Part.OVERIG, 1, Integer::sum);
      return;
    }
    var names = trace.getFrames().stream().map(Profile::name).toList();
    parts.merge(Part.of(names), 1, Integer::sum);
    names.stream()
        .filter(name -> name.startsWith("nl.sluis.") && !name.contains("Lambda"))
        .distinct()
        .forEach(name -> methods.merge(name, 1, Integer::sum));
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private void print(PrintStream out, Load.Result result) {
    out.println();
    out.printf(
        "Waar de tijd van (d) blijft (%d uitwisselingen, %.0f per s met meekijken, %d monsters)%n",
        result.count(), result.rate(), samples);
    out.println("processortijd van de gateway, naar wie erom vroeg:");
    parts.entrySet().stream()
        .sorted(Map.Entry.<Part, Integer>comparingByValue().reversed())
        .forEach(e -> out.printf("  %5.1f%%  %s%n", percent(e.getValue()), e.getKey().dutch()));
    out.println("eigen methoden, met alles wat zij aanroepen:");
    methods.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).reversed())
        .limit(TOP)
        .forEach(e -> out.printf("  %5.1f%%  %s%n", percent(e.getValue()), e.getKey()));
    batches.print(out, result);
  }

  private double percent(int count) {
    return samples == 0 ? 0 : 100.0 * count / samples;
  }
}
