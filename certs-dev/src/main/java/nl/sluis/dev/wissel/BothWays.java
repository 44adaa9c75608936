package nl.sluis.dev.wissel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;
import nl.sluis.dev.rig.Signals;

/// Traffic that never stops by itself: a school sends and the CJG fetches, the CJG sends and it is
/// brought to the school, and somebody at home looks in the logbook. Each exchange goes by both
/// gateways.
///
/// It can be halted, so that the clock can jump. Every request counts, once: who hears no does not
/// try again. One thread starts, halts and ends it.
final class BothWays implements AutoCloseable {
  static final int CHILDREN = 40;

  private static final int FETCHED = 3;
  private static final int BROUGHT = 2;
  private static final long PAUSE_NANOS = 25_000_000;
  private static final long LOOK_NANOS = 150_000_000;

  private final Stage stage;
  private final Signals signals;
  private final Feedback feedback;
  private final PartnerSystem school;
  private final PartnerSystem cjg;
  private final Tally tally;
  private final SplittableRandom seed;
  private final List<Thread> lines = new ArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final ReentrantReadWriteLock going = new ReentrantReadWriteLock(true);
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final AtomicReference<String> newest = new AtomicReference<>("");
  private volatile boolean open = true;

  BothWays(
      Stage stage,
      Signals signals,
      Feedback feedback,
      PartnerSystem school,
      PartnerSystem cjg,
      Tally tally,
      SplittableRandom seed) {
    this.stage = stage;
    this.signals = signals;
    this.feedback = feedback;
    this.school = school;
    this.cjg = cjg;
    this.tally = tally;
    this.seed = seed;
  }

  void start() {
    for (int i = 0; i < FETCHED; i++) {
      line(PAUSE_NANOS, this::fetched);
    }
    for (int i = 0; i < BROUGHT; i++) {
      line(2 * PAUSE_NANOS, this::brought);
    }
    var browser = HttpClient.newBuilder().sslContext(stage.site().browser()).build();
    line(LOOK_NANOS, (turn, _) -> looks(browser, turn));
  }

  private interface Turn {
    void take(int turn, RandomGenerator order);
  }

  private void line(long pause, Turn turn) {
    var order = seed.split();
    lines.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  while (open) {
                    going.readLock().lock();
                    try {
                      turn.take(turns.getAndIncrement(), order);
                    } catch (RuntimeException e) {
                      tally.count("een partner", 200, 0, e.getClass().getSimpleName());
                    } finally {
                      going.readLock().unlock();
                    }
                    LockSupport.parkNanos(pause);
                  }
                }));
  }

  /// Waits until nothing is under way, and lets nothing begin until [#goesOn].
  void halts() {
    going.writeLock().lock();
  }

  /// Goes on; whoever halted it calls this.
  void goesOn() {
    going.writeLock().unlock();
  }

  private void fetched(int turn, RandomGenerator order) {
    whole("kind-" + order.nextInt(CHILDREN), turn % 2);
  }

  /// One whole exchange, sent at one gateway and fetched at the other.
  ///
  /// @return whether all of it went well
  boolean whole(String child, int gateway) {
    var message = signals.message(child, school.messages(), cjg.identity().encryption()).text();
    var seen = school.at(gateway).send(bytes(message)).join();
    if (!tally.count("aanbieden", 200, seen.status(), seen.body())) {
      return false;
    }
    var parcel = "/v1/postbus/" + seen.text("pakket");
    var given = cjg.at(1 - gateway).act(parcel + "/uitreikingen").join();
    if (!tally.count("ophalen", 200, given.status(), given.body())) {
      return false;
    }
    newest.set(given.body());
    var done = cjg.at(gateway).act(parcel + "/bevestigingen").join();
    return tally.count("bevestigen", 204, done.status(), done.body());
  }

  private void brought(int turn, RandomGenerator order) {
    var child = "thuis-" + order.nextInt(CHILDREN);
    var message = feedback.message(child, cjg.messages());
    var seen = cjg.at(turn % 2).send(bytes(message)).join();
    if (tally.count("aanbieden om te brengen", 200, seen.status(), seen.body())) {
      sent.add(seen.text("pakket"));
    }
  }

  private void looks(HttpClient browser, int turn) {
    var address = stage.people().get(turn % 2).resolve("/logboek/checkpoint");
    var what = "kijken in het logboek";
    try {
      var request = HttpRequest.newBuilder(address).build();
      var seen = browser.send(request, BodyHandlers.discarding()).statusCode();
      tally.count(what, 200, seen, "");
    } catch (IOException e) {
      tally.count(what, 200, 0, e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The parcels that were taken to be brought, until now.
  Set<String> sent() {
    return Set.copyOf(sent);
  }

  /// What the last fetched parcel came with, as JSON.
  String newest() {
    return newest.get();
  }

  /// Lets every line finish what it was doing.
  @Override
  public void close() {
    open = false;
    for (var line : lines) {
      try {
        line.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
