package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.PartyDraft;
import nl.sluis.consent.desk.Request.Line;
import nl.sluis.consent.desk.RequestDraft;
import nl.sluis.consent.desk.Requests.LineAnswer;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.gateway.desk.RequestDesk;
import nl.sluis.gateway.desk.RequestDesk.Stand;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// One conversation in which several consents are asked: the question, the sheet with the answers,
/// and how far it is. May be shared between threads.
public final class RequestEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final String PATH = "/v1/toestemmingsverzoeken";

  /// What people answer on a sheet, in the words of a statement.
  static final Map<String, String> WORDS =
      Map.of("ja", "gegeven", "nee", "geweigerd", "later", "uitgesteld");

  private final Sequencer sequencer;
  private final RequestDesk desk;
  private final Naming naming;

  /// @param desk knows what was asked
  public RequestEndpoints(Sequencer sequencer, RequestDesk desk, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, PATH, JSON, door.partner(this::put));
    web.add(router, GET, PATH + "/:id", "", door.partner(this::look));
    web.add(router, POST, PATH + "/:id/antwoorden", JSON, door.partner(this::answer));
  }

  private Reply put(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var purposes = fields.oneOrMore("doel");
    var question = fields.text("vraag");
    var newFacts = fields.text("nieuweFeiten");
    var function = fields.text("juridischeFunctie");
    var until = fields.text("geldigTot");
    var oneOff = fields.flag("eenmalig");
    var conditional = fields.flag("voorwaardeVanDienst");
    var text = fields.object("tekst");
    var shown = new ConsentDraft.Text(text.text("versie"), text.text("hash"), text.text("taal"));
    var lines = fields.objects("ontvangers").stream().map(RequestEndpoints::line).toList();
    fields.done();
    var sender =
        new PartyDraft(party.orElseThrow().oin().value(), party.orElseThrow().role().code());
    var proof = proof(question, newFacts, lines);
    var purpose = purposes.stream().filter(Purpose::isPurpose).map(Purpose::new).findFirst();
    var work =
        desk.put(
            partner.peer().oin(),
            party.orElseThrow(),
            naming.alias(party, reference),
            purpose,
            (subject, seals) ->
                new RequestDraft(
                    subject,
                    purposes,
                    sender,
                    lines,
                    function,
                    until,
                    oneOff,
                    shown,
                    conditional,
                    question,
                    newFacts,
                    seals.seal(proof)));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static RequestDraft.Line line(Fields fields) {
    fields.skip("aangevinkt");
    var to = fields.object("aan");
    return new RequestDraft.Line(
        new PartyDraft(to.text("oin"), to.text("rol")),
        fields.texts("categorieen"),
        fields.has("aangevinkt"),
        fields.text("reden"));
  }

  private static ObjectNode proof(String question, String newFacts, List<RequestDraft.Line> lines) {
    var proof = JsonNodeFactory.instance.objectNode().put("vraag", question);
    proof.put("nieuweFeiten", newFacts);
    var reasons = proof.putArray("redenen");
    lines.forEach(line -> reasons.add(line.reason()));
    return proof;
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    var seen =
        id.isEmpty()
            ? Optional.<RequestDesk.Seen>empty()
            : desk.look(id.get(), partner.peer().oin(), request.at());
    return seen.map(RequestEndpoints::told).orElseGet(Problem::notThere);
  }

  private static Reply told(RequestDesk.Seen seen) {
    var asked = seen.request();
    var body = JsonNodeFactory.instance.objectNode().put("id", asked.id().toString());
    body.put("doel", asked.purpose().code()).put("gevraagdOp", asked.askedAt().toString());
    var lines = body.putArray("regels");
    for (int i = 0; i < asked.lines().size(); i++) {
      lines.add(line(asked.lines().get(i), seen.stands().get(i)));
    }
    return Reply.json(200, body);
  }

  private static ObjectNode line(Line line, Stand stand) {
    var one = JsonNodeFactory.instance.objectNode().put("regel", line.number());
    one.putObject("aan")
        .put("oin", line.receiver().oin().value())
        .put("rol", line.receiver().role().code());
    var categories = one.putArray("categorieen");
    line.categories().stream().sorted().forEach(c -> categories.add(c.name()));
    one.put("apart", line.apart());
    line.askId().ifPresent(ask -> one.put("toestemming", ask.toString()));
    switch (stand) {
      case COMPLEET -> one.put("stand", "compleet");
      case NOG_NIET -> one.put("stand", "nog-niet");
      case GEZAG_ONBEKEND ->
          held(
              one, "gezag-onbekend", "Leg vast wie gezag heeft, uit het gezagsregister of de BRP.");
      case GEVER_AFGESCHERMD ->
          held(
              one,
              "gever-afgeschermd",
              "Vraag deze ouder niets en zeg hem niets.",
              "Een rechter kan het ja van die ouder vervangen (BW 1:253a).",
              "Is er een wettelijke weg zonder toestemming, dan kan die.",
              "Overleg met uw aandachtsfunctionaris.");
    }
    return one;
  }

  private static void held(ObjectNode one, String reason, String... routes) {
    one.put("stand", "aangehouden").put("reden", reason);
    var ways = one.putArray("wegen");
    for (var route : routes) {
      ways.add(route);
    }
  }

  private Reply answer(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var sheet = Sheet.read(fields, naming);
    var read = new ArrayList<Read>();
    for (var answer : fields.objects("antwoorden")) {
      read.add(read(answer, read.size(), party));
    }
    fields.done();
    var id = request.id();
    var asked =
        id.isEmpty()
            ? Optional.<nl.sluis.consent.desk.Request>empty()
            : desk.find(id.get(), party.orElseThrow().oin());
    if (asked.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        desk.answer(
            partner.peer().oin(),
            party.orElseThrow(),
            asked.get(),
            (subject, seals) ->
                read.stream().map(one -> one.answer(sheet, seals.seal(sheet.raw()))).toList());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Read read(Fields answer, int place, Optional<PartyRole> party) {
    var word = answer.text("antwoord");
    if (!WORDS.containsKey(word)) {
      answer.fault("antwoord", "Dit antwoord bestaat niet", "Kies ja, nee of later");
    }
    return new Read(
        "antwoorden[" + place + "].",
        answer.number("regel", 1, 12).orElse(0),
        naming.voice(party, answer.text("persoon")),
        WORDS.getOrDefault(word, ""),
        answer.flag("akkoordAndereOuder"),
        answer.texts("categorieen"));
  }

  /// One answer as it stands on the sheet.
  private record Read(
      String field,
      int line,
      Voice voice,
      String utterance,
      boolean otherParentAgrees,
      List<String> categories) {
    LineAnswer answer(Sheet sheet, SealedEvidence evidence) {
      var draft =
          new StatementDraft(
              voice,
              utterance,
              sheet.channel(),
              sheet.at(),
              otherParentAgrees,
              sheet.noExplained(),
              sheet.withdrawalExplained(),
              sheet.proof(),
              evidence);
      return new LineAnswer(field, line, draft.about(categories));
    }
  }
}
