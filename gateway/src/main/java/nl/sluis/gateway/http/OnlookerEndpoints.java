package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Locale;
import nl.sluis.gateway.desk.OnlookerDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;

/// Whom a youth of sixteen or seventeen lets look.
public final class OnlookerEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";
  private static final String PATH = "/mijn/v1/meekijkers";

  private final OnlookerDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows whose word is whose
  public OnlookerEndpoints(OnlookerDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, PATH, "", door.person(this::list));
    web.add(router, POST, PATH, JSON, door.person((who, request) -> let(who, request, true)));
    web.add(
        router,
        POST,
        PATH + "/intrekkingen",
        JSON,
        door.person((who, request) -> let(who, request, false)));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var onlookers = children.addObject().put("uzelf", child.self()).putArray("meekijkers");
      child
          .lines()
          .forEach(
              line -> onlookers.addObject().put("woord", line.word()).put("open", line.open()));
    }
    return Reply.json(200, body);
  }

  private Reply let(SignedIn who, Request request, boolean open) throws InputFault, SQLException {
    var fields = request.fields();
    var word = fields.text("woord").toLowerCase(Locale.ROOT);
    fields.done();
    var work = desk.let(who, word, open);
    return work.isEmpty()
        ? Problem.notThere()
        : Outcomes.reply(Door.await(sequencer.submit(work.get())), "woord");
  }
}
