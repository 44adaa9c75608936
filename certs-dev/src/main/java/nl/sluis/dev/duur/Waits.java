package nl.sluis.dev.duur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long exchanges took, by the half minute in which each was planned to begin, and which of
/// them failed. Thread-safe.
///
/// What began late because something before it was slow is counted from when it should have begun:
/// whoever waited that long waited that long (coordinated omission).
final class Waits {
  /// So many seconds are told together.
  static final int WINDOW_SECONDS = 30;

  private final List<Window> windows = new ArrayList<>();
  private final Map<String, Long> faults = new TreeMap<>();

  private static final class Window {
    private int[] micros = new int[1_024];
    private int count;
    private int failed;
  }

  /// One exchange that came to its end.
  ///
  /// @param plannedNanos when it was planned, from the beginning
  /// @param nanos how long after that it was over
  /// @param fault what went wrong; empty when nothing did
  synchronized void add(long plannedNanos, long nanos, String fault) {
    var window = window((int) (plannedNanos / 1_000_000_000L / WINDOW_SECONDS));
    if (fault.isEmpty()) {
      if (window.count == window.micros.length) {
        window.micros = Arrays.copyOf(window.micros, 2 * window.count);
      }
      window.micros[window.count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
    } else {
      window.failed++;
      faults.merge(fault, 1L, Long::sum);
    }
  }

  private Window window(int number) {
    while (windows.size() <= number) {
      windows.add(new Window());
    }
    return windows.get(number);
  }

  /// How many went well.
  synchronized long wentWell() {
    return windows.stream().mapToLong(window -> window.count).sum();
  }

  /// How often each thing went wrong.
  synchronized Map<String, Long> faults() {
    return new TreeMap<>(faults);
  }

  /// How many went wrong in this half minute.
  synchronized int failed(int number) {
    return window(number).failed;
  }

  /// How many went well in this half minute.
  synchronized int count(int number) {
    return window(number).count;
  }

  /// So long took all but the slowest part of what was planned in these half minutes, in
  /// milliseconds; 0 when nothing was.
  ///
  /// @param from the first
  /// @param to the one after the last
  /// @param part such as 0.99
  synchronized double millis(int from, int to, double part) {
    var all =
        windows.subList(Math.min(from, windows.size()), Math.min(to, windows.size())).stream()
            .flatMapToInt(window -> Arrays.stream(window.micros, 0, window.count))
            .sorted()
            .toArray();
    return all.length == 0 ? 0 : all[Math.min(all.length - 1, (int) (all.length * part))] / 1_000.0;
  }
}
