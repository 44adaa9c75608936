package nl.sluis.dev.rig;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A closed loop: so many calls, so many of them at a time. Used once, by one thread.
public final class Load {
  private final int count;
  private final IntFunction<CompletableFuture<Integer>> call;
  private final long[] nanos;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, Integer> outcomes = new ConcurrentHashMap<>();
  private final CountDownLatch done;

  private Load(int count, IntFunction<CompletableFuture<Integer>> call) {
    this.count = count;
    this.call = call;
    this.nanos = new long[count];
    this.done = new CountDownLatch(count);
  }

  /// What came of it.
  ///
  /// @param count how many calls
  /// @param seconds from the first to the last
  /// @param p50Millis the middle one
  /// @param p99Millis the slowest but one in a hundred
  /// @param outcomes how often each outcome came, as the calls named it
  public record Result(
      int count,
      double seconds,
      double p50Millis,
      double p99Millis,
      Map<Integer, Integer> outcomes) {
    /// How many in a second.
    public double rate() {
      return count / seconds;
    }
  }

  /// Makes these calls and waits for all of them.
  ///
  /// @param call makes the call with this number, and ends with its outcome
  public static Result run(int count, int atOnce, IntFunction<CompletableFuture<Integer>> call) {
    var load = new Load(count, call);
    var begin = System.nanoTime();
    for (int i = 0; i < Math.min(atOnce, count); i++) {
      load.nextCall();
    }
    try {
      load.done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return load.result((System.nanoTime() - begin) / 1e9);
  }

  private void nextCall() {
    int number = next.getAndIncrement();
    if (number >= count) {
      return;
    }
    var begin = System.nanoTime();
    var _ =
        call.apply(number)
            .whenComplete(
                (outcome, fault) -> {
                  nanos[number] = System.nanoTime() - begin;
                  outcomes.merge(fault == null ? outcome : -1, 1, Integer::sum);
                  done.countDown();
                  nextCall();
                });
  }

  private Result result(double seconds) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Result(
        count,
        seconds,
        sorted[count / 2] / 1e6,
        sorted[Math.min(count - 1, count * 99 / 100)] / 1e6,
        new TreeMap<>(outcomes));
  }
}
