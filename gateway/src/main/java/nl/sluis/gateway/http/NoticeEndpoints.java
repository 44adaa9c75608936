package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeAnswer;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.NoticeDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;

/// What somebody who logged in was told of what is on record, and the answer: seen, or not so.
public final class NoticeEndpoints implements OwnRoutes {
  private static final String JSON = "application/json";

  private final NoticeDesk desk;
  private final Sequencer sequencer;
  private final SubjectReference references;

  /// @param desk knows who may see what
  /// @param references tells the code that stands for an identifier
  public NoticeEndpoints(NoticeDesk desk, Sequencer sequencer, SubjectReference references) {
    this.desk = desk;
    this.sequencer = sequencer;
    this.references = references;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, "/mijn/v1/kennisgevingen", "", door.person(this::list));
    web.add(
        router, POST, "/mijn/v1/kennisgevingen/:id/antwoorden", JSON, door.person(this::answer));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : desk.look(who, request.at())) {
      var one = children.addObject().put("uzelf", child.self());
      var notices = one.putArray("kennisgevingen");
      child.lines().forEach(notice -> notices.add(notice(notice, child.cover(), request.at())));
    }
    return Reply.json(200, body);
  }

  private ObjectNode notice(Notice notice, Cover cover, Instant at) {
    var one =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", notice.id().toString())
            .put("soort", notice.kind().code())
            .put("zin", sentence(notice.kind()))
            .put("op", cover.at(notice.givenAt()).toString());
    // A code is good for minutes: the day of its end would say that it is over.
    notice
        .answerBy()
        .filter(_ -> !cover.closed() || notice.kind() != NoticeKind.AANWEZIGHEIDSCODE)
        .ifPresent(until -> one.put("uiterlijk", cover.at(until).toString()));
    notice.ask().ifPresent(ask -> one.put("toestemming", ask.id().toString()));
    notice.matter().ifPresent(matter -> one.put("over", matter.toString()));
    if (notice.kind() == NoticeKind.AANWEZIGHEIDSCODE
        && notice.answerBy().filter(at::isBefore).isPresent()) {
      notice.matter().ifPresent(id -> one.put("code", references.presenceCode(id)));
    }
    var answers = one.putArray("antwoorden");
    notice.answers().stream().sorted().forEach(answer -> answers.add(answer.code()));
    return one;
  }

  private static String sentence(NoticeKind kind) {
    return switch (kind) {
      case UITNODIGING_LEEFTIJD ->
          "U bent binnenkort jarig. Vanaf die dag is uw eigen ja nodig voor wat er over u wordt"
              + " gedeeld. Wat een ander eerder zei is dan niet meer genoeg.";
      case AKKOORD_GENOEMD ->
          "De andere ouder zei ja, en zei dat u het ermee eens bent. Klopt dat niet? Zeg het hier."
              + " Dan stopt het meteen.";
      case VERKLARING_VASTGELEGD ->
          "Er is opgeschreven dat u ja zei. Klopt dat niet? Zeg het hier. Dan stopt het meteen.";
      case GESPREK_GENOEMD -> "Er is opgeschreven dat er met u is gesproken.";
      case TOESTEMMING_GEEINDIGD -> "Een toestemming geldt niet meer.";
      case VERZOEK -> "Er is een vraag voor u.";
      case MEEKIJKEN -> "De jongere laat u meekijken, tot de jongere dat stopt of 18 wordt.";
      case AANWEZIGHEIDSCODE ->
          "Iemand wil opschrijven wat u zegt, en vroeg een code aan. Zit u er niet bij? Geef de"
              + " code dan aan niemand.";
      case LEESSTUK ->
          "Er ligt een tekst over uw kind of over u. U kunt haar lezen voordat zij weggaat.";
      case LEESSTUK_OP_PAPIER ->
          "Er is opgeschreven dat u een tekst op papier las, en wat u ervan vond. Klopt dat niet?"
              + " Zeg het bij die tekst. Dan gaat zij niet weg.";
      case DATALEK ->
          "Er ging iets mis met gegevens over uw kind of over u. Zij kwamen bij iemand die ze niet,"
              + " of niet zo, had mogen krijgen. Bij Wie kreeg gegevens staat wie wat kreeg en wie"
              + " u kunt bellen.";
      case EVALUATIE ->
          "U mag zeggen of de hulp past. Dat hoeft niet, en zegt u niets, dan gebeurt er niets.";
    };
  }

  private Reply answer(SignedIn who, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var word = NoticeAnswer.of(fields.text("antwoord"));
    if (word.isEmpty()) {
      fields.fault("antwoord", "Dit antwoord bestaat niet", "Kies gezien of klopt-niet");
    }
    fields.done();
    var id = request.id();
    var subject = id.isEmpty() ? id : desk.subject(id.get());
    if (subject.isEmpty()) {
      return Problem.notThere();
    }
    var work =
        switch (word.orElseThrow()) {
          case GEZIEN -> desk.seen(who, subject.get(), id.orElseThrow());
          case KLOPT_NIET -> desk.denied(who, subject.get(), id.orElseThrow());
        };
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }
}
