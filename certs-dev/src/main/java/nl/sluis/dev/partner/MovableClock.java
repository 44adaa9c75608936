package nl.sluis.dev.partner;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until somebody moves it or lets it follow another; development only.
///
/// May be shared between threads.
public final class MovableClock implements InstantSource {
  private final AtomicReference<InstantSource> now;

  /// @param start the first instant it shows
  public MovableClock(Instant start) {
    this.now = new AtomicReference<>(InstantSource.fixed(start));
  }

  @Override
  public Instant instant() {
    return now.get().instant();
  }

  /// Shows from now on what the other clock shows.
  public void follow(InstantSource other) {
    now.set(other);
  }

  /// Shows this instant from now on, earlier or later than before.
  public void set(Instant instant) {
    now.set(InstantSource.fixed(instant));
  }
}
