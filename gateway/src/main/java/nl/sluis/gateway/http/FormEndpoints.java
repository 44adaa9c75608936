package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.decision.MeldcodeRecord;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.safety.FormField;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Role;

/// The empty meldcode record of a profession, or the short one for the Raad or a GI, and what is
/// still missing in one that is being filled in. Nothing of it is kept or logged: it is about
/// nobody until it is sent.
public final class FormEndpoints implements PartnerRoutes {
  private static final Set<Role> RECEIVERS = EnumSet.of(Role.VEILIG_THUIS, Role.RVDK, Role.GI_OTS);

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/meldcodeformulieren/:rol", "", door.partner(this::empty));
    web.add(
        router,
        POST,
        "/v1/meldcodeformulieren/:rol/controles",
        "application/json",
        door.partner(this::check));
  }

  private Reply empty(Authenticated partner, Request request) {
    var sender = sender(request);
    var receiver = receiver(request);
    if (sender.isEmpty() || receiver.isEmpty()) {
      return Problem.notThere();
    }
    var body = JsonNodeFactory.instance.objectNode().put("rol", sender.get().code());
    body.put("aan", receiver.get().code());
    fields(body.putArray("velden"), MeldcodeCheck.form(sender.get(), receiver.get()));
    return Reply.json(200, body);
  }

  private static Optional<Role> sender(Request request) {
    return Role.of(request.path().getOrDefault("rol", ""));
  }

  /// For whom the record is; Veilig Thuis when that was not said.
  private static Optional<Role> receiver(Request request) {
    return Role.of(request.query().getOrDefault("aan", Role.VEILIG_THUIS.code()))
        .filter(RECEIVERS::contains);
  }

  private static void fields(ArrayNode list, List<FormField> fields) {
    for (var field : fields) {
      var one = list.addObject().put("veld", field.name());
      one.put("soort", field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.put("verplicht", field.required());
      if (!field.what().isEmpty()) {
        one.put("vraag", field.what());
      }
      if (!field.words().isEmpty()) {
        field.words().forEach(one.putArray("keuzes")::add);
      }
      if (!field.parts().isEmpty()) {
        fields(one.putArray("velden"), field.parts());
      }
    }
  }

  private Reply check(Authenticated partner, Request request) throws InputFault {
    var sender = sender(request);
    var receiver = receiver(request);
    if (sender.isEmpty() || receiver.isEmpty()) {
      return Problem.notThere();
    }
    var state = MeldcodeRecord.state(request.json(), sender.get(), receiver.get(), request.at());
    return Reply.json(200, told(state));
  }

  private static ObjectNode told(MeldcodeState state) {
    var body = JsonNodeFactory.instance.objectNode();
    var missing = body.putArray("ontbreekt");
    switch (state) {
      case MeldcodeState.Acute() -> body.put("stand", "acuut");
      case MeldcodeState.Complete(boolean told) ->
          body.put("stand", "volledig").put("gezinGeinformeerd", told);
      case MeldcodeState.Incomplete(var gaps) -> {
        body.put("stand", "onvolledig");
        gaps.forEach(missing::add);
      }
      case MeldcodeState.Absent() -> body.put("stand", "geen");
    }
    return body;
  }
}
