package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.desk.OwnStops;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.stopbericht.StopTable.Confirmed;
import nl.sluis.policies.terms.Age;

/// What somebody who logged in sees before taking a yes back, and whether the receiver answered.
public final class OwnStopEndpoints implements OwnRoutes {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl")).withZone(Age.CALENDAR);

  private final OwnStops stops;

  /// @param stops knows what may be told to whom
  public OwnStopEndpoints(OwnStops stops) {
    this.stops = stops;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(
        router,
        POST,
        "/mijn/v1/toestemmingen/:id/intrekkingsgevolgen",
        "application/json",
        door.person(this::follows));
    web.add(router, GET, "/mijn/v1/toestemmingen/:id/stopbericht", "", door.person(this::came));
  }

  private Reply follows(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var categories = fields.texts("categorieen");
    fields.done();
    Optional<UUID> id = request.id();
    var tried =
        id.isEmpty()
            ? Optional.<OwnStops.Tried>empty()
            : stops.follows(who, id.get(), categories, request.at());
    return tried
        .map(
            one ->
                switch (one) {
                  case OwnStops.Tried.Would(var follows) ->
                      Reply.json(200, ConsequencesJson.of(follows, categories));
                  case OwnStops.Tried.Not(var outcome) -> Outcomes.reply(outcome, "id");
                })
        .orElseGet(Problem::notThere);
  }

  private Reply came(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    var came =
        id.isEmpty() ? Optional.<OwnStops.Came>empty() : stops.came(who, id.get(), request.at());
    return came.map(one -> Reply.json(200, told(one))).orElseGet(Problem::notThere);
  }

  private static ObjectNode told(OwnStops.Came came) {
    var body = JsonNodeFactory.instance.objectNode();
    var receiver = came.ask().receiver();
    body.set("aan", OwnEndpoints.party(receiver, came.convenant(), came.cover()));
    var name = name(came);
    if (came.confirmed().isEmpty()) {
      return body.put("stand", "nog-niet-bevestigd")
          .put("dagenTeLaat", came.daysLate())
          .put("zin", name + " heeft het stopbericht nog niet bevestigd" + late(came) + ".");
    }
    var said = came.confirmed().get();
    said.ground().ifPresent(ground -> body.put("grond", ground));
    return body.put("stand", "bevestigd")
        .put("bevestigdOp", said.at().atZone(Age.CALENDAR).toLocalDate().toString())
        .put("gedaan", said.answer().code())
        .put(
            "zin",
            name
                + " heeft het stopbericht bevestigd op "
                + DAY.format(said.at())
                + ": "
                + done(said)
                + ".");
  }

  /// As it begins a sentence.
  private static String name(OwnStops.Came came) {
    var name = came.cover().dutch(came.ask().receiver(), came.convenant());
    return name.isEmpty()
        ? "De ontvanger"
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String late(OwnStops.Came came) {
    return switch ((int) Math.min(came.daysLate(), Integer.MAX_VALUE)) {
      case 0 -> "";
      case 1 -> " (1 dag te laat)";
      default -> " (" + came.daysLate() + " dagen te laat)";
    };
  }

  private static String done(Confirmed said) {
    return switch (said.answer()) {
      case GESTOPT -> "zij gebruikt de gegevens niet meer";
      case GEWIST -> "zij wiste de gegevens";
      case BEWAARD_OM_WETTELIJKE_PLICHT ->
          "zij bewaart de gegevens omdat een wet dat van haar vraagt";
    };
  }
}
