package nl.sluis.dev.uitwisseling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/// Everything this process tells besides its answers while it is open: log lines of every level,
/// what is printed, and the events of the flight recorder. One at a time.
final class Traces implements AutoCloseable {
  private final Lines lines = new Lines();
  private final Logger root = Logger.getLogger("");
  private final Logger sluis = Logger.getLogger("nl.sluis");
  private final Level levelBefore = sluis.getLevel();
  private final PrintStream outBefore = System.out;
  private final PrintStream errorBefore = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Recording recording;

  private static final class Lines extends Handler {
    private final List<String> lines = new ArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public synchronized void publish(LogRecord line) {
      lines.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    synchronized List<String> all() {
      return List.copyOf(lines);
    }
  }

  Traces() throws IOException, ParseException {
    lines.setLevel(Level.ALL);
    root.addHandler(lines);
    sluis.setLevel(Level.ALL);
    var paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(paper);
    System.setErr(paper);
    recording = new Recording(Configuration.getConfiguration("profile"));
    // The command lines of whatever else runs on this machine are not ours.
    recording.disable("jdk.SystemProcess");
    recording.start();
  }

  List<String> logged() {
    return lines.all();
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /// Every event so far, of the product and of the machine below it.
  List<RecordedEvent> recorded() throws IOException {
    var file = Files.createTempFile("merktekens", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file);
    } finally {
      Files.delete(file);
    }
  }

  /// What an event tells in words; its numbers are times and sizes.
  static List<String> words(RecordedEvent event) {
    var words = new ArrayList<String>();
    for (var field : event.getFields()) {
      Object value = event.getValue(field.getName());
      if (value instanceof String text) {
        words.add(text);
      } else if (value instanceof RecordedThread thread && thread.getJavaName() != null) {
        words.add(thread.getJavaName());
      }
    }
    return words;
  }

  @Override
  public void close() {
    recording.close();
    System.setOut(outBefore);
    System.setErr(errorBefore);
    sluis.setLevel(levelBefore);
    root.removeHandler(lines);
  }
}
