package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.verzoek.AnswerPages;
import nl.sluis.gateway.verzoek.OwnAccess;
import nl.sluis.gateway.verzoek.RequestKind;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What somebody asked about the own data, or those of a child, and how it stands: the same as on
/// the pages, for who reads it with a program of one's own; and where such a program asks an
/// organisation for all that it gave and got. May be shared between threads.
public final class OwnRightsEndpoints implements OwnRoutes {
  private static final String PATH = "/mijn/v1/betrokkenenverzoeken";

  private static final String JSON = "application/json";
  private static final Language DUTCH = Language.NL;
  private static final String[] LANGUAGES =
      Arrays.stream(Language.values()).map(Language::tag).toArray(String[]::new);

  private final AnswerPages answers;
  private final OwnAccess access;

  /// @param answers knows what may be seen of what was asked
  /// @param access asks an organisation for all that it gave and got
  public OwnRightsEndpoints(AnswerPages answers, OwnAccess access) {
    this.answers = answers;
    this.access = access;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, PATH, "", door.person(this::list));
    web.add(router, GET, PATH + "/:id", "", door.person(this::one));
    web.add(router, POST, PATH, JSON, door.person(this::ask));
  }

  /// Nothing of a session counts here.
  private static Visitor visitor(SignedIn who) {
    return new Visitor(who, DUTCH, false, "");
  }

  /// Every time is a look of its own, so each has a word of its own.
  private Reply ask(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    fields.oneOf("soort", RequestKind.INZAGE.code());
    var holder = fields.text("bij");
    if (!Oin.isOin(holder)) {
      fields.fault("bij", "Dit is geen OIN.", "Geef het OIN van de organisatie: twintig cijfers.");
    }
    var language = fields.has("taal") ? fields.oneOf("taal", LANGUAGES) : DUTCH.tag();
    fields.done();
    var visitor =
        new Visitor(who, Language.of(language).orElse(DUTCH), false, UUID.randomUUID().toString());
    var asked = access.ask(visitor, new Oin(holder), request.at());
    if (asked.isEmpty()) {
      return Problem.notThere();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var ids = body.putArray("verzoeken");
    asked.forEach(ids::add);
    return Reply.json(201, body);
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var at : answers.all(visitor(who), request.at()).children()) {
      var told = children.addObject().put("uzelf", at.child().self()).putArray("verzoeken");
      at.requests().forEach(one -> told.add(told(one)));
    }
    return Reply.json(200, body);
  }

  private Reply one(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    var whole =
        id.isEmpty()
            ? Optional.<AnswerPages.Whole>empty()
            : answers.one(visitor(who), id.get(), request.at());
    return whole.map(one -> Reply.json(200, told(one))).orElseGet(Problem::notThere);
  }

  private static ObjectNode told(AnswerPages.One one) {
    var request = one.request();
    var told = JsonNodeFactory.instance.objectNode().put("id", request.id().toString());
    told.put("soort", request.kind().code());
    told.put("stand", one.stand().substring(one.stand().lastIndexOf('.') + 1));
    told.set("bij", told(one.holder()));
    request.counter().ifPresent(counter -> told.put("loket", counter.code()));
    told.put("gesteldOp", day(request.askedAt()));
    told.put("uiterlijk", day(request.due()));
    return told.put("dagenTeLaat", one.daysLate());
  }

  private static ObjectNode told(AnswerPages.Whole whole) {
    var told = told(whole.one());
    told.set("van", told(whole.about().from()));
    whole.about().to().ifPresent(to -> told.set("aan", told(to)));
    told.put("zin", whole.about().sentence()).put("woorden", whole.said());
    told.put("houdtTegen", whole.one().request().stop().isPresent());
    var steps = told.putArray("stappen");
    for (var step : whole.steps()) {
      var one = steps.addObject().put("stap", step.step().kind().code());
      one.put("op", day(step.step().at())).put("woorden", step.words());
      step.step().due().ifPresent(due -> one.put("uiterlijk", day(due)));
    }
    var receivers = told.putArray("ontvangers");
    for (var receiver : whole.receivers()) {
      var one = receivers.addObject().put("stand", receiver.stand());
      one.put("dag", day(receiver.day())).set("wie", told(receiver.who()));
    }
    return told;
  }

  /// The day alone, for everybody: an hour tells when some office is open.
  private static String day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate().toString();
  }

  private static ObjectNode told(Who who) {
    var told = JsonNodeFactory.instance.objectNode().put("soort", who.sort().key());
    who.name().ifPresent(name -> told.put("naam", name));
    who.role().ifPresent(role -> told.put("rol", role.code()));
    return told;
  }
}
