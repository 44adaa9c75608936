package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.gateway.decision.DecisionJson;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.QuestionDesk;
import nl.sluis.gateway.desk.QuestionDesk.Said;
import nl.sluis.gateway.desk.QuestionDesk.Semantic;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Explanation;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.question.Question;

/// "May I?", in the shape of the AuthZEN Authorization API 1.0: a question about the convenant and
/// stated facts, never about a child, and never with content.
final class AccessEndpoints {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST = 100;
  private static final String ROW = "evaluations";

  private final Sequencer sequencer;
  private final QuestionDesk questions;
  private final String issuer;

  AccessEndpoints(Sequencer sequencer, QuestionDesk questions, String issuer) {
    this.sequencer = sequencer;
    this.questions = questions;
    this.issuer = issuer;
  }

  /// Where the questions can be asked, for a client that reads it.
  Reply configuration() {
    return Reply.json(
        200,
        JSON.objectNode()
            .put("policy_decision_point", issuer)
            .put("access_evaluation_endpoint", issuer + "/access/v1/evaluation")
            .put("access_evaluations_endpoint", issuer + "/access/v1/evaluations"));
  }

  Reply evaluation(Authenticated partner, Request request) throws InputFault {
    return one(partner, request, request.json());
  }

  private Reply one(Authenticated partner, Request request, ObjectNode body) throws InputFault {
    var question = new AccessQuestion(request.at()).read(body, "");
    return Reply.json(200, json(ask(partner, List.of(question), Semantic.EXECUTE_ALL).getFirst()));
  }

  /// A row of questions; without a row it is one question, as AuthZEN has it.
  Reply evaluations(Authenticated partner, Request request) throws InputFault {
    var body = request.json();
    var row = body.path(ROW);
    if (row.isMissingNode() || (row.isArray() && row.isEmpty())) {
      body.remove(List.of(ROW, "options"));
      return one(partner, request, body);
    }
    var semantic = semantic(body);
    var questions = new ArrayList<Question>();
    var faults = new ArrayList<InputFault.Field>();
    if (!row.isArray() || row.size() > MOST) {
      throw Problem.fault(
          ROW, "Dit is geen lijst van ten hoogste honderd", "Stuur een JSON-lijst van vragen");
    }
    for (int i = 0; i < row.size(); i++) {
      var path = ROW + "[" + i + "]";
      if (!row.get(i).isObject()) {
        throw Problem.fault(path, "Dit is geen object", "Stuur een JSON-object");
      }
      try {
        var whole = AccessQuestion.withDefaults(body, row.get(i));
        questions.add(new AccessQuestion(request.at()).read(whole, path));
      } catch (InputFault fault) {
        faults.addAll(fault.fields());
      }
    }
    if (!faults.isEmpty()) {
      throw new InputFault(faults);
    }
    var answers = JSON.objectNode();
    var list = answers.putArray(ROW);
    ask(partner, questions, semantic).forEach(said -> list.add(json(said)));
    return Reply.json(200, answers);
  }

  /// Reads the options, and sees that nothing stands beside the row that nobody reads.
  private static Semantic semantic(ObjectNode body) throws InputFault {
    var fields = new Fields(body);
    for (var part : List.of("subject", "action", "resource", "context", ROW)) {
      fields.skip(part);
    }
    var words = new ArrayList<String>();
    for (var semantic : Semantic.values()) {
      words.add(semantic.name().toLowerCase(Locale.ROOT));
    }
    var word = fields.object("options").oneOf("evaluations_semantic", words.toArray(String[]::new));
    fields.done();
    return Semantic.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private List<Said> ask(Authenticated partner, List<Question> asked, Semantic semantic) {
    return Door.await(sequencer.submit(questions.answer(partner.peer().oin(), asked, semantic)));
  }

  private static ObjectNode json(Said said) {
    var told = Explanation.forSender(said.decision(), said.convenant());
    var answer = JSON.objectNode().put("decision", said.isYes());
    var context = answer.putObject("context");
    context.put("uitkomst", told.outcome().name());
    context.put("regel", told.ruleId());
    context.set("convenant", DecisionJson.version(said.convenant()));
    if (said.convenant().status() == Convenant.Status.VOORBEELD) {
      context.put("voorbeeld", true);
    }
    context.set("artikelen", QuestionJson.words(told.articles()));
    if (said.decision() instanceof Permit permit) {
      context.set("vrijgegeven", QuestionJson.words(permit.released()));
      context.set("verplichtingen", QuestionJson.words(told.obligations()));
    }
    reason(context.putObject("reason"), told);
    return answer;
  }

  /// Why, in Dutch, with the codes and with what is missing.
  private static void reason(ObjectNode reason, Explanation told) {
    var lines = new ArrayList<>(told.reasons());
    lines.addAll(told.withheld());
    var sentences = new StringBuilder(told.sentence());
    lines.forEach(line -> sentences.append(' ').append(line.uitleg()));
    reason.put("nl", sentences.toString());
    var codes = reason.putArray("codes");
    lines.stream().map(Explanation.Line::code).distinct().forEach(codes::add);
    var missing = reason.putArray("ontbreekt");
    for (var line : lines) {
      missing
          .addObject()
          .put("code", line.code())
          .put("over", line.about())
          .put("uitleg", line.uitleg())
          .put("watNu", line.watNu());
    }
  }
}
