package nl.sluis.dev.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.rig.Seen;
import nl.sluis.policies.terms.Oin;

/// A school whose parcels Sluis brings, at a real door with mutual TLS. May be shared between
/// threads.
final class Receiving implements School {
  /// As long as Sluis keeps a line: nothing that comes was decided earlier.
  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Link link;
  private final Fault fault;
  private final Inbox inbox;
  private final Collecting collecting;
  private final ParcelDoor door;
  private final Oin another;
  private final Tally tally = new Tally();

  /// @param door at which it takes what comes
  /// @param another whose certificate hangs there when the wrong one does
  Receiving(Link link, ParcelDoor door, Fault fault, Oin another, Inbox inbox) {
    this.link = link;
    this.fault = fault;
    this.another = another;
    this.inbox = inbox;
    this.collecting = new Collecting(link, inbox);
    this.door = door;
    door.tells(this::take);
  }

  private void take(JsonNode body) {
    var parcel = inbox.took(this, body, System.nanoTime() - LINE_NANOS);
    if (fault == Fault.TWICE) {
      // On threads of its own: the door answers first, or not, as it happens.
      for (int gateway = 0; gateway < 2; gateway++) {
        int first = gateway;
        Thread.ofVirtual().start(() -> collecting.confirm(parcel, first));
      }
    }
  }

  @Override
  public Oin oin() {
    return link.identity().partner().oin();
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  public Clocked.Way way() {
    return Clocked.Way.BROUGHT;
  }

  @Override
  public synchronized void goWrong() {
    tally.wrongs().incrementAndGet();
    switch (fault) {
      case NONE -> {}
      case AWAY -> door.shut();
      case SLOW -> door.answers(ParcelDoor.How.STALLS);
      case WRONG_CERTIFICATE -> door.openAs(another);
      case HUGE -> door.answers(ParcelDoor.How.CHATTERS);
      case TWICE -> door.answers(ParcelDoor.How.TAKES_FOR_NOW);
    }
  }

  @Override
  public synchronized void goRight() {
    switch (fault) {
      case NONE -> {}
      case AWAY, WRONG_CERTIFICATE -> door.openAgain();
      case SLOW, HUGE, TWICE -> door.answers(ParcelDoor.How.TAKES);
    }
  }

  /// What does wrong at its door gets a new certificate there when that is over.
  @Override
  public synchronized void renew() {
    link.renew();
    if (fault == Fault.NONE) {
      door.openAgain();
    }
  }

  @Override
  public void askAgain() {
    Seen seen = link.ask(0, caller -> caller.get("/v1/afleveringen"));
    for (var line : seen.json().path("afleveringen")) {
      var stand = line.path("stand").asText();
      if (stand.equals("uitgesteld") || stand.equals("onbestelbaar")) {
        var path = "/v1/postbus/" + line.path("pakket").asText() + "/afleveringen";
        var _ = link.ask(0, caller -> caller.act(path));
      }
    }
  }

  @Override
  public void comeForIt() {
    collecting.waiting(0, 0).forEach(parcel -> collecting.fetch(this, parcel, 0));
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    link.close();
  }
}
