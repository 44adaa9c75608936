package nl.sluis.dev.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What senders, receivers and a parent each know when it is over: what was sent and answered, what
/// came in, what was confirmed, what was taken back and when that was answered.
///
/// It is all they have after a crash, and Sluis is held to it. Moments are on the clock of
/// [System#nanoTime]. May be shared between threads.
final class Ledger {
  private final Map<String, Ack> accepted = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> twoAnswers = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Arrival>> arrivals = new ConcurrentHashMap<>();
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> withdrawn = new ConcurrentHashMap<>();
  private final Map<String, String> ends = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  /// The answer to a message that was let through.
  record Ack(String transaction, String parcel) {}

  /// A parcel that came in.
  ///
  /// @param handed what came in it
  /// @param begun the earliest moment at which it can have been decided: when the receiver asked
  ///   for it, or as long before it came as a line lasts
  /// @param got when all of it was there
  record Arrival(Handed handed, long begun, long got) {}

  void accepted(String jti, Ack ack) {
    var before = accepted.putIfAbsent(jti, ack);
    if (before != null && !before.equals(ack)) {
      twoAnswers.add(jti);
    }
  }

  void refused(String jti) {
    refused.add(jti);
  }

  /// Keeps what came in.
  ///
  /// @return whether it is the first time that this parcel came
  boolean arrived(String parcel, Arrival arrival) {
    var first = new boolean[1];
    arrivals.compute(
        parcel,
        (_, known) -> {
          first[0] = known == null;
          var all = new ArrayList<>(known == null ? List.of() : known);
          all.add(arrival);
          return all;
        });
    return first[0];
  }

  void confirmed(String parcel) {
    confirmed.add(parcel);
  }

  /// The parent was told at this moment that this consent is over.
  void withdrawn(String consent, long answered) {
    withdrawn.putIfAbsent(consent, answered);
  }

  /// What its sender reads of an exchange in the end.
  void ends(String transaction, String status) {
    ends.put(transaction, status);
  }

  /// Something that nobody should have seen; without personal data.
  void surprise(String what) {
    surprises.add(what);
  }

  /// Does this; when it breaks, that is something that nobody should have seen.
  void watch(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException e) {
      surprise("een partner viel stil: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  Map<String, Ack> accepted() {
    return accepted;
  }

  Set<String> refused() {
    return refused;
  }

  /// Messages that were answered in two ways.
  Set<String> twoAnswers() {
    return twoAnswers;
  }

  Map<String, List<Arrival>> arrivals() {
    return arrivals;
  }

  /// Parcels of which their receivers said that they have them, and were answered.
  Set<String> confirmed() {
    return confirmed;
  }

  Map<String, Long> withdrawn() {
    return withdrawn;
  }

  /// What the sender of this exchange reads; empty when it did not ask.
  String end(String transaction) {
    return ends.getOrDefault(transaction, "");
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }
}
