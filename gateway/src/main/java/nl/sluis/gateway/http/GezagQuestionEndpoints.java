package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.desk.CustodyDraft;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.GezagQuestion;
import nl.sluis.gateway.desk.GezagQuestionDesk;
import nl.sluis.gateway.desk.GezagQuestionDesk.Told;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.gezagsbron.Answer.Why;
import nl.sluis.gateway.gezagsbron.Question;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.PartyRole;

/// Where partners with a right to the BSN have the register asked who has gezag. Numbers stand in
/// the body, never in a path or an answer. May be shared between threads.
public final class GezagQuestionEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  private static final String WRONG = "Dit is geen geldig BSN";
  private static final String MEND = "Controleer de negen cijfers";

  private final GezagQuestionDesk desk;
  private final Naming naming;

  /// @param naming keys the words for people and for staff
  public GezagQuestionEndpoints(GezagQuestionDesk desk, Naming naming) {
    this.desk = desk;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/gezagsgegevens/opvragingen", JSON, door.partner(this::ask));
  }

  private Reply ask(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    boolean usable =
        reference
            .filter(r -> r.kind() == ReferenceKind.BSN && Question.isNumber(r.value()))
            .isPresent();
    if (reference.isPresent() && !usable) {
      fields.fault("betrokkene", WRONG, "Gezag is alleen op te vragen met soort `bsn`");
    }
    var words = new HashMap<Hmac, String>();
    var people = new HashMap<String, Hmac>();
    for (var known : fields.objects("personen")) {
      people(known, party, people, words);
    }
    var acting = fields.object("handelend");
    var staff = acting.text("id");
    if (staff.isBlank()) {
      acting.fault("id", "Wie dit doet ontbreekt", "Noem uw eigen aanduiding van die medewerker");
    }
    fields.done();
    return reply(
        desk.ask(
            new GezagQuestion(
                partner.peer().oin(),
                party.orElseThrow(),
                naming.alias(party, reference),
                Question.of(reference.orElseThrow().value(), people),
                staff,
                naming.employee(party, staff))),
        words);
  }

  /// One human being has one word, and one word one human being.
  private void people(
      Fields known, Optional<PartyRole> party, Map<String, Hmac> people, Map<Hmac, String> words) {
    var word = known.text("persoon");
    var number = known.text("bsn");
    if (!Question.isNumber(number)) {
      known.fault("bsn", WRONG, MEND);
      return;
    }
    var label = naming.person(party, word);
    if (word.isBlank() || words.put(label, word) != null) {
      known.fault("persoon", "Ieder heeft een eigen woord", "Noem ieder één keer");
    }
    if (people.put(number, label) != null) {
      known.fault("bsn", "Dit nummer staat er twee keer", "Noem ieder één keer");
    }
  }

  private static Reply reply(Told told, Map<Hmac, String> words) {
    return switch (told) {
      case Told.Refused(Outcome why) -> Outcomes.reply(why, "id");
      case Told.NoAnswer() -> Problem.noAnswerOnGezag();
      case Told.ToPeople(Outcome outcome) -> {
        var reply = Outcomes.reply(outcome, "id");
        yield outcome instanceof Outcome.Done
            ? new Reply(202, reply.contentType(), reply.body(), reply.headers())
            : reply;
      }
      case Told.Answered(Outcome.Done done, CustodyDraft fact, var why) ->
          Reply.json(201, body(done, fact, why, words));
      case Told.Answered(Outcome outcome, CustodyDraft _, var _) -> Outcomes.reply(outcome, "id");
    };
  }

  /// What was recorded, in the words of `/v1/gezagsgegevens`.
  private static ObjectNode body(
      Outcome.Done done, CustodyDraft fact, Optional<Why> why, Map<Hmac, String> words) {
    var custody = fact.custody();
    var body = Outcomes.done(done, "id");
    body.put("situatie", custody.situation()).put("bron", custody.source());
    body.put("geldigVanaf", custody.validFrom()).put("verkregenOp", custody.obtainedAt());
    var holders = body.putArray("houders");
    custody
        .holders()
        .forEach(
            h ->
                holders
                    .addObject()
                    .put("persoon", words.getOrDefault(h.label(), ""))
                    .put("hoedanigheid", h.capacity()));
    why.ifPresent(w -> body.put("reden", w.code()).put("uitleg", w.sentence()));
    return body;
  }
}
