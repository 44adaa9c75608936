package nl.sluis.gateway.werkplek.postbus;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// What this organisation sent, by the number of the exchange, and what became of calling it back.
///
/// There is no list of what was sent: the desk keeps none, and the number stands in the own file of
/// who sent it, with the receipt.
public final class SentPages {
  static final String HOME = "/werk/verstuurd";
  static final String UNDONE = "/werk/teruggeroepen";
  private static final int NOT_THERE = 404;
  private static final String EXCHANGE = "transactie";
  private static final Set<String> STATES =
      Set.of("gesloten", "aangenomen", "uitgereikt", "bevestigd", "niet-uitgereikt");

  /// The form in which the number is filled in.
  ///
  /// @param form what was filled in
  public record Sought(Form form) {}

  /// How one message stands.
  ///
  /// @param exchange its number
  /// @param state as Sluis tells it, never why
  public record Status(UUID exchange, String state) {}

  /// How it stands with calling back or replacing.
  ///
  /// @param exchange what it is about
  /// @param replaces whether something else came in its place
  /// @param asked whether its receiver had it already and was asked; otherwise it was held back
  /// @param due until when the receiver can answer in time
  /// @param late whether that day is over
  /// @param answer what the receiver did; empty as long as it said nothing
  /// @param answered when it said so
  /// @param ground the law by which it keeps it; empty when it keeps nothing
  public record Undone(
      UUID exchange,
      boolean replaces,
      boolean asked,
      Optional<Instant> due,
      boolean late,
      String answer,
      Optional<Instant> answered,
      String ground) {}

  void add(WorkRoutes routes) {
    routes.get(HOME, PostbusPart.MAY, (_, _) -> sought(Form.empty()));
    routes.post(HOME, PostbusPart.MAY, (_, asked) -> seek(asked));
    routes.get(HOME + "/:id", PostbusPart.MAY, this::status);
    routes.get(UNDONE + "/:id", PostbusPart.MAY, this::undone);
  }

  private static View.Shown sought(Form form) {
    return new View.Shown(PostbusPart.PAGES + "verstuurd", new Sought(form), PostbusPart.TITLE);
  }

  private static View seek(Asked asked) throws InputFault {
    var form = Form.of(asked, EXCHANGE);
    return exchange(form.value(EXCHANGE))
        .<View>map(id -> new View.Moved(HOME + "/" + id))
        .orElseGet(() -> sought(form.wrong(PostbusPart.TEXTS + "fout.transactie")).again());
  }

  private View status(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var answer = who.at().line().get("/v1/berichten/" + id.get());
    if (answer.status() == NOT_THERE) {
      return Calm.gone(HOME);
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    var state = Naming.known(STATES, answer.body().path("status").asText());
    return new View.Shown(
        PostbusPart.PAGES + "bericht", new Status(id.get(), state), PostbusPart.TITLE);
  }

  private View undone(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var answer = who.at().line().get("/v1/terugroepingen/" + id.get());
    if (answer.status() == NOT_THERE) {
      return Calm.gone(HOME);
    }
    var body = answer.body();
    var exchange = exchange(body.path(EXCHANGE).asText());
    if (!answer.isOk() || exchange.isEmpty()) {
      throw Stopped.by(answer);
    }
    var said = body.path("antwoord");
    return new View.Shown(
        PostbusPart.PAGES + "teruggeroepen",
        new Undone(
            exchange.get(),
            body.has("vervangenDoor"),
            body.path("gevolg").asText().equals("gevraagd"),
            moment(body.path("uiterlijk").asText()),
            body.path("teLaat").asBoolean(),
            said.isObject() ? Naming.known(LetterPages.ANSWERS, said.path("gedaan").asText()) : "",
            moment(said.path("op").asText()),
            said.path("grond").asText()),
        PostbusPart.TITLE);
  }

  /// The number of an exchange; empty when it is none.
  static Optional<UUID> exchange(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A moment as Sluis writes it; empty when it is none.
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
