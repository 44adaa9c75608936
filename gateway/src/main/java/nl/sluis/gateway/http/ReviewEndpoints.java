package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.gateway.desk.ReviewDesk;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// Looking back at what went out for safety's sake.
public final class ReviewEndpoints implements PartnerRoutes {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 2_000;
  private static final int LONGEST_WORD = 80;
  private static final Pattern RULE = Pattern.compile("X\\d{2}[a-z]?|geen");

  /// The five questions of a review (domain 3.7), each answered with yes or no.
  private static final List<String> QUESTIONS =
      List.of(
          "juisteOntvanger",
          "noodzaakPerCategorie",
          "stappenOfReden",
          "gezinGeinformeerdOfUitstel",
          "dossierVolledig");

  private final ReviewDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what must be looked back at
  public ReviewEndpoints(ReviewDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/nacontroles/:id", "", door.partner(this::look));
    web.add(
        router,
        POST,
        "/v1/nacontroles/:id/oordelen",
        "application/json",
        door.partner(this::judge));
  }

  private Optional<Review> find(Authenticated partner, Request request) throws SQLException {
    var id = request.id();
    return id.isEmpty() ? Optional.empty() : desk.find(partner.peer().oin(), id.get());
  }

  private Reply look(Authenticated partner, Request request) throws SQLException {
    return find(partner, request)
        .map(review -> told(review, request.at()))
        .orElseGet(Problem::notThere);
  }

  private static Reply told(Review review, Instant now) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("transactie", review.transaction().toString());
    body.put("regel", review.rule()).put("acuut", review.acute());
    var nearest = review.nearest();
    body.putObject("naasteRegel").put("regel", nearest.rule()).put("stondInDeWeg", nearest.lack());
    body.put("geopendOp", review.opened().toString());
    body.put("uiterlijk", review.due().toString());
    body.put("teLaat", review.judged().isEmpty() && now.isAfter(review.due()));
    review
        .judged()
        .ifPresent(
            judged ->
                body.put("uitkomst", judged.verdict().code())
                    .put("regelGemist", judged.missingRule())
                    .put("beoordeeldOp", judged.at().toString()));
    return Reply.json(200, body);
  }

  private Reply judge(Authenticated partner, Request request) throws InputFault, SQLException {
    var fields = request.fields();
    var party = fields.party("namens");
    var reviewer = fields.object("beoordelaar");
    var id = word(reviewer, "id", "Er staat niet wie terugkeek");
    var function = word(reviewer, "functie", "Er staat niet in welke functie");
    var verdict = fields.oneOf("uitkomst", Verdict.codes().toArray(String[]::new));
    if (fields.text("uitkomst").isEmpty()) {
      fields.fault("uitkomst", "De uitkomst ontbreekt", "Kies uit " + Verdict.codes());
    }
    var questions = fields.object("vragen");
    var answers = new TreeMap<String, Boolean>();
    for (var question : QUESTIONS) {
      answers.put(question, questions.oneOf(question, "nee", "ja").equals("ja"));
      if (questions.text(question).isEmpty()) {
        questions.fault(question, "Deze vraag is niet beantwoord", "Antwoord met ja of nee");
      }
    }
    var missing = fields.text("regelGemist");
    if (!RULE.matcher(missing).matches()) {
      fields.fault(
          "regelGemist",
          "Er staat niet welke regel van het convenant hier het dichtst bij kwam en ontbrak",
          "Noem de regel, zoals X07, of schrijf `geen`");
    }
    var why = fields.text("toelichting");
    if (why.length() < SHORTEST || why.length() > LONGEST) {
      fields.fault(
          "toelichting", "De toelichting is te kort of te lang", "Schrijf 20 tot 2000 tekens");
    }
    fields.done();
    var review = find(partner, request);
    if (review.isEmpty()) {
      return Problem.notThere();
    }
    var draft =
        new ReviewDesk.Draft(
            desk.reviewer(review.get().from().oin(), id),
            function,
            Verdict.of(verdict).orElseThrow(),
            answers,
            missing,
            why);
    var work = desk.judge(partner.peer().oin(), party.orElseThrow(), review.get(), draft);
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  private static String word(Fields fields, String name, String missing) {
    var word = fields.text(name);
    if (word.isBlank() || word.length() > LONGEST_WORD) {
      fields.fault(name, missing, "Schrijf ten hoogste tachtig tekens");
    }
    return word;
  }
}
