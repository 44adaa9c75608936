package nl.sluis.gateway.boot.logboek;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import nl.sluis.gateway.logbook.LogbookVerifier;

/// Shows how far a check is: a bar on a terminal, now and then a line elsewhere.
///
/// For one thread.
final class ProgressBar implements LogbookVerifier.Progress {
  private static final int WIDTH = 30;
  private static final long ON_SCREEN = Duration.ofMillis(100).toNanos();
  private static final long IN_A_FILE = Duration.ofSeconds(10).toNanos();
  private static final int SELDOM = 1_024;

  private final PrintStream to;
  private final boolean terminal;
  private final LongSupplier clock;
  private final long began;
  private long calls;
  private long told;
  private boolean shown;

  /// @param terminal whether a line can be written over
  /// @param clock nanoseconds, as of `System.nanoTime`
  ProgressBar(PrintStream to, boolean terminal, LongSupplier clock) {
    this.to = to;
    this.terminal = terminal;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.told = began;
  }

  /// On the screen of whoever typed the command.
  @SuppressWarnings("SystemConsoleNull") // since JDK 25 there is none again without a terminal
  static ProgressBar onScreen(PrintStream to) {
    var console = System.console();
    return new ProgressBar(to, console != null && console.isTerminal(), System::nanoTime);
  }

  @Override
  public void at(long rows, long total) {
    if (rows < total && calls++ % SELDOM != 0) {
      return;
    }
    var now = clock.getAsLong();
    if (rows >= total ? shown : now - told >= (terminal ? ON_SCREEN : IN_A_FILE)) {
      told = now;
      show(rows, total, now - began);
    }
  }

  private void show(long rows, long total, long nanos) {
    shown = true;
    var part = total == 0 ? 1.0 : (double) rows / total;
    var left = part == 0 ? 0 : Math.round(nanos / 1e9 * (1 - part) / part);
    var text =
        String.format(
            Locale.GERMANY, "%3.0f %%  %,d van %,d rijen, nog %d s", 100 * part, rows, total, left);
    if (!terminal) {
      to.println(text);
      return;
    }
    var full = (int) Math.round(WIDTH * Math.min(1, part));
    to.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text + "   ");
    if (rows >= total) {
      to.println();
      shown = false;
    }
    to.flush();
  }
}
