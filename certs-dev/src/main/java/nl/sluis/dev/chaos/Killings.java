package nl.sluis.dev.chaos;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import nl.sluis.dev.chaos.Clocked.Span;
import nl.sluis.dev.rig.GatewayProcess;

/// `kill -9` of one gateway or the other, which is started again as a service manager would. Used
/// by one thread; others may ask what it did.
final class Killings {
  private final List<GatewayProcess> gateways;
  private final RandomGenerator chance;
  private final Queue<Span> absences = new ConcurrentLinkedQueue<>();

  Killings(List<GatewayProcess> gateways, RandomGenerator chance) {
    this.gateways = List.copyOf(gateways);
    this.chance = chance;
  }

  /// Kills one, and waits until it is back.
  void next() {
    var gateway = gateways.get(chance.nextInt(gateways.size()));
    var begin = System.nanoTime();
    gateway.kill();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(100, 1_500)));
    var _ = gateway.startAgain();
    absences.add(new Span(begin, System.nanoTime()));
  }

  /// From when until when one of them was away.
  List<Span> absences() {
    return List.copyOf(absences);
  }
}
