package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.desk.HelpReviewDesk;
import nl.sluis.gateway.desk.TaskDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.token.Authenticated;

/// Looking back at a help at a desk, by somebody else than who helped. May be shared between
/// threads.
public final class HelpReviewEndpoints implements PartnerRoutes {
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST = 1_000;

  private final Sequencer sequencer;
  private final HelpReviewDesk desk;
  private final TaskDesk tasks;

  /// @param desk puts it on record
  /// @param tasks knows whose task it is
  public HelpReviewEndpoints(Sequencer sequencer, HelpReviewDesk desk, TaskDesk tasks) {
    this.sequencer = sequencer;
    this.desk = desk;
    this.tasks = tasks;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(
        router, POST, "/v1/taken/:id/nakijkingen", "application/json", door.partner(this::review));
  }

  private Reply review(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
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
    var outcome = fields.oneOf("uitkomst", HelpReviewDesk.OUTCOMES.toArray(String[]::new));
    var why = fields.text("toelichting");
    if (why.isBlank() || why.length() > LONGEST) {
      fields.fault("toelichting", "Er staat niet wat u zag", "Schrijf ten hoogste duizend tekens");
    }
    fields.done();
    var task = request.id();
    var open =
        task.isEmpty()
            ? Optional.<OpenTask>empty()
            : tasks.find(task.get(), party.orElseThrow().oin());
    if (open.isEmpty()) {
      return Problem.notThere();
    }
    var review = new HelpReviewDesk.Review(id, function, outcome, why);
    var work = desk.review(partner.peer().oin(), party.orElseThrow(), open.get(), review);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
