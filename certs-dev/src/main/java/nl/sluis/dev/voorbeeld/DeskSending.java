package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Rule;

/// One message, composed and sent on the pages of a desk: chooses the road, fills in the form,
/// looks at what goes, and sends. Used by one thread.
final class DeskSending {
  private static final String START = WorkVisit.HOME + "/opstellen";
  private static final Pattern NUMBER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern CONCEPT = Pattern.compile(START + "/" + NUMBER.pattern());

  private final Scene scene;
  private final SendAction action;
  private final Outgoing outgoing;
  private final WorkVisit desk;

  DeskSending(Scene scene, SendAction action, WorkVisit desk) {
    this.scene = scene;
    this.action = action;
    this.outgoing = new Outgoing(action, scene);
    this.desk = desk;
  }

  /// @return what the last page says: what came of it, or what stands in the way
  Observed play() {
    scene.sent(scene.label(), new Scene.Sent(action, "", ""));
    var preview = filledIn();
    var shown = DeskReading.seen(preview);
    if (!preview.body().contains("name=\"gelezen\"")) {
      return shown;
    }
    var sent = desk.send(WorkVisit.form(preview, "/voorbeeld"), Map.of());
    return told(desk.arrive(sent));
  }

  /// Chooses the road and fills in the form.
  ///
  /// @return the page on which is read what goes, or what stands in the way
  Answer filledIn() {
    var rule =
        outgoing
            .rule()
            .orElseThrow(() -> new IllegalStateException("no road at the desk for this"));
    var road = scene.convenant().id() + "." + rule.id() + "." + action.to().role();
    var form = desk.arrive(desk.post(START, Map.of("weg", road)));
    return desk.arrive(desk.postAll(concept(form), filled(rule)));
  }

  /// Where the form that just began goes.
  private static String concept(Answer page) {
    return PageForm.all(page.body()).stream()
        .map(PageForm::action)
        .filter(where -> CONCEPT.matcher(where).matches())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no form to fill in: " + WorkVisit.text(page)));
  }

  private Observed told(Answer page) {
    var seen = DeskReading.seen(page);
    var exchange = NUMBER.matcher(seen.body()).results().findFirst();
    return exchange.isEmpty() ? seen : seen.with("transactie: " + exchange.get().group());
  }

  private Map<String, List<String>> filled(Rule rule) {
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("aan", List.of(scene.partner(action.to().party()).oin().value()));
    if (!action.reference().equals("geen")) {
      var child = scene.reference(action.child(), action.from().party(), action.reference());
      fields.put("soort", List.of(action.reference()));
      fields.put("kenmerk", List.of(child.path("waarde").asText()));
    }
    outgoing.contents().forEach((category, content) -> flat(category.name(), content, fields));
    action
        .claims()
        .necessity()
        .forEach((category, why) -> fields.put("noodzaak." + category, List.of(why)));
    outgoing.conditions().forEach((code, said) -> flat("voorwaarde." + code, said, fields));
    fields.put("toestemming", List.of("iedereen"));
    fields.put("geregeld", elsewhere(rule));
    fields.put("verder", List.of("ja"));
    return fields;
  }

  /// What is arranged elsewhere, of which the sender says that it is.
  private List<String> elsewhere(Rule rule) {
    return rule.conditions().stream()
        .filter(code -> !isClaimed(scene.convenant().conditions().get(code)))
        .sorted()
        .toList();
  }

  private static boolean isClaimed(@org.jspecify.annotations.Nullable Condition condition) {
    return condition != null && condition.source() == Condition.Source.BEWEERD;
  }

  /// A field is sent under its path: `K08.observaties.0.datum`.
  private static void flat(String name, JsonNode value, Map<String, List<String>> into) {
    if (value.isObject()) {
      value.properties().forEach(one -> flat(name + "." + one.getKey(), one.getValue(), into));
    } else if (value.isArray()) {
      for (int at = 0; at < value.size(); at++) {
        flat(name + "." + at, value.get(at), into);
      }
    } else if (value.isBoolean()) {
      into.put(name, List.of(value.asBoolean() ? "ja" : "nee"));
    } else {
      into.put(name, List.of(value.asText()));
    }
  }
}
