package nl.sluis.dev.rig;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A break in a [DatabaseLine] that was asked for. May be shared between threads.
public final class Break {
  /// No statement has such words.
  static final Break NEVER = new Break(Moment.before("\0"), () -> {});

  private final Moment moment;
  private final Runnable deed;
  private final CountDownLatch happened = new CountDownLatch(1);

  Break(Moment moment, Runnable deed) {
    this.moment = moment;
    this.deed = deed;
  }

  Moment moment() {
    return moment;
  }

  void happen() {
    deed.run();
    happened.countDown();
  }

  /// Waits until the moment came.
  ///
  /// @return false when it did not come in time
  public boolean awaitHappened() {
    try {
      return happened.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
