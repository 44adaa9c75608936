package nl.sluis.dev.proef;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the partners themselves remember: every message they sent, every answer they got.
///
/// This is all that a partner has after a crash, and Sluis is held to it. May be shared between
/// threads.
final class Records {
  private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
  private final Map<String, Ack> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> received = new ConcurrentHashMap<>();
  private final Map<String, Boolean> confirmed = new ConcurrentHashMap<>();

  /// The answer to one message.
  record Ack(String transaction, String parcel) {}

  void sent(String jti, byte[] message) {
    sent.put(jti, message);
  }

  /// Keeps an answer.
  ///
  /// @return the answer that was kept before, when it was another one
  Optional<Ack> acknowledged(String jti, Ack ack) {
    var before = acknowledged.putIfAbsent(jti, ack);
    return Optional.ofNullable(before).filter(known -> !known.equals(ack));
  }

  void received(String parcel, String handOver) {
    received.computeIfAbsent(parcel, _ -> new ConcurrentLinkedQueue<>()).add(handOver);
  }

  void confirmed(String parcel) {
    confirmed.put(parcel, true);
  }

  boolean isConfirmed(String parcel) {
    return confirmed.containsKey(parcel);
  }

  boolean isReceived(String parcel) {
    return received.containsKey(parcel);
  }

  byte[] message(String jti) {
    return sent.getOrDefault(jti, new byte[0]);
  }

  /// Messages of which it is not known whether they were accepted.
  List<String> open() {
    return sent.keySet().stream().filter(jti -> !acknowledged.containsKey(jti)).toList();
  }

  Map<String, Ack> acknowledged() {
    return acknowledged;
  }

  Map<String, Queue<String>> received() {
    return received;
  }

  int sentCount() {
    return sent.size();
  }
}
