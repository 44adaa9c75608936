package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import nl.sluis.gateway.normen.LineDesk;
import nl.sluis.gateway.normen.Question;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// An organisation reads its own lines, by the LDV extension for reading 1.1: its words are in
/// English because the standard's are. What is asked stands in the body, never in an address. May
/// be shared between threads.
public final class LineEndpoints implements PartnerRoutes {
  private static final int LONGEST = 300;
  private static final String ASK = "Vraag om een `traceId`, een `dpl.core.processing_activity_id`";

  private final LineDesk desk;
  private final Sequencer sequencer;

  /// @param desk finds the lines
  /// @param sequencer writes down who looked
  public LineEndpoints(LineDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(
        router,
        POST,
        "/v1/logboek/processing-activities",
        "application/json",
        door.partner(this::read));
  }

  private Reply read(Authenticated partner, Request request) throws InputFault, SQLException {
    var organisation = partner.peer().oin();
    var page = desk.read(organisation, question(request));
    // The look is on record before anything of it is told.
    Door.await(sequencer.submit(desk.seen(organisation, page)));
    return Reply.json(200, page.body());
  }

  private static Question question(Request request) throws InputFault {
    var fields = request.fields();
    var trace = text(fields, "traceId", word -> Question.trace(word).isPresent(), "een UUID");
    var activity =
        text(fields, "dpl.core.processing_activity_id", word -> word.length() <= LONGEST, "korter");
    var subject =
        text(fields, "dpl.core.data_subject_id", word -> word.length() <= LONGEST, "korter");
    // The kind says how the number is meant; there is one kind here.
    text(fields, "dpl.core.data_subject_id_type", word -> word.length() <= LONGEST, "korter");
    var from = instant(fields, "startTime", Instant.EPOCH);
    var until = instant(fields, "endTime", request.at());
    if (trace.isEmpty() && activity.isEmpty() && subject.isEmpty()) {
      fields.fault(
          "traceId", "Er is niet gezegd welke regels", ASK + " of een `dpl.core.data_subject_id`");
    }
    fields.done();
    return new Question(trace.flatMap(Question::trace), activity, subject, from, until);
  }

  private static Optional<String> text(
      Fields fields, String name, Predicate<String> fits, String form) {
    var word = fields.text(name);
    if (!word.isEmpty() && !fits.test(word)) {
      fields.fault(name, "Deze waarde heeft niet de goede vorm", "Stuur " + form);
    }
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private static Instant instant(Fields fields, String name, Instant otherwise) {
    var word = fields.text(name);
    if (word.isEmpty()) {
      return otherwise;
    }
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException _) {
      fields.fault(name, "Dit is geen tijdstip", "Schrijf het als 2026-11-23T09:00:00Z");
      return otherwise;
    }
  }
}
