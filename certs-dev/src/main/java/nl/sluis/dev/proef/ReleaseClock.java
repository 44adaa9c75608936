package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.Rig;

/// How long the batches of a gateway took while something was done, by the clock of the sequencer.
///
/// @param batches how many
/// @param works how many works a batch held, on average
/// @param millis from taking a batch to its commit, on average
/// @param publishMillis signing and storing its checkpoint, on average
record ReleaseClock(int batches, double works, double millis, double publishMillis) {
  private static final List<String> LAPS =
      List.of("resolve", "lock", "read", "plan", "append", "write", "durable");
  private static final String NOTHING_ELSE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0"></configuration>
      """;

  static ReleaseClock of(Rig rig, ChildJvm gateway, Runnable work) {
    var settings = rig.folder().resolve("klok.jfc");
    var file = rig.folder().resolve("klok.jfr");
    try {
      Files.writeString(settings, NOTHING_ELSE);
      gateway.jcmd("JFR.start", "name=klok", "settings=" + settings);
      work.run();
      gateway.jcmd("JFR.dump", "name=klok", "filename=" + file);
      gateway.jcmd("JFR.stop", "name=klok");
      try (var recording = new RecordingFile(file)) {
        return read(recording);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReleaseClock read(RecordingFile recording) throws IOException {
    int batches = 0;
    int publications = 0;
    long works = 0;
    long nanos = 0;
    long published = 0;
    while (recording.hasMoreEvents()) {
      var event = recording.readEvent();
      switch (event.getEventType().getName()) {
        case "nl.sluis.Batch" -> {
          batches++;
          works += event.getInt("works");
          nanos += LAPS.stream().mapToLong(event::getLong).sum();
        }
        case "nl.sluis.Publication" -> {
          publications++;
          published += event.getDuration().toNanos();
        }
        default -> {}
      }
    }
    double some = Math.max(1, batches);
    return new ReleaseClock(
        batches, works / some, nanos / some / 1e6, published / 1e6 / Math.max(1, publications));
  }
}
