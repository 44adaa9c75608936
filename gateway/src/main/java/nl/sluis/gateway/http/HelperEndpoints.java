package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.machtiging.Helper;
import nl.sluis.consent.machtiging.Machtiging;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.gateway.desk.HelperDesk;
import nl.sluis.gateway.desk.HelperDesk.Given;
import nl.sluis.gateway.desk.HelpingDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;

/// Whom somebody lets help, and whom somebody helps. What a helper reads stands on pages and
/// nowhere else.
public final class HelperEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";
  private static final String GIVEN = "/mijn/v1/machtigingen";
  private static final String HELPED = "/mijn/v1/helpen";

  private final HelperDesk desk;
  private final HelpingDesk helping;
  private final Sequencer sequencer;

  /// @param desk knows whom somebody lets help
  /// @param helping knows whom somebody helps
  public HelperEndpoints(HelperDesk desk, HelpingDesk helping, Sequencer sequencer) {
    this.desk = desk;
    this.helping = helping;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, GIVEN, "", door.person(this::given));
    web.add(router, POST, GIVEN, JSON, door.person(this::offer));
    web.add(router, POST, GIVEN + "/:id/intrekkingen", JSON, door.person(this::withdraw));
    web.add(router, GET, HELPED, "", door.person(this::helped));
    web.add(router, POST, HELPED + "/:id/beeindigingen", JSON, door.person(this::stop));
  }

  private Reply given(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var one = children.addObject().put("kind", child.word()).put("uzelf", child.self());
      var all = one.put("mag", child.may()).putArray("machtigingen");
      child.given().forEach(given -> all.add(given(given)));
    }
    return Reply.json(200, body);
  }

  private static ObjectNode given(Given given) {
    var one = given.one();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("id", one.id().toString()).put("wie", one.who().code());
    parts(one, body.putArray("wat"));
    body.put("stand", given.stand().code());
    body.put("tot", one.taken().map(Machtiging.Taken::until).orElse(one.codeUntil()).toString());
    var looks = body.putArray("gekeken");
    given
        .looks()
        .forEach(
            look -> looks.addObject().put("op", day(look.at())).put("wat", look.part().code()));
    return body;
  }

  private static void parts(Machtiging one, ArrayNode array) {
    one.parts().stream().map(Part::code).sorted().forEach(array::add);
  }

  private static String day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate().toString();
  }

  private Reply offer(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var child = fields.text("kind");
    var codes = Arrays.stream(Helper.values()).map(Helper::code).toArray(String[]::new);
    var helper = Helper.of(fields.oneOf("wie", codes)).orElseThrow();
    var parts = parts(fields);
    int days =
        fields
            .number("dagen", 1, desk.terms(request.at()).mostDays())
            .orElse(desk.terms(request.at()).days());
    fields.done();
    var work = desk.offer(who, child, helper, parts, days);
    return work.isEmpty() ? Problem.notThere() : reply(work.get(), "code");
  }

  private static Set<Part> parts(Fields fields) {
    var parts = EnumSet.noneOf(Part.class);
    for (var word : fields.texts("wat")) {
      Part.of(word)
          .ifPresentOrElse(
              parts::add,
              () -> fields.fault("wat", "Dit woord bestaat hier niet", "Kies uit regels, vragen"));
    }
    return parts;
  }

  private Reply withdraw(SignedIn who, Request request) throws InputFault, SQLException {
    request.fields().done();
    var id = request.id();
    return id.isEmpty() ? Problem.notThere() : reply(desk.stop(who, id.get(), request.at()));
  }

  private Reply helped(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var all = body.putArray("geholpen");
    for (var one : helping.look(who, request.at())) {
      var each = all.addObject().put("id", one.one().id().toString()).put("zelf", one.self());
      one.age().ifPresent(age -> each.put("leeftijd", age));
      parts(one.one(), each.putArray("wat"));
      each.put("tot", one.until().toString());
    }
    return Reply.json(200, body);
  }

  private Reply stop(SignedIn who, Request request) throws InputFault, SQLException {
    request.fields().done();
    var id = request.id();
    return id.isEmpty() ? Problem.notThere() : reply(helping.stop(who, id.get(), request.at()));
  }

  private Reply reply(Optional<Work<Outcome>> work) {
    return work.isEmpty() ? Problem.notThere() : reply(work.get(), "id");
  }

  private Reply reply(Work<Outcome> work, String name) {
    return Outcomes.reply(Door.await(sequencer.submit(work)), name);
  }
}
