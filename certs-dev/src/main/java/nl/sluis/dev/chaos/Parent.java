package nl.sluis.dev.chaos;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A parent who takes a yes back every second, while a message on it is on its way; a while later
/// there is another family. One thread starts and stops it.
final class Parent implements AutoCloseable {
  private static final long WITHOUT_NANOS = TimeUnit.SECONDS.toNanos(6);

  private static final int CREATED = 201;

  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Pair> pairs;
  private final Ledger ledger;
  private int second;

  /// @param pairs in the order in which a yes is taken back; many more than there are seconds
  ///   without
  Parent(List<Pair> pairs, Ledger ledger) {
    this.pairs = List.copyOf(pairs);
    this.ledger = ledger;
    var _ = pace.scheduleAtFixedRate(this::next, 1, 1, TimeUnit.SECONDS);
  }

  private void next() {
    int turn = second++;
    var pair = pairs.get(turn % pairs.size());
    var now = System.nanoTime();
    var _ = threads.submit(() -> ledger.watch(() -> pair.sender().send(pair, now)));
    var _ = threads.submit(() -> ledger.watch(() -> withdrawThenAnother(pair, turn)));
  }

  /// Who once said no is not made to say yes again by what a CJG writes down; so another family
  /// comes.
  private void withdrawThenAnother(Pair pair, int turn) {
    var consent = pair.takeConsent();
    if (consent.isEmpty()) {
      return;
    }
    withdraw(pair, consent, turn);
    LockSupport.parkNanos(WITHOUT_NANOS);
    pair.settle("later-" + turn, ledger);
  }

  private void withdraw(Pair pair, String consent, int gateway) {
    var sender = pair.sender();
    var path = "/v1/toestemmingen/" + consent + "/intrekkingen";
    var seen =
        sender.link().ask(gateway, caller -> caller.file(path, sender.feedback().withdrawal()));
    var answered = System.nanoTime();
    if (seen.status() == CREATED) {
      ledger.withdrawn(consent, answered);
    } else {
      ledger.surprise("een intrekking kreeg " + seen.status() + " " + seen.text("code"));
    }
  }

  /// Takes nothing back any more.
  void stop() {
    pace.shutdownNow();
  }

  /// Waits until everything was answered.
  @Override
  public void close() {
    pace.close();
    threads.close();
  }
}
