package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnReadingDesk;
import nl.sluis.gateway.desk.OwnReadingDesk.Line;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;

/// The texts that somebody who logged in may read before they go. May be shared between threads.
public final class OwnReadingEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";
  private static final Set<ReadingWord> SAID =
      EnumSet.of(ReadingWord.AKKOORD, ReadingWord.TEGENGEHOUDEN, ReadingWord.KLOPT_NIET);

  private final OwnReadingDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows the texts
  public OwnReadingEndpoints(OwnReadingDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    var texts = "/mijn/v1/leesstukken";
    web.add(router, GET, texts, "", door.person(this::list));
    web.add(router, POST, texts + "/:id/lezingen", JSON, door.person(this::read));
    web.add(router, POST, texts + "/:id/antwoorden", JSON, door.person(this::answer));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var texts = children.addObject().put("uzelf", child.self()).putArray("leesstukken");
      child.lines().forEach(line -> texts.add(line(line, child.cover(), request.at())));
    }
    return Reply.json(200, body);
  }

  private static ObjectNode line(Line line, Cover cover, Instant at) {
    var piece = line.piece();
    var one = JsonNodeFactory.instance.objectNode().put("id", piece.id().toString());
    one.put("doel", piece.purpose().code());
    one.put("zin", line.words().purposes().getOrDefault(piece.purpose(), ""));
    one.set("van", OwnEndpoints.party(piece.from(), line.words(), cover));
    one.set("aan", OwnEndpoints.party(piece.to(), line.words(), cover));
    var categories = one.putArray("categorieen");
    piece.categories().stream()
        .sorted()
        .forEach(
            c ->
                categories
                    .addObject()
                    .put("code", c.name())
                    .put("naam", line.words().labels().getOrDefault(c, "")));
    one.put("leest", line.first().kind().code()).put("uBeslist", line.decides());
    one.put("klaargelegdOp", cover.at(piece.laidAt()).toString());
    one.put("lezenTot", cover.at(piece.readUntil()).toString()).put("stand", stand(line, at));
    line.given().ifPresent(then -> one.put("wegOp", cover.at(then).toString()));
    var own = one.putArray("zelf");
    line.own().forEach(event -> own.add(said(event, cover)));
    if (!line.remark().isEmpty()) {
      one.put("opmerking", line.remark());
    }
    ShownLate.tell(one, line.since());
    return one;
  }

  /// What everybody may know of it: never who let it go, or who did not.
  private static String stand(Line line, Instant at) {
    if (line.given().isPresent()) {
      return "weg";
    }
    if (!at.isBefore(line.piece().goodUntil())) {
      return "voorbij";
    }
    return line.isDone() ? "mag-weg" : "wacht";
  }

  private static ObjectNode said(ReadingEvent event, Cover cover) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("woord", event.word().code())
        .put("opPapier", event.onPaper())
        .put("tijdstip", cover.at(event.at()).toString());
  }

  private Reply read(SignedIn who, Request request) throws InputFault, SQLException {
    request.fields().done();
    var line = find(who, request);
    if (line.isEmpty()) {
      return Problem.notThere();
    }
    var outcome = Door.await(sequencer.submit(desk.read(who, only(line.get()).piece())));
    if (!(outcome instanceof Outcome.Done)) {
      return Outcomes.reply(outcome, "id");
    }
    var opened = find(who, request);
    var text = opened.isEmpty() ? Optional.<JsonNode>empty() : desk.text(only(opened.get()));
    if (text.isEmpty()) {
      return Problem.notThere();
    }
    var body = line(only(opened.orElseThrow()), opened.get().cover(), request.at());
    body.set("inhoud", text.get());
    return Reply.json(200, body);
  }

  private Reply answer(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var said = fields.text("woord");
    var word = ReadingWord.of(said).filter(SAID::contains);
    var remark = ReadingEndpoints.remark(fields);
    if (word.isEmpty() && (!said.isEmpty() || remark.isBlank())) {
      fields.fault(
          "woord",
          "Dit woord bestaat hier niet",
          "Kies akkoord, tegengehouden of klopt-niet, of stuur alleen een opmerking");
    }
    fields.done();
    var line = find(who, request);
    if (line.isEmpty()) {
      return Problem.notThere();
    }
    return Outcomes.reply(
        Door.await(sequencer.submit(desk.say(who, only(line.get()).piece(), word, remark))), "id");
  }

  private Optional<AtChild<Line>> find(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.find(who, id.get(), request.at());
  }

  private static Line only(AtChild<Line> found) {
    return found.lines().getFirst();
  }
}
