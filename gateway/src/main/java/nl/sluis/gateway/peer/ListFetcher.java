package nl.sluis.gateway.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.gateway.peer.CrlStore.Fault;
import nl.sluis.gateway.peer.CrlStore.Kept;

/// Fetches the revocation lists that authorities publish, from the addresses the operator named.
///
/// Never from an address in a certificate: whoever shows one would choose whom we call. Each
/// address has a thread of its own, so that a slow one keeps no other waiting. Thread-safe: one
/// round at a time.
final class ListFetcher {
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int MOST = 20 << 20;

  private final CrlStore store;
  private final InstantSource clock;
  private final RevocationCall call = new RevocationCall(WHOLE, MOST);
  private final Map<Kept, Instant> due = new HashMap<>();

  ListFetcher(CrlStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Fetches every list whose time has come, and waits for all of them.
  ///
  /// @return what could not be taken over, naming address, issuer and the age of what counts now
  synchronized List<Fault> round() {
    var now = clock.instant();
    var faults = new ArrayList<Fault>();
    var underway = new HashMap<Kept, Future<List<Fault>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : store.kept()) {
        if (!now.isBefore(due.getOrDefault(one, Instant.MIN))) {
          underway.put(one, threads.submit(() -> fetch(one, now)));
        }
      }
    }
    underway.forEach(
        (one, fetched) -> {
          var wrong = outcome(fetched);
          faults.addAll(wrong);
          due.put(one, now.plus(wrong.isEmpty() ? untilNext(one, now) : AGAIN));
        });
    return faults;
  }

  /// Halfway to the end of what we have, and at least once an hour: a revocation must not wait.
  private Duration untilNext(Kept one, Instant now) {
    var left =
        store.current().all().stream()
            .filter(list -> list.source().equals(one.address().toString()))
            .map(list -> Duration.between(now, list.nextUpdate()).dividedBy(2))
            .findFirst()
            .orElse(AGAIN);
    return left.compareTo(SELDOM) > 0 ? SELDOM : left.compareTo(AGAIN) < 0 ? AGAIN : left;
  }

  private List<Fault> fetch(Kept one, Instant now) {
    try {
      return store.offer(one, call.list(one.address())).stream().toList();
    } catch (RevocationCall.Silent e) {
      var have =
          store.current().all().stream()
              .filter(list -> list.list().getIssuerX500Principal().equals(one.issuer()))
              .map(list -> "; in force is " + list.describeAt(now))
              .findFirst()
              .orElse("; there is no list of `" + one.issuer().getName() + "` at all");
      return List.of(new Fault(one.address().toString(), e.why() + have));
    }
  }

  private static List<Fault> outcome(Future<List<Fault>> fetched) {
    try {
      return fetched.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a list could not be fetched", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
