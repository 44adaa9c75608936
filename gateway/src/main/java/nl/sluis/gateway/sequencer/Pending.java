package nl.sluis.gateway.sequencer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.sluis.gateway.meting.Watch;
import nl.sluis.gateway.trace.Crossing;
import nl.sluis.gateway.trace.Trace;

/// Work that waits for its batch.
final class Pending<T> {
  private final Work<T> work;
  private final Needs needs;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final long submitted = System.nanoTime();
  private final Trace trace = Trace.current();
  private final Optional<Crossing> crossing = Crossing.current();
  private final Watch watch = Watch.current();
  private Optional<UUID> subject;

  Pending(Work<T> work) {
    this.work = work;
    this.needs = work.needs();
    this.subject = needs.subject();
  }

  long submitted() {
    return submitted;
  }

  /// The trace on which it was asked for.
  Trace trace() {
    return trace;
  }

  /// The request in which it was asked for, if a partner's was.
  Optional<Crossing> crossing() {
    return crossing;
  }

  /// What measures it.
  Watch watch() {
    return watch;
  }

  Work<T> work() {
    return work;
  }

  Needs needs() {
    return needs;
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  Optional<UUID> subject() {
    return subject;
  }

  /// Everybody it is about.
  List<UUID> subjects() {
    return Stream.concat(subject.stream(), needs.also().stream()).toList();
  }

  /// What its reference meant may have changed: it is to be looked up again.
  void unresolve() {
    subject = needs.subject();
  }

  void resolved(UUID id) {
    subject = Optional.of(id);
  }

  boolean isUnresolved() {
    return needs.alias().isPresent() && subject.isEmpty();
  }

  void fail(Throwable cause) {
    answer.completeExceptionally(cause);
  }
}
