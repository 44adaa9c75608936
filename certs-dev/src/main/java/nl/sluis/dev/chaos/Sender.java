package nl.sluis.dev.chaos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.dev.rig.Seen;

/// A CJG that sends messages and writes down what it is told of them; now and then it sends one
/// twice at once, at both gateways. May be shared between threads; whoever sends waits.
final class Sender implements AutoCloseable {
  private static final int TWICE = 10;
  private static final int LET_THROUGH = 200;

  private final Link link;
  private final Feedback feedback;
  private final Inbox inbox;
  private final Clocked clocked;
  private final Set<Ledger.Ack> acks = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();

  Sender(Link link, Feedback feedback, Inbox inbox, Clocked clocked) {
    this.link = link;
    this.feedback = feedback;
    this.inbox = inbox;
    this.clocked = clocked;
  }

  Link link() {
    return link;
  }

  Feedback feedback() {
    return feedback;
  }

  /// Sends one message.
  ///
  /// @param planned the moment at which it was to be sent, on the clock of [System#nanoTime]
  void send(Pair pair, long planned) {
    var message = feedback.message(pair.child(), pair.school().oin());
    var bytes = message.text().getBytes(StandardCharsets.US_ASCII);
    int number = turn.getAndIncrement();
    inbox.planned(message.jti(), planned);
    var again =
        number % TWICE == 0
            ? List.of(Thread.ofVirtual().start(() -> send(message.jti(), bytes, number + 1)))
            : List.<Thread>of();
    var seen = send(message.jti(), bytes, number);
    if (seen.status() == LET_THROUGH && pair.school().fault() == Fault.NONE) {
      clocked.arrived(Clocked.Way.ACCEPTED, planned, System.nanoTime());
    }
    again.forEach(Sender::await);
  }

  private static void await(Thread again) {
    try {
      again.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Seen send(String jti, byte[] bytes, int gateway) {
    var seen = link.ask(gateway, caller -> caller.send(bytes));
    var ledger = inbox.ledger();
    switch (seen.status()) {
      case LET_THROUGH -> {
        var ack = new Ledger.Ack(seen.text("transactie"), seen.text("pakket"));
        ledger.accepted(jti, ack);
        acks.add(ack);
      }
      case 403, 409 -> refused(jti, seen);
      default -> ledger.surprise("een bericht kreeg " + seen.status() + " " + seen.text("code"));
    }
    return seen;
  }

  private void refused(String jti, Seen seen) {
    if (seen.body().contains("geen-geldige-toestemming")) {
      inbox.ledger().refused(jti);
    } else {
      inbox.ledger().surprise("een bericht kreeg " + seen.status() + " " + seen.text("code"));
    }
  }

  /// Reads how its messages stand that did not arrive.
  void askEnds() {
    var ledger = inbox.ledger();
    acks.stream()
        .filter(ack -> !ledger.arrivals().containsKey(ack.parcel()))
        .forEach(
            ack -> {
              var path = "/v1/berichten/" + ack.transaction();
              var seen = link.ask(0, caller -> caller.get(path));
              ledger.ends(ack.transaction(), seen.text("status"));
            });
  }

  @Override
  public void close() {
    link.close();
  }
}
