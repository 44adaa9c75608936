package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.ReceiptCheck;

/// The steps by which a person or a partner takes along what stands on record of a consent.
final class ReceiptActions {
  static final ActionKind RECEIPT = ActionKind.ofBlock("haal bewijs", ReceiptActions::receipt);
  static final ActionKind EXPORT =
      ActionKind.ofBlock("neem eigen toestemmingen mee", ReceiptActions::export);

  private static final Map<String, String> FORMS =
      Map.of(
          "gewoon", "application/json",
          "dpv", "application/ld+json",
          "fhir", "application/fhir+json");

  private ReceiptActions() {}

  private static Action receipt(Fields fields, Names names) {
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    var which = fields.text("van", "");
    if (fields.has("door")) {
      var party = names.party(fields.need("door"));
      return new Fetching(
          "%s haalt het bewijs van `%s`".formatted(party, consent),
          scene -> path -> scene.partner(party).get("/v1" + path),
          consent,
          which);
    }
    var who = fields.text("persoon");
    var child = names.child(fields.need("over"));
    return new Fetching(
        "%s van %s haalt het bewijs van `%s`".formatted(who, child, consent),
        scene -> path -> scene.person(child, who).get("/mijn/v1" + path),
        consent,
        which);
  }

  private static Action export(Fields fields, Names names) {
    var who = fields.text("persoon");
    var child = names.child(fields.need("over"));
    var form = fields.text("vorm", "dpv");
    if (!FORMS.containsKey(form)) {
      throw new VoorbeeldFault(fields.place("vorm"), Suggestion.unknown(form, FORMS.keySet()));
    }
    return new Exporting(who, child, form);
  }

  /// Fetches the list, the newest receipt in it, and checks that as anybody could.
  ///
  /// @param which only of what happened so, such as `gegeven`; empty for whatever came last
  private record Fetching(
      String told, Function<Scene, Function<String, Answer>> as, String consent, String which)
      implements Action {
    @Override
    public Observed play(Scene scene) {
      var call = as.apply(scene);
      var path = "/toestemmingen/%s/bewijzen".formatted(scene.registered(consent).id());
      var list = Observed.answered(call.apply(path));
      var last = last(list.json().path("bewijzen"));
      if (last.isEmpty()) {
        return list;
      }
      var answer = call.apply(path + "/" + last.get().path("id").asText());
      var seen = Observed.answered(answer);
      return seen.succeeded() ? opened(scene, seen) : seen;
    }

    private Optional<JsonNode> last(JsonNode receipts) {
      var found = new ArrayList<JsonNode>();
      receipts.forEach(found::add);
      return found.reversed().stream()
          .filter(one -> which.isEmpty() || one.path("gebeurtenis").asText().equals(which))
          .findFirst();
    }

    private static Observed opened(Scene scene, Observed seen) {
      var gateway = scene.gateway();
      var checked =
          ReceiptCheck.open(seen.body(), gateway.ownKeys().receipts().current().published())
              .map(said -> said.path("sluis:logboek").asText())
              .filter(gateway::provesSomething)
              .isPresent();
      var payload = seen.body().split("\\.", -1)[1];
      var words = new String(new Base64URL(payload).decode(), StandardCharsets.UTF_8);
      return Observed.answered(new Answer(seen.status(), seen.headers(), words, Optional.empty()))
          .with("ontvangstbewijs", checked ? "klopt" : "klopt niet")
          .with("het bewijs " + (checked ? "klopt" : "klopt niet"));
    }
  }

  private record Exporting(String who, String child, String form) implements Action {
    @Override
    public String told() {
      return "%s van %s neemt de eigen toestemmingen mee (%s)"
          .formatted(who, child, form.toUpperCase(Locale.ROOT));
    }

    @Override
    public Observed play(Scene scene) {
      var accept = FORMS.getOrDefault(form, "");
      return Observed.answered(scene.person(child, who).get("/mijn/v1/toestemmingen", accept));
    }
  }
}
