package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.bereik.ReachLetters;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.TaskDesk;
import nl.sluis.gateway.formulier.Forms;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// Letters to people who chose letters and were not reached: which tasks have them, the letter as
/// PDF, and the day on which it went. May be shared between threads.
public final class ReachLetterEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final String TASK = "/v1/taken/:id";

  private final Sequencer sequencer;
  private final ReachLetters desk;
  private final TaskDesk tasks;
  private final Forms forms;
  private final Naming naming;

  /// @param desk knows for whom there is a letter
  /// @param tasks knows whose task it is
  /// @param forms prints it
  /// @param naming knows who is meant
  public ReachLetterEndpoints(
      Sequencer sequencer, ReachLetters desk, TaskDesk tasks, Forms forms, Naming naming) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.tasks = tasks;
    this.forms = forms;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/onbereikt/brieven", "", door.partner(this::list));
    web.add(router, POST, TASK + "/brieven", JSON, door.partner(this::letter));
    web.add(router, POST, TASK + "/verzendingen", JSON, door.partner(this::posted));
  }

  private Reply list(Authenticated partner, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("brieven");
    for (var one : desk.toWrite(partner.peer().oin(), request.at())) {
      list.addObject()
          .put("taak", one.task().toString())
          .put("over", one.about().toString())
          .put("uiterlijk", one.due().toString())
          .put("aantal", one.number());
    }
    return Reply.json(200, body);
  }

  private Optional<OpenTask> open(Request request, PartyRole party) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : tasks.find(id.get(), party.oin());
  }

  private Reply letter(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var voice = naming.voice(party, fields.text("persoon"));
    fields.done();
    var by = party.orElseThrow();
    var open = open(request, by);
    if (open.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.fetch(partner.peer().oin(), by, open.get(), voice);
    var outcome = Door.await(sequencer.submit(work));
    if (!(outcome instanceof Outcome.Done done)) {
      return Outcomes.reply(outcome, "code");
    }
    var language = Language.of(done.told().getOrDefault(ReachLetters.LANGUAGE, ""));
    var until = request.at().atZone(Age.CALENDAR).plusDays(LetterDesk.DAYS).toInstant();
    var paper = forms.waiting(by, done.id(), until, language.orElse(Language.NL), request.at());
    var link = Map.of(PaperEndpoints.LINK, done.told().getOrDefault("id", ""));
    return PaperEndpoints.pdf(201, PaperEndpoints.LETTER, paper, link);
  }

  private Reply posted(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var day = day(fields.text("verstuurdOp"));
    if (day.isEmpty()) {
      fields.fault("verstuurdOp", "Dit is geen dag", "Schrijf jaar-maand-dag, zoals 2026-11-26");
    }
    fields.done();
    var by = party.orElseThrow();
    var open = open(request, by);
    if (open.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.posted(partner.peer().oin(), by, open.get(), day.orElseThrow());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
