package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Received;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;

/// The postbus of who works at the desk: what waits, and one parcel fetched and proved.
///
/// Asks Sluis each time and remembers nothing. May be shared between threads.
final class Parcels {
  private static final int NOT_THERE = 404;
  private static final String POSTBUS = "/v1/postbus";

  /// What came of fetching a parcel.
  sealed interface Fetched {
    /// It was proved and opened.
    ///
    /// @param received what was proved
    /// @param row the row of the logbook that was there first
    record Opened(Received received, long row) implements Fetched {
      /// Tells that it was opened, never what is in it.
      @Override
      public String toString() {
        return "Opened";
      }
    }

    /// It is not there, or not any more, or not for this party: one answer for all (design 10.11).
    record Gone() implements Fetched {}

    /// Something of it is not what it says it is. Nothing of it is here.
    ///
    /// @param why what does not hold, in Dutch and without content
    record Distrusted(String why) implements Fetched {}
  }

  /// Everything that waits for this party in this role, the most urgent first.
  List<Waiting> waiting(Worker who) throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var answer = line.own(POSTBUS);
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return Waiting.of(answer.body(), who.at().party(), line.check(), line.clock().instant());
  }

  /// The parcel with this id, when it waits and is for who asks.
  Optional<Waiting> find(Worker who, Optional<UUID> id)
      throws Stopped, IOException, InterruptedException {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return waiting(who).stream()
        .filter(one -> one.id().equals(id.get()))
        .filter(one -> one.isFor(who.function(), who.at().party().role()))
        .findFirst();
  }

  /// Has it handed over, and believes nothing of it before all of it is proved. From here on it
  /// counts as disclosed; once more gives the same until it is acknowledged.
  Fetched fetch(Worker who, Waiting parcel) throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var answer =
        line.post(path(parcel.id(), "uitreikingen"), JsonNodeFactory.instance.objectNode());
    if (answer.status() == NOT_THERE) {
      return new Fetched.Gone();
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    try {
      return proved(who, parcel, answer.body());
    } catch (Stopped stopped) {
      if (stopped.ending() != Ending.NIET_TE_VERTROUWEN) {
        throw stopped;
      }
      return new Fetched.Distrusted(String.valueOf(stopped.getMessage()));
    }
  }

  private static Fetched proved(Worker who, Waiting parcel, JsonNode handed)
      throws Stopped, IOException, InterruptedException {
    var received = who.at().line().open(handed);
    var row = who.at().line().prove(handed.path("ontvangstbewijs").asText());
    var message = received.opened().message();
    // Signed and bound, and still the wrong one: another role of the same organisation, or another
    // parcel than the one that was asked for.
    if (!message.to().equals(who.at().party())
        || !message.from().equals(parcel.from())
        || !handed.path("pakket").asText().equals(parcel.id().toString())) {
      return new Fetched.Distrusted(
          "Sluis gaf een ander bericht dan het pakket dat in de lijst stond.");
    }
    return new Fetched.Opened(received, row.index());
  }

  /// Says that it arrived; afterwards Sluis keeps no content.
  ///
  /// @return whether it was still there
  boolean acknowledge(Worker who, UUID id) throws Stopped, IOException, InterruptedException {
    return said(who, path(id, "bevestigingen"), JsonNodeFactory.instance.objectNode());
  }

  /// Says that a person read a report of acute danger (design 10.16).
  ///
  /// @param exchange the number of the exchange
  boolean readByAPerson(Worker who, UUID exchange)
      throws Stopped, IOException, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens")
        .put("oin", who.at().party().oin().value())
        .put("rol", who.at().party().role().code());
    body.put("functie", who.function());
    return said(who, "/v1/acute-meldingen/" + exchange + "/bevestigingen", body);
  }

  private static boolean said(Worker who, String path, JsonNode body)
      throws Stopped, IOException, InterruptedException {
    var answer = who.at().line().post(path, body);
    if (!answer.isOk() && answer.status() != NOT_THERE) {
      throw Stopped.by(answer);
    }
    return answer.isOk();
  }

  private static String path(UUID id, String what) {
    return POSTBUS + "/" + id + "/" + what;
  }
}
