package nl.sluis.dev.chaos;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.sluis.dev.rig.GatewayProcess;
import nl.sluis.dev.rig.Rig;

/// Everything that goes wrong, each on a thread of its own and at moments that nobody chose:
/// schools that do wrong for a while, certificates that are replaced and revoked, gateways that are
/// killed. One thread starts and stops it.
final class Storm {
  private static final int KILLED_WITHIN = 80_000;

  private final List<School> schools;
  private final Certificates certificates;
  private final Killings killings;
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Thread> threads;

  /// Begins at once.
  ///
  /// @param seed the same seed gives the same moments
  /// @param lasting how long it will last; there are a few killings in it however short that is
  Storm(
      Rig rig,
      List<GatewayProcess> gateways,
      List<School> schools,
      List<Link> links,
      Duration lasting,
      long seed) {
    int longest = (int) Math.min(KILLED_WITHIN, lasting.toMillis() / 3);
    this.schools = List.copyOf(schools);
    this.certificates = new Certificates(rig, schools, links);
    this.killings = new Killings(gateways, random(seed, 1));
    var wrong =
        schools.stream()
            .filter(school -> school.fault() != Fault.NONE)
            .map(
                school -> started(() -> faults(school, random(seed, 3 + schools.indexOf(school)))));
    var others = Stream.of(started(this::rotate), started(() -> kill(random(seed, 2), longest)));
    this.threads = Stream.concat(wrong, others).toList();
  }

  private static RandomGenerator random(long seed, int which) {
    return new SplittableRandom(seed * 31 + which);
  }

  private static Thread started(Runnable run) {
    return Thread.ofPlatform().name("storm").start(run);
  }

  /// Waits so long, unless it is over before.
  private boolean goesOn(long millis) {
    try {
      return !over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void faults(School school, RandomGenerator chance) {
    while (goesOn(chance.nextInt(2_000, 12_000))) {
      school.goWrong();
      var _ = goesOn(chance.nextInt(5_000, 20_000));
      school.goRight();
    }
  }

  private void rotate() {
    while (goesOn(5_000)) {
      certificates.next();
    }
  }

  private void kill(RandomGenerator chance, int longest) {
    while (goesOn(chance.nextInt(longest / 8, longest))) {
      killings.next();
    }
  }

  /// Lets everything be as it should, and waits until it is.
  void stop() {
    over.countDown();
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    schools.forEach(School::goRight);
  }

  Certificates certificates() {
    return certificates;
  }

  Killings killings() {
    return killings;
  }
}
