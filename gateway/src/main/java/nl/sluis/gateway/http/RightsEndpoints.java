package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.verzoek.AnswerBySystem;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.gateway.verzoek.StepKind;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.policies.terms.PartyRole;

/// What people ask of an organisation about their own data (AVG 12 to 22), for that organisation:
/// seen, read, extended, answered or refused.
public final class RightsEndpoints implements PartnerRoutes {
  private static final String PATH = "/v1/betrokkenenverzoeken";
  private static final String JSON = "application/json";
  private static final int LONGEST_WORD = 100;
  private static final int SHORTEST = 20;

  private final RightsDesk desk;
  private final AnswerBySystem answers;
  private final Sequencer sequencer;

  /// @param answers knows what was asked of whom, and whether a system may answer it
  public RightsEndpoints(AnswerBySystem answers, Sequencer sequencer) {
    this.desk = answers.desk();
    this.answers = answers;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, PATH, "", door.partner(this::list));
    web.add(router, GET, PATH + "/:id", "", door.partner(this::look));
    web.add(router, POST, PATH + "/:id/lezingen", JSON, door.partner(this::read));
    web.add(router, POST, PATH + "/:id/verlengingen", JSON, door.partner(this::extend));
    web.add(router, POST, PATH + "/:id/antwoorden", JSON, door.partner(this::answer));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("verzoeken");
    for (var one : desk.of(partner.peer().oin())) {
      list.add(told(one, request.at()));
    }
    return Reply.json(200, body);
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty()
        ? Problem.notThere()
        : desk.find(id.get(), partner.peer().oin())
            .map(one -> Reply.json(200, told(one, request.at())))
            .orElseGet(Problem::notThere);
  }

  private static ObjectNode told(SubjectRequest request, Instant now) {
    var told = JsonNodeFactory.instance.objectNode().put("id", request.id().toString());
    told.put("soort", request.kind().code());
    request.counter().ifPresent(counter -> told.put("loket", counter.code()));
    told.put("door", request.person().equals(request.subject()) ? "jongere" : "ouder-of-voogd");
    told.put("gesteldOp", request.askedAt().toString());
    told.put("uiterlijk", request.due().toString());
    told.put("taal", request.language().tag());
    told.put("teLaat", request.daysLate(now) > 0);
    var matter = request.matter();
    told.put("doel", matter.purpose().code());
    told.set("van", QuestionJson.party(matter.from()));
    matter.to().ifPresent(to -> told.set("aan", QuestionJson.party(to)));
    matter.rule().ifPresent(rule -> told.put("regel", rule));
    matter.question().ifPresent(question -> told.put("toestemming", question.toString()));
    var exchanges = told.putArray("transacties");
    matter.exchanges().forEach(exchange -> exchanges.add(exchange.toString()));
    told.put("houdtTegen", request.stop().isPresent());
    var steps = told.putArray("stappen");
    for (var step : request.steps()) {
      steps.addObject().put("stap", step.kind().code()).put("op", step.at().toString());
    }
    return told;
  }

  /// Who speaks, and for whom.
  private record Speaker(PartyRole party, RightsDesk.Said said) {}

  private Speaker speaker(Fields fields, Optional<String> text) throws InputFault {
    var party = fields.party("namens");
    var by = fields.object("door");
    var id = by.text("id");
    var function = by.text("functie");
    if (id.isBlank() || id.length() > LONGEST_WORD) {
      by.fault("id", "Er staat niet wie dit doet", "Schrijf ten hoogste honderd tekens");
    }
    if (function.isBlank() || function.length() > LONGEST_WORD) {
      by.fault("functie", "Er staat niet in welke functie", "Schrijf ten hoogste honderd tekens");
    }
    var words = text.map(fields::text).orElse("").strip();
    if (text.isPresent() && (words.length() < SHORTEST || !RightsDesk.mayBeKept(words))) {
      fields.fault(
          text.get(),
          "Wie het vroeg kan hier niets mee",
          "Schrijf twintig tot tweeduizend tekens, in gewone taal, zonder BSN");
    }
    fields.done();
    return new Speaker(party.orElseThrow(), new RightsDesk.Said(id, function, words));
  }

  private Optional<SubjectRequest> find(Request request, PartyRole party) throws SQLException {
    return request.id().isEmpty() ? Optional.empty() : desk.find(request.id().get(), party.oin());
  }

  private Reply read(Authenticated partner, Request request) throws InputFault, SQLException {
    var by = speaker(request.fields(), Optional.empty());
    var found = find(request, by.party());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.read(partner.peer().oin(), by.party(), found.get(), by.said());
    var outcome = Door.await(sequencer.submit(work));
    if (!(outcome instanceof Outcome.Done)) {
      return Outcomes.reply(outcome, "id");
    }
    var now = desk.find(found.get().id(), by.party().oin()).orElse(found.get());
    return Reply.json(200, told(now, request.at()).put("woorden", desk.asked(now)));
  }

  private Reply extend(Authenticated partner, Request request) throws InputFault, SQLException {
    var by = speaker(request.fields(), Optional.of("reden"));
    var found = find(request, by.party());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.extend(partner.peer().oin(), by.party(), found.get(), by.said());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private Reply answer(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var outcome =
        switch (fields.text("uitkomst")) {
          case "beantwoord" -> Optional.of(StepKind.BEANTWOORD);
          case "toegewezen" -> Optional.of(StepKind.TOEGEWEZEN);
          case "geweigerd" -> Optional.of(StepKind.GEWEIGERD);
          default -> Optional.<StepKind>empty();
        };
    if (outcome.isEmpty()) {
      fields.fault(
          "uitkomst", "Dit woord bestaat hier niet", "Kies uit beantwoord, toegewezen, geweigerd");
    }
    var by = speaker(fields, Optional.of("antwoord"));
    var found = find(request, by.party());
    if (found.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        answers.answer(
            partner.peer().oin(), by.party(), found.get(), outcome.orElseThrow(), by.said());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
