package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.sight.OwnConsents.Line;
import nl.sluis.gateway.bewijs.OwnExport;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.HelpingDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.MergeDesk;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.PartyRole;

/// What a parent, guardian or young person does after logging in: see, decide, take back.
public final class OwnEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";

  private final OwnDesk desk;
  private final LetterDesk letters;
  private final HelpingDesk helping;
  private final MergeDesk merges;
  private final Sequencer sequencer;
  private final CurrentLaw law;
  private final OwnExport export;

  /// @param helping knows who asked whom for help
  /// @param law the words of the convenant
  /// @param export puts what is seen in a form for programs
  public OwnEndpoints(
      OwnDesk desk,
      LetterDesk letters,
      HelpingDesk helping,
      MergeDesk merges,
      Sequencer sequencer,
      CurrentLaw law,
      OwnExport export) {
    this.desk = desk;
    this.letters = letters;
    this.helping = helping;
    this.merges = merges;
    this.sequencer = sequencer;
    this.law = law;
    this.export = export;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    var asked = "/mijn/v1/toestemmingen";
    web.add(router, GET, asked, "", door.person(this::list));
    web.add(router, POST, asked + "/:id/verklaringen", JSON, door.person(this::statement));
    web.add(router, POST, asked + "/:id/intrekkingen", JSON, door.person(this::withdrawal));
    web.add(router, POST, "/mijn/v1/koppelingen", JSON, door.person(this::enter));
    web.add(router, POST, "/mijn/v1/samenvoegingen", JSON, door.person(this::merge));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var form = OwnExport.Form.asked(request.accept());
    if (form.isPresent()) {
      var body = export.of(who, form.get(), request.at());
      return new Reply(200, form.get().mediaType(), body, Map.of());
    }
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var one = children.addObject().put("kind", merges.word(who, child.subject()));
      one.put("uzelf", child.self());
      var asked = one.putArray("toestemmingen");
      child.lines().forEach(line -> asked.add(line(line, child.cover(), law, request.at())));
    }
    return Reply.json(200, body);
  }

  /// One question as the person sees it who looks.
  static ObjectNode line(Line line, Cover cover, CurrentLaw law, Instant at) {
    var ask = line.ask();
    var words = law.now().couldGovern(ask.sender(), ask.receiver(), at).getFirst();
    var one = JsonNodeFactory.instance.objectNode().put("id", ask.id().toString());
    one.put("doel", ask.purpose().code());
    one.put("zin", words.purposes().getOrDefault(ask.purpose(), ""));
    one.set("van", party(ask.sender(), words, cover));
    one.set("aan", party(ask.receiver(), words, cover));
    var categories = one.putArray("categorieen");
    ask.categories().stream()
        .sorted()
        .forEach(
            c ->
                categories
                    .addObject()
                    .put("code", c.name())
                    .put("naam", words.labels().getOrDefault(c, "")));
    one.put("geldigTot", ask.validUntil().toString()).put("eenmalig", ask.oneOff());
    one.putObject("tekst").put("hash", line.shown().hash()).put("taal", line.shown().language());
    line.complete().ifPresent(all -> one.put("stand", all ? "compleet" : "in-behandeling"));
    var own = one.putArray("zelfGezegd");
    line.own().forEach(event -> own.add(said(event, cover)));
    ShownLate.tell(one, line.since());
    return one;
  }

  /// An organisation as people know it; of what is covered no more than its sort.
  static ObjectNode party(PartyRole party, Convenant words, Cover cover) {
    var one = JsonNodeFactory.instance.objectNode();
    if (!cover.closed()) {
      one.put("oin", party.oin().value()).put("rol", party.role().code());
    }
    return one.put("naam", cover.dutch(party, words));
  }

  private static ObjectNode said(ConsentEvent event, Cover cover) {
    var one =
        JsonNodeFactory.instance
            .objectNode()
            .put("uitspraak", event.type().said().orElse("anders"));
    event.channel().ifPresent(channel -> one.put("kanaal", channel.code()));
    one.put("tijdstip", cover.at(event.occurredAt()).toString());
    if (!event.categories().isEmpty()) {
      var categories = one.putArray("categorieen");
      event.categories().stream().sorted().forEach(c -> categories.add(c.name()));
    }
    return one;
  }

  private Reply statement(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var utterance = fields.text("uitspraak");
    var noExplained = fields.flag("gevolgenVanNeeGelezen");
    var withdrawalExplained = fields.flag("intrekkenGelezen");
    fields.done();
    var ask = ask(who, request);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    return Outcomes.reply(
        Door.await(
            sequencer.submit(
                desk.say(who, ask.get(), utterance, noExplained, withdrawalExplained))),
        "id");
  }

  private Reply withdrawal(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var categories = fields.texts("categorieen");
    fields.done();
    var ask = ask(who, request);
    if (ask.isEmpty()) {
      return Problem.notThere();
    }
    return Outcomes.reply(
        Door.await(sequencer.submit(desk.withdraw(who, ask.get(), categories))), "id");
  }

  private Optional<ConsentAsk> ask(SignedIn who, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.ask(who, id.get(), request.at());
  }

  private Reply enter(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var code = fields.text("code");
    fields.done();
    var helps = helping.accept(who, code, request.at(), sequencer);
    return Outcomes.reply(
        helps.isPresent() ? helps.get() : letters.enter(who, code, request.at(), sequencer), "id");
  }

  private Reply merge(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var one = fields.text("kind");
    var other = fields.text("zelfdeAls");
    fields.done();
    var work = merges.byPerson(who, one, other);
    return work.isEmpty()
        ? Problem.notThere()
        : Outcomes.reply(Door.await(sequencer.submit(work.get())), "id");
  }
}
