package nl.sluis.dev.chaos;

import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.policies.terms.Oin;

/// A school that waits in its postbus, takes what comes and says that it has it. May be shared
/// between threads; it fetches on threads of its own.
final class Fetching implements School {
  private static final int PATIENCE_SECONDS = 5;

  private final Link link;
  private final Fault fault;
  private final Inbox inbox;
  private final Collecting collecting;
  private final Tally tally = new Tally();
  private final AtomicInteger turn = new AtomicInteger();
  private final Thread thread;
  private volatile boolean wrong;
  private volatile boolean open = true;

  /// Begins to wait.
  Fetching(Link link, Fault fault, Inbox inbox) {
    this.link = link;
    this.fault = fault;
    this.inbox = inbox;
    this.collecting = new Collecting(link, inbox);
    this.thread = Thread.ofVirtual().name("haalt").start(this::waits);
  }

  private void waits() {
    while (open) {
      inbox.ledger().watch(this::look);
    }
  }

  private void look() {
    for (var parcel : collecting.waiting(PATIENCE_SECONDS, turn.getAndIncrement())) {
      fetch(parcel);
    }
  }

  private void fetch(String parcel) {
    int first = turn.get();
    if (!wrong || fault != Fault.TWICE) {
      collecting.fetch(this, parcel, first);
      return;
    }
    var other = Thread.ofVirtual().start(() -> collecting.fetch(this, parcel, first + 1));
    collecting.fetch(this, parcel, first);
    try {
      other.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Oin oin() {
    return link.identity().partner().oin();
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  public Clocked.Way way() {
    return Clocked.Way.FETCHED;
  }

  @Override
  public void goWrong() {
    tally.wrongs().incrementAndGet();
    wrong = true;
  }

  @Override
  public void goRight() {
    wrong = false;
  }

  @Override
  public void renew() {
    link.renew();
  }

  @Override
  public void askAgain() {}

  @Override
  public void comeForIt() {}

  @Override
  public Tally tally() {
    return tally;
  }

  /// Waits until what it was fetching is in.
  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    link.close();
  }
}
