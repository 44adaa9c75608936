package nl.sluis.dev.proef;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// Partners that send, collect and confirm as fast as they are answered, until they are not.
///
/// What a partner was about to do when its line broke is what makes the trial hard: it does not
/// know how it ended.
final class Traffic {
  private static final int BROKEN = 0;

  private final Signals signals;
  private final Caller school;
  private final Caller cjg;
  private final Records records;
  private final int children;
  private final AtomicInteger number = new AtomicInteger();
  private final List<CompletableFuture<Integer>> lines = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;

  Traffic(Signals signals, Caller school, Caller cjg, Records records, int children) {
    this.signals = signals;
    this.school = school;
    this.cjg = cjg;
    this.records = records;
    this.children = children;
  }

  void start(int atOnce) {
    for (int i = 0; i < atOnce; i++) {
      lines.add(CompletableFuture.supplyAsync(() -> BROKEN).thenCompose(_ -> next()));
    }
  }

  /// Lets every line finish what it was doing, and begins nothing new.
  void stop() {
    open = false;
    lines.forEach(CompletableFuture::join);
  }

  /// With which status each line ended: 0 when it broke, or when it was told to begin nothing new.
  List<Integer> ends() {
    return lines.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Integer> next() {
    if (!open) {
      return CompletableFuture.completedFuture(BROKEN);
    }
    int turn = number.getAndIncrement();
    var message = signals.message("kind-" + turn % children);
    var bytes = message.text().getBytes(StandardCharsets.US_ASCII);
    records.sent(message.jti(), bytes);
    return school.send(bytes).thenComposeAsync(seen -> answered(message.jti(), turn, seen));
  }

  private CompletableFuture<Integer> answered(String jti, int turn, Seen seen) {
    if (seen.status() != 200) {
      return CompletableFuture.completedFuture(seen.status());
    }
    var parcel = seen.text("pakket");
    var _ = records.acknowledged(jti, new Records.Ack(seen.text("transactie"), parcel));
    // Every third parcel is left in the postbus, to be found there after the crash.
    return turn % 3 == 0 ? next() : collect(parcel, turn);
  }

  private CompletableFuture<Integer> collect(String parcel, int turn) {
    return cjg.act("/v1/postbus/" + parcel + "/uitreikingen")
        .thenComposeAsync(
            given -> {
              if (given.status() != 200) {
                return CompletableFuture.completedFuture(given.status());
              }
              records.received(parcel, given.text("bericht"));
              return turn % 3 == 1 ? confirm(parcel) : next();
            });
  }

  private CompletableFuture<Integer> confirm(String parcel) {
    return cjg.act("/v1/postbus/" + parcel + "/bevestigingen")
        .thenComposeAsync(
            seen -> {
              if (seen.status() != 204) {
                return CompletableFuture.completedFuture(seen.status());
              }
              records.confirmed(parcel);
              return next();
            });
  }
}
