package nl.sluis.gateway.exchange;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.sequencer.Busy;
import nl.sluis.gateway.sequencer.Unavailable;

/// Waits for work, and no longer than may be: what is not known in time counts as not done.
final class Patience {
  private Patience() {}

  /// @throws Unavailable when it is not known in time whether it was done
  /// @throws Busy when it was not taken in
  static <T> T await(CompletableFuture<T> work, Duration patience) {
    try {
      return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unavailable(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Unavailable unavailable -> throw unavailable;
        case Busy busy -> throw busy;
        case null, default -> throw new CompletionException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    }
  }
}
