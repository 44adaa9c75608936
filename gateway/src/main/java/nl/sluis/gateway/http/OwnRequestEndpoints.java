package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnRequestDesk;
import nl.sluis.gateway.desk.OwnRequestDesk.Answer;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;

/// The questions that are put before somebody who logged in, with an answer for each receiver.
public final class OwnRequestEndpoints implements OwnRoutes {
  private static final String PATH = "/mijn/v1/verzoeken";

  private final OwnRequestDesk desk;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param law the words of the convenant
  public OwnRequestEndpoints(OwnRequestDesk desk, Sequencer sequencer, CurrentLaw law) {
    this.desk = desk;
    this.sequencer = sequencer;
    this.law = law;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, PATH, "", door.person(this::list));
    web.add(router, POST, PATH + "/:id/antwoorden", "application/json", door.person(this::answer));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var one = children.addObject().put("uzelf", child.self());
      var asked = one.putArray("verzoeken");
      for (var put : child.lines()) {
        var each = asked.addObject().put("id", put.request().id().toString());
        each.put("gevraagdOp", child.cover().at(put.request().askedAt()).toString());
        var lines = each.putArray("regels");
        put.lines().forEach(line -> lines.add(line(line, child.cover(), request.at())));
      }
    }
    return Reply.json(200, body);
  }

  private ObjectNode line(OwnRequestDesk.Line line, Cover cover, Instant at) {
    return OwnEndpoints.line(line.asked(), cover, law, at).put("apart", line.line().apart());
  }

  private Reply answer(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var answers = new ArrayList<Answer>();
    for (var answer : fields.objects("antwoorden")) {
      answers.add(answer(answer));
    }
    var noExplained = fields.flag("gevolgenVanNeeGelezen");
    var withdrawalExplained = fields.flag("intrekkenGelezen");
    fields.done();
    var id = request.id();
    var subject = id.isEmpty() ? id : desk.subject(id.get());
    if (subject.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.answer(
            who, subject.get(), id.orElseThrow(), answers, noExplained, withdrawalExplained);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static Answer answer(Fields answer) {
    var word = answer.text("antwoord");
    if (!RequestEndpoints.WORDS.containsKey(word)) {
      answer.fault("antwoord", "Dit antwoord bestaat niet", "Kies ja, nee of later");
    }
    return new Answer(
        uuid(answer, answer.text("toestemming")),
        RequestEndpoints.WORDS.getOrDefault(word, ""),
        answer.texts("categorieen"));
  }

  private static UUID uuid(Fields answer, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      answer.fault("toestemming", "Dit is geen toestemming uit dit verzoek", "Kies een regel");
      return new UUID(0, 0);
    }
  }
}
