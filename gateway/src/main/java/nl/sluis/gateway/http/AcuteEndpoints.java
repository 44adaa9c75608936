package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.acuut.HandoverLetters;
import nl.sluis.gateway.acuut.Report;
import nl.sluis.gateway.desk.AcuteDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.exchange.Phones;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// How a report of acute danger stands, and that a person at Veilig Thuis read it.
public final class AcuteEndpoints implements PartnerRoutes {
  private static final int LONGEST = 80;

  private final AcuteDesk desk;
  private final HandoverLetters handovers;
  private final Sequencer sequencer;

  /// @param desk knows the reports
  /// @param handovers make the note for the Veilig Thuis of another region
  public AcuteEndpoints(AcuteDesk desk, HandoverLetters handovers, Sequencer sequencer) {
    this.desk = desk;
    this.handovers = handovers;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/acute-meldingen/:id", "", door.partner(this::look));
    web.add(
        router,
        POST,
        "/v1/acute-meldingen/:id/bevestigingen",
        "application/json",
        door.partner(this::confirm));
  }

  private Optional<Report> find(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.find(partner.peer().oin(), id.get());
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    return find(partner, request)
        .map(report -> Reply.json(200, told(partner, report, request.at())))
        .orElseGet(Problem::notThere);
  }

  /// Only the receiver sees that it must hand over: its sender learns nothing of where a child
  /// lives.
  private ObjectNode told(Authenticated partner, Report report, Instant now) {
    var body = told(report, now);
    if (partner.peer().oin().equals(report.to().oin())) {
      handovers.of(report.transaction()).ifPresent(note -> body.put("overdracht", note));
    }
    return body;
  }

  private static ObjectNode told(Report report, Instant now) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("transactie", report.transaction().toString());
    body.put("toestand", report.confirmed().isPresent() ? "bevestigd" : "onbevestigd");
    body.put("ontvangenOp", report.received().toString());
    report.delivered().ifPresent(at -> body.put("bezorgdOp", at.toString()));
    report
        .confirmed()
        .ifPresent(
            at -> {
              body.put("bevestigdOp", at.toString());
              var took = Duration.between(report.received(), at);
              body.put("secondenTotBevestiging", took.toSeconds());
            });
    body.put("nadocumentatieVoor", report.received().plus(Report.AFTERWARDS).toString());
    body.put("belNu", report.isLate(now));
    return Phones.on(body);
  }

  private Reply confirm(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var function = fields.text("functie");
    if (function.isBlank() || function.length() > LONGEST) {
      fields.fault(
          "functie",
          "Er staat niet welke functie de mens heeft die de melding las",
          "Noem de functie in ten hoogste tachtig tekens");
    }
    fields.done();
    var report = find(partner, request);
    if (report.isEmpty()) {
      return Problem.notThere();
    }
    var work = desk.confirm(partner.peer().oin(), party.orElseThrow(), report.get(), function);
    var outcome = Door.await(sequencer.submit(work));
    return outcome instanceof Outcome.Done ? Reply.empty() : Outcomes.reply(outcome, "id");
  }
}
