package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.ChildJvm;

/// Officers who take the rows of their organisation home as a file, several at once, from a gateway
/// whose heap has a ceiling. Used by one thread.
final class Exports {
  private static final Duration TOLD = Duration.ofSeconds(30);
  private static final int SAMPLE_MILLIS = 5_000;
  private static final String WHOLE = "heel";
  private static final String TIME = "afgebroken toen de tijd om was";
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final ChildJvm gateway;
  private final PrintStream out;
  private final List<One> all = new ArrayList<>();
  private long heap;

  Exports(ChildJvm gateway, PrintStream out) {
    this.gateway = gateway;
    this.out = out;
  }

  /// One file on its way.
  private static final class One implements Runnable {
    private final String what;
    private final SimulatedBrowser browser;
    private final Map<String, String> fields;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().unstarted(this);
    private volatile boolean stopped;
    private volatile String came = "";
    private volatile double firstMillis;
    private volatile double seconds;

    One(String what, SimulatedBrowser browser, Map<String, String> fields) {
      this.what = what;
      this.browser = browser;
      this.fields = fields;
    }

    @Override
    public void run() {
      var begin = System.nanoTime();
      try {
        var answer = browser.stream(OfficerWalk.HOME + "/regels/bestand", fields);
        try (var body = answer.body()) {
          came = answer.statusCode() == 200 ? read(body, begin) : "status " + answer.statusCode();
        }
      } catch (IOException e) {
        came = stopped ? TIME : "afgebroken: " + e.getMessage();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        came = "afgebroken";
      }
      seconds = (System.nanoTime() - begin) / 1e9;
    }

    private String read(InputStream body, long begin) throws IOException {
      var piece = new byte[64 * 1024];
      int read = body.read(piece);
      firstMillis = (System.nanoTime() - begin) / 1e6;
      while (read >= 0) {
        if (stopped) {
          return TIME;
        }
        bytes.addAndGet(read);
        long ended = 0;
        for (int i = 0; i < read; i++) {
          ended += piece[i] == '\n' ? 1 : 0;
        }
        lines.addAndGet(ended);
        read = body.read(piece);
      }
      return WHOLE;
    }

    /// How many rows came, without the head.
    long rows() {
      return Math.max(0, lines.get() - 1);
    }
  }

  /// One more of them.
  ///
  /// @param what how it is called
  /// @param fields for what it asks
  void add(String what, SimulatedBrowser browser, Map<String, String> fields) {
    var sent = new LinkedHashMap<>(fields);
    sent.put("bewijs", browser.formToken(OfficerWalk.HOME));
    all.add(new One(what, browser, sent));
  }

  /// Lets all of them run at once until they are done or the time is over.
  ///
  /// @return whether none of them broke off by itself
  boolean run(Duration longest) {
    var begin = System.nanoTime();
    var told = begin;
    all.forEach(one -> one.thread.start());
    while (all.stream().anyMatch(one -> one.thread.isAlive())) {
      sample();
      var now = System.nanoTime();
      if (now - told > TOLD.toNanos()) {
        told = now;
        progress((now - begin) / 1e9);
      }
      if (now - begin > longest.toNanos()) {
        all.forEach(one -> one.stopped = true);
      }
    }
    return tell((System.nanoTime() - begin) / 1e9);
  }

  private void sample() {
    for (var one : all) {
      try {
        one.thread.join(SAMPLE_MILLIS / all.size());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    heap = Math.max(heap, used());
  }

  private void progress(double seconds) {
    out.printf(
        Locale.ROOT,
        "  na %.0f s: %,d regels, %d van %d klaar, heap %d MiB%n",
        seconds,
        all.stream().mapToLong(One::rows).sum(),
        all.stream().filter(one -> !one.thread.isAlive()).count(),
        all.size(),
        used());
  }

  private boolean tell(double seconds) {
    boolean well = true;
    for (var one : all) {
      out.printf(
          Locale.ROOT,
          "  %-28s %,11d regels, %,6d MiB, eerste byte na %.0f ms, %.0f s, %,.0f per s: %s%n",
          one.what,
          one.rows(),
          one.bytes.get() >> 20,
          one.firstMillis,
          one.seconds,
          one.rows() / one.seconds,
          one.came);
      well &= one.came.equals(WHOLE) || one.came.equals(TIME);
    }
    long rows = all.stream().mapToLong(One::rows).sum();
    var _ = gateway.jcmd("GC.run");
    out.printf(
        Locale.ROOT,
        "  samen %,d regels in %.0f s: %,.0f per s; hoogste heap %d MiB, na opruimen %d MiB, proces"
            + " hoogstens %d MiB%n",
        rows,
        seconds,
        rows / seconds,
        heap,
        used(),
        resident());
    return well && gateway.handle().isAlive() && !gateway.told().contains("OutOfMemoryError");
  }

  /// In MiB.
  private long used() {
    var used = USED.matcher(gateway.jcmd("GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) >> 10 : 0;
  }

  /// In MiB; zero where the machine does not tell.
  private long resident() {
    try {
      var status = Files.readString(Path.of("/proc/" + gateway.handle().pid() + "/status"));
      var most = RESIDENT.matcher(status);
      return most.find() ? Long.parseLong(most.group(1)) >> 10 : 0;
    } catch (IOException _) {
      return 0;
    }
  }
}
