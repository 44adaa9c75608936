package nl.sluis.dev.chaos;

import java.util.List;
import java.util.stream.StreamSupport;

/// A school that comes for what waits in its postbus, and says that it has it. May be shared
/// between threads; whoever collects waits.
///
/// @param link its connections
/// @param inbox where it writes down what it got
record Collecting(Link link, Inbox inbox) {
  private static final int FOUND = 200;
  private static final int NOTHING_THERE = 404;
  private static final int TAKEN = 204;

  /// What waits now, or comes within so many seconds.
  ///
  /// @param gateway which is asked first; counted round
  List<String> waiting(int seconds, int gateway) {
    var path = "/v1/postbus?wacht=" + seconds;
    var seen = link.ask(gateway, caller -> caller.get(path));
    if (seen.status() != FOUND) {
      inbox.ledger().surprise("de postbus antwoordde " + seen.status());
    }
    return StreamSupport.stream(seen.json().path("pakketten").spliterator(), false)
        .map(line -> line.path("id").asText())
        .toList();
  }

  /// Takes this parcel, and says that it has it.
  void fetch(School school, String parcel, int gateway) {
    var begun = new long[1];
    var given =
        link.ask(
            gateway,
            caller -> {
              begun[0] = System.nanoTime();
              return caller.act("/v1/postbus/" + parcel + "/uitreikingen");
            });
    if (given.status() == FOUND) {
      var _ = inbox.took(school, given.json(), begun[0]);
      confirm(parcel, gateway);
    } else if (given.status() != NOTHING_THERE) {
      inbox.ledger().surprise("ophalen gaf " + given.status());
    }
  }

  /// Says that it has this parcel.
  void confirm(String parcel, int gateway) {
    var path = "/v1/postbus/" + parcel + "/bevestigingen";
    if (link.ask(gateway, caller -> caller.act(path)).status() == TAKEN) {
      inbox.ledger().confirmed(parcel);
    }
  }
}
