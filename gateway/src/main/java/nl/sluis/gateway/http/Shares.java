package nl.sluis.gateway.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.policies.terms.Oin;

/// How much of this gateway one partner may have in hand at one moment: a share of what may wait,
/// so that whoever sends or asks without end waits for itself and not others for it.
///
/// Reports of acute danger are not counted. May be shared between threads.
final class Shares {
  private final int most;

  /// As many as there are partners, who are few.
  private final Map<Oin, AtomicInteger> inHand = new ConcurrentHashMap<>();

  /// @param most how many requests of one partner may be in hand at one moment
  Shares(int most) {
    this.most = most;
  }

  /// One request in hand, until it is closed.
  interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /// That one partner has all that it may have in hand. Nothing was done.
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Full() {
      super("the share of a partner is full", null, false, false);
    }
  }

  /// Takes one more in hand for this partner.
  ///
  /// @throws Full when it has its share already
  Share take(Oin partner) {
    var taken = inHand.computeIfAbsent(partner, _ -> new AtomicInteger());
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      throw new Full();
    }
    return taken::decrementAndGet;
  }
}
