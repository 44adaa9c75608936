package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.InquiryDesk;
import nl.sluis.gateway.onderzoek.Inquiry;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Oin;

/// What organisations asked each other about a child, for both sides of it.
public final class InquiryEndpoints implements PartnerRoutes {
  private final InquiryDesk desk;

  /// @param desk knows the questions
  public InquiryEndpoints(InquiryDesk desk) {
    this.desk = desk;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/vragen", "", door.partner(this::list));
  }

  private Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var organisation = PostbusEndpoints.Asked.of(partner, request).receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("vragen");
    for (var one : desk.of(partner.peer().oin(), organisation, request.at())) {
      tell(one, organisation, request.at(), list.addObject());
    }
    return Reply.json(200, body);
  }

  private static void tell(Inquiry one, Oin organisation, Instant now, ObjectNode told) {
    told.put("transactie", one.transaction().toString())
        .put("kant", one.from().oin().equals(organisation) ? "gesteld" : "ontvangen")
        .put("doel", one.purpose().code());
    told.set("van", QuestionJson.party(one.from()));
    told.set("aan", QuestionJson.party(one.to()));
    told.set("gevraagd", QuestionJson.words(one.categories()));
    told.put("gesteldOp", one.askedAt().toString());
    one.due().ifPresent(due -> told.put("uiterlijk", due.toString()));
    told.put("stand", one.standing(now).code());
    one.answer()
        .ifPresent(
            answer ->
                told.putObject("antwoord")
                    .put("transactie", answer.transaction().toString())
                    .put("op", answer.at().toString()));
  }
}
