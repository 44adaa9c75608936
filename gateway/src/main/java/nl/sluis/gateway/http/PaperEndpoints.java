package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.PaperDesk;
import nl.sluis.gateway.formulier.Forms;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Age;

/// Letters and forms for people who do it on paper, as PDF. The names of the files tell nothing.
/// May be shared between threads.
public final class PaperEndpoints implements PartnerRoutes {
  private static final String JSON = "application/json";
  static final String LETTER = "brief.pdf";

  /// By which the organisation takes the letter back ([LinkEndpoints]); the code is on paper only.
  static final String LINK = "Sluis-Koppeling";

  private static final String FORM = "formulier.pdf";

  private final Sequencer sequencer;
  private final LetterDesk letters;
  private final PaperDesk desk;
  private final Forms forms;
  private final Naming naming;

  /// @param letters makes the codes
  /// @param desk knows what an organisation may have on paper
  /// @param forms prints it
  public PaperEndpoints(
      Sequencer sequencer, LetterDesk letters, PaperDesk desk, Forms forms, Naming naming) {
    this.sequencer = sequencer;
    this.letters = letters;
    this.desk = desk;
    this.forms = forms;
    this.naming = naming;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, POST, "/v1/koppelingen/brieven", JSON, door.partner(this::letter));
    var answers = "/v1/toestemmingsverzoeken/:id/formulier";
    web.add(router, GET, answers, "", door.partner(this::answers));
    var ask = "/v1/toestemmingen/:id/formulier";
    web.add(router, GET, ask, "", door.partner(this::answer));
    var stop = "/v1/toestemmingen/:id/stopformulier";
    web.add(router, GET, stop, "", door.partner(this::stop));
    var reading = "/v1/leesstukken/:id/formulieren";
    web.add(router, POST, reading, JSON, door.partner(this::reading));
  }

  private Reply letter(Authenticated partner, Request request) throws InputFault {
    var fields = request.fields();
    var party = fields.party("namens");
    var reference = fields.reference("betrokkene");
    var voice = naming.voice(party, fields.text("persoon"));
    var tag = fields.text("taal");
    fields.done();
    var by = party.orElseThrow();
    var alias = naming.alias(party, reference);
    var work = letters.issue(partner.peer().oin(), by, alias, voice, tag);
    var outcome = Door.await(sequencer.submit(work));
    if (!(outcome instanceof Outcome.Done done)) {
      return Outcomes.reply(outcome, "code");
    }
    var until = request.at().atZone(Age.CALENDAR).plusDays(LetterDesk.DAYS).toInstant();
    var paper = forms.invitation(by, done.id(), until, language(tag), request.at());
    return pdf(201, LETTER, paper, Map.of(LINK, done.told().getOrDefault("id", "")));
  }

  private Reply answers(Authenticated partner, Request request) throws InputFault, SQLException {
    var language = asked(request);
    var id = request.id();
    var asks =
        id.isEmpty()
            ? List.<ConsentAsk>of()
            : desk.asked(id.get(), partner.peer().oin(), request.at());
    return asks.isEmpty()
        ? Problem.notThere()
        : form(forms.answers(id.orElseThrow(), asks, language, request.at()));
  }

  private Reply answer(Authenticated partner, Request request) throws InputFault, SQLException {
    var language = asked(request);
    return ask(partner, request)
        .filter(ask -> request.at().isBefore(ask.validUntil()))
        .map(ask -> form(forms.answers(ask.id(), List.of(ask), language, request.at())))
        .orElseGet(Problem::notThere);
  }

  private Reply stop(Authenticated partner, Request request) throws InputFault, SQLException {
    var language = asked(request);
    return ask(partner, request)
        .map(ask -> form(forms.stop(ask, language, request.at())))
        .orElseGet(Problem::notThere);
  }

  private Optional<ConsentAsk> ask(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.ask(id.get(), partner.peer().oin());
  }

  private Reply reading(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var tag = fields.text("taal");
    if (!isOnPaper(tag)) {
      fields.fault("taal", "In deze taal is er geen papier", "Kies nl of en");
    }
    fields.done();
    var id = request.id();
    var piece =
        id.isEmpty() ? Optional.<Piece>empty() : desk.piece(id.get(), party.orElseThrow().oin());
    if (piece.isEmpty() || !request.at().isBefore(piece.get().goodUntil())) {
      return Problem.notThere();
    }
    var work = desk.print(partner.peer().oin(), party.orElseThrow(), piece.get());
    var outcome = Door.await(sequencer.submit(work));
    return outcome instanceof Outcome.Done
        ? printed(piece.get(), language(tag), request.at())
        : Outcomes.reply(outcome, "id");
  }

  private Reply printed(Piece piece, Language language, Instant at) throws SQLException {
    return desk.content(piece)
        .flatMap(content -> forms.readFirst(piece, content, language, at))
        .map(PaperEndpoints::form)
        .orElseGet(Problem::notThere);
  }

  private static Language asked(Request request) throws InputFault {
    var tag = request.query().getOrDefault("taal", Language.NL.tag());
    if (!isOnPaper(tag)) {
      throw Problem.fault("taal", "In deze taal is er geen papier", "Kies nl of en");
    }
    return language(tag);
  }

  private static boolean isOnPaper(String tag) {
    return Language.of(tag).filter(one -> Papers.language(one) == one).isPresent();
  }

  private static Language language(String tag) {
    return Language.of(tag).orElse(Language.NL);
  }

  private static Reply form(byte[] paper) {
    return pdf(200, FORM, paper, Map.of());
  }

  static Reply pdf(int status, String name, byte[] paper, Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return new Reply(status, Papers.MEDIA_TYPE, paper, headers);
  }
}
