package nl.sluis.gateway.vorm;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// When an answer to somebody who logged in leaves: on a beat, counted from the question.
///
/// What is hidden from somebody is read and then left out, and that takes a moment. Nearly every
/// answer is ready within one beat and leaves at its end, so that the moment is not seen; one that
/// is not leaves at the end of the next. It costs a thread that waits, and no processor.
///
/// @param step how long one beat is; zero for answers that leave when they are ready, as nobody may
///   run it for families
public record Beat(Duration step) {
  /// Nearly every page is ready within it, and a person does not feel it.
  public static final Beat STANDARD = new Beat(Duration.ofMillis(80));

  /// Answers leave when they are ready.
  public static final Beat NONE = new Beat(Duration.ZERO);

  /// @throws IllegalArgumentException when time would go back
  public Beat {
    if (step.isNegative()) {
      throw new IllegalArgumentException("a beat takes time");
    }
  }

  /// Waits until the beat ends in which it is called.
  ///
  /// @param began when the question came, as of `System.nanoTime`
  public void await(long began) {
    var end = began + end(System.nanoTime() - began);
    for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /// @param passed nanoseconds since the question came
  /// @return after how many nanoseconds the answer leaves; never less than passed
  long end(long passed) {
    var beat = step.toNanos();
    return beat == 0 ? passed : Math.ceilDiv(Math.max(passed, 1), beat) * beat;
  }
}
