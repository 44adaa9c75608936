package nl.sluis.dev.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved, and counts how often it was asked.
final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now;
  private final AtomicInteger asked = new AtomicInteger();

  MovableClock() {
    this(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  MovableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    asked.incrementAndGet();
    return now.get();
  }

  void move(Duration by) {
    now.updateAndGet(t -> t.plus(by));
  }

  int asked() {
    return asked.get();
  }
}
