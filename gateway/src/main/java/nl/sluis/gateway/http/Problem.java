package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.exchange.Answer;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.person.SignInFault;
import nl.sluis.gateway.token.TokenFault;

/// Turns every way of not succeeding into `application/problem+json` (RFC 9457); nothing else does.
///
/// Each problem has a stable `code`, says what is wrong and what to do, and holds no personal data.
final class Problem {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The header in which FSC names what went wrong.
  static final String FSC_ERROR = "Fsc-Error-Code";

  private static final Map<String, String> NONE = Map.of();

  private Problem() {}

  /// A message that is held or refused, or whose number was used before for other bytes.
  static Reply of(Answer answer) {
    var problem =
        problem(
            switch (answer.kind()) {
              case AANGEHOUDEN -> ProblemCode.AANGEHOUDEN;
              case GEWEIGERD -> ProblemCode.GEWEIGERD;
              case BOTSING -> ProblemCode.JTI_BOTSING;
              case DOORGELATEN -> throw new IllegalArgumentException("what passes is no problem");
            });
    problem.setAll(answer.body());
    if (!answer.receipt().isEmpty()) {
      problem.put("ontvangstbewijs", answer.receipt());
    }
    return reply(problem, NONE);
  }

  /// A message that is not in form, or not signed by who says so.
  static Reply of(MessageFault fault) {
    var code = fault.code();
    var problem = problem(400, code.explanation(), code.code(), code.remedy() + ".");
    if (!fault.about().isEmpty()) {
      problem.put("over", fault.about());
    }
    var list = problem.putArray("fouten");
    for (var part : fault.parts()) {
      var one = part.code();
      tell(list, new InputFault.Field(part.about(), "", ""), one.code())
          .put("uitleg", one.explanation())
          .put("watNu", one.remedy());
    }
    return reply(problem, NONE);
  }

  private static ObjectNode tell(ArrayNode list, InputFault.Field field, String code) {
    return list.addObject()
        .put("veld", field.name())
        .put("plaats", field.pointer())
        .put("code", code);
  }

  /// A certificate that is not accepted.
  static Reply of(PeerFault fault) {
    return reply(problem(403, fault.explanation(), fault.code(), fault.remedy()), NONE);
  }

  /// A signed statement, such as a mandate, that is not accepted.
  static Reply of(JwsFault fault) {
    return statement(fault.getMessage() + ".");
  }

  /// A signed statement that says what it may not, in a Dutch sentence.
  static Reply statement(String sentence) {
    return reply(problem(ProblemCode.VERKLARING_ONJUIST).put("detail", sentence), NONE);
  }

  /// A token that is not given or not accepted.
  static Reply of(TokenFault fault) {
    var problem = problem(fault.status(), fault.explanation(), fault.code(), fault.remedy());
    problem.put("error", fault.oauthError());
    var challenge = "Bearer error=\"" + fault.oauthError() + "\"";
    return reply(problem, fault.status() == 401 ? Map.of("WWW-Authenticate", challenge) : NONE);
  }

  /// A person who is not let in.
  static Reply of(SignInFault fault) {
    var cause = fault.reason();
    return reply(
        problem(401, cause.explanation(), cause.code(), cause.remedy()),
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /// Input that is not in form, with every fault at once.
  static Reply of(InputFault fault) {
    var problem = problem(ProblemCode.INVOER_ONJUIST);
    var list = problem.putArray("fouten");
    for (var field : fault.fields()) {
      tell(list, field, field.code().code())
          .put("uitleg", field.sentence())
          .put("watNu", field.remedy());
    }
    return reply(problem, NONE);
  }

  /// Nothing here, or nothing for this partner: the difference is not told.
  static Reply notThere() {
    return reply(problem(ProblemCode.NIET_GEVONDEN), NONE);
  }

  /// The number of a statement was used before for another.
  static Reply taken() {
    return reply(problem(ProblemCode.JTI_BOTSING), NONE);
  }

  /// The role may not do this.
  static Reply forbidden(Denial why, String detail) {
    return reply(problem(403, "Niet toegestaan", why.code(), detail), NONE);
  }

  /// Too much waits.
  static Reply busy() {
    return reply(problem(ProblemCode.TE_DRUK), Map.of("Retry-After", "1"));
  }

  /// More than the share of this partner.
  ///
  /// @param seconds after which there is room again
  static Reply tooMuch(long seconds) {
    return reply(problem(ProblemCode.TE_VEEL), Map.of("Retry-After", Long.toString(seconds)));
  }

  /// The register of gezag did not answer; nothing changed.
  static Reply noAnswerOnGezag() {
    return reply(problem(ProblemCode.GEZAGSBRON_ONBEREIKBAAR), Map.of("Retry-After", "300"));
  }

  /// The database did not confirm.
  static Reply unavailable() {
    return reply(
        problem(ProblemCode.NIET_VASTGELEGD),
        Map.of("Retry-After", "2", FSC_ERROR, "TRANSACTION_LOG_WRITE_ERROR"));
  }

  /// The number of an FSC transaction is not there, or is none.
  ///
  /// @param error the word of FSC Logging for it
  static Reply fsc(ProblemCode code, String error) {
    return reply(problem(code), Map.of(FSC_ERROR, error));
  }

  /// The gateway lives, and not everything it needs does.
  ///
  /// @param code what is the matter
  static Reply unwell(ProblemCode code) {
    return reply(problem(code), Map.of("Retry-After", "2"));
  }

  /// A defect of ours: no detail, no data.
  static Reply defect() {
    return reply(problem(ProblemCode.STORING), NONE);
  }

  /// A status of the web server itself, such as 413.
  static Reply status(int status) {
    var code =
        switch (status) {
          case 404 -> ProblemCode.NIET_GEVONDEN;
          case 405 -> ProblemCode.METHODE_ONBEKEND;
          case 406 -> ProblemCode.ANTWOORDVORM_ONBEKEND;
          case 408 -> ProblemCode.TE_LANGZAAM;
          case 413 -> ProblemCode.TE_GROOT;
          case 415 -> ProblemCode.SOORT_ONBEKEND;
          default ->
              status >= 400 && status < 500 ? ProblemCode.VERZOEK_ONJUIST : ProblemCode.STORING;
        };
    return reply(problem(code), NONE);
  }

  private static ObjectNode problem(ProblemCode code) {
    return problem(code.status(), code.title(), code.code(), code.detail());
  }

  private static ObjectNode problem(int status, String title, String code, String detail) {
    return JSON.objectNode()
        .put("type", "urn:sluis:fout:" + code)
        .put("status", status)
        .put("title", title)
        .put("detail", detail)
        .put("code", code);
  }

  private static Reply reply(ObjectNode problem, Map<String, String> headers) {
    return new Reply(
        problem.get("status").asInt(), "application/problem+json", problem.toString(), headers);
  }

  /// The faults of the fields of a request, made into one.
  static InputFault fault(String name, String sentence, String remedy) {
    return new InputFault(List.of(new InputFault.Field(name, sentence, remedy)));
  }
}
