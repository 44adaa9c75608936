package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.TalkDesk;
import nl.sluis.gateway.gesprek.Talk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.convenant.Condition;

/// The talks that senders claim to have had with a family, for that family to see and to deny.
public final class TalkEndpoints implements OwnRoutes {
  private final TalkDesk desk;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param law the words of the convenant
  public TalkEndpoints(TalkDesk desk, Sequencer sequencer, CurrentLaw law) {
    this.desk = desk;
    this.sequencer = sequencer;
    this.law = law;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    var talks = "/mijn/v1/gesprekken";
    web.add(router, GET, talks, "", door.person(this::list));
    web.add(router, POST, talks + "/:id/oordelen", "application/json", door.person(this::judge));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var talks = children.addObject().put("uzelf", child.self()).putArray("gesprekken");
      child.lines().forEach(line -> talks.add(line(line, child.cover(), request.at())));
    }
    return Reply.json(200, body);
  }

  private ObjectNode line(TalkDesk.Line line, Cover cover, Instant at) {
    Talk talk = line.talk();
    var words = law.now().couldGovern(talk.from(), talk.to(), at).getFirst();
    var one = JsonNodeFactory.instance.objectNode().put("id", talk.id().toString());
    one.put("gesprek", talk.condition());
    one.put(
        "zin",
        Optional.ofNullable(words.conditions().get(talk.condition()))
            .map(Condition::sentence)
            .orElse(""));
    one.put("datum", talk.date().toString());
    one.put("doel", talk.purpose().code());
    one.set("van", OwnEndpoints.party(talk.from(), words, cover));
    one.set("aan", OwnEndpoints.party(talk.to(), words, cover));
    line.said().ifPresent(word -> one.put("zelfGezegd", word));
    ShownLate.tell(one, line.since());
    return one;
  }

  private Reply judge(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var word = fields.oneOf("uitspraak", "was-er-niet", "was-er");
    fields.done();
    var id = request.id();
    var talk = id.isEmpty() ? Optional.<Talk>empty() : desk.find(who, id.get(), request.at());
    if (talk.isEmpty()) {
      return Problem.notThere();
    }
    return Outcomes.reply(Door.await(sequencer.submit(desk.say(who, talk.get(), word))), "id");
  }
}
