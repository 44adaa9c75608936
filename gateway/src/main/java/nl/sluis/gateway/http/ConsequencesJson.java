package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnStops;
import nl.sluis.gateway.stopbericht.Continues;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.LaneText;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;

/// Tells what follows from taking a consent back, before it is done.
final class ConsequencesJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConsequencesJson() {}

  /// For the person, with what waits and who would be told.
  static ObjectNode of(OwnStops.Follows follows, List<String> categories) {
    var body = stops(follows.ask(), follows.convenant(), follows.cover());
    var receiver =
        OwnEndpoints.party(follows.ask().receiver(), follows.convenant(), follows.cover());
    if (!categories.isEmpty()) {
      body.withObject("stopt").replace("categorieen", words(categories));
    }
    body.put("houdtIn", follows.withheld());
    var told = body.putArray("stopberichtAan");
    if (follows.told() > 0) {
      told.add(receiver.put("uitwisselingen", follows.told()));
    }
    continues(
        body,
        follows.convenant(),
        follows.continues().stream()
            .filter(one -> !follows.cover().hides(one.rule().purpose()))
            .toList());
    body.put("tekst", "Wat al is gedeeld, blijft gedeeld. Intrekken geldt vanaf nu.");
    return body;
  }

  /// For a partner: what the convenant says, and nothing of the child.
  static ObjectNode inGeneral(ConsentAsk ask, Convenant convenant, List<Continues> continues) {
    var body = stops(ask, convenant, Cover.nothing());
    continues(body, convenant, continues);
    body.put(
        "tekst",
        "Wat hierop nog wacht, wordt niet meer uitgereikt. Kreeg de ontvanger hierop al iets, dan"
            + " krijgt hij een stopbericht. Wat al is gedeeld, blijft gedeeld.");
    return body;
  }

  private static ObjectNode stops(ConsentAsk ask, Convenant convenant, Cover cover) {
    var body = JSON.objectNode();
    var stops = body.putObject("stopt").put("doel", ask.purpose().code());
    stops.put("zin", convenant.purposes().getOrDefault(ask.purpose(), ""));
    stops.set("van", OwnEndpoints.party(ask.sender(), convenant, cover));
    stops.set("aan", OwnEndpoints.party(ask.receiver(), convenant, cover));
    stops.set(
        "categorieen", words(ask.categories().stream().map(DataCategory::name).sorted().toList()));
    return body;
  }

  private static void continues(ObjectNode body, Convenant convenant, List<Continues> continues) {
    var list = body.putArray("gaatDoor");
    for (var one : continues) {
      var rule = one.rule();
      var line = list.addObject().put("doel", rule.purpose().code());
      line.put("zin", convenant.purposes().getOrDefault(rule.purpose(), ""));
      line.set(
          "categorieen",
          words(one.categories().stream().map(DataCategory::name).sorted().toList()));
      line.put("weg", rule.lane().code()).put("waarom", LaneText.of(rule.lane()));
      line.set("grondslag", words(rule.grounds().stream().map(LawRef::toString).toList()));
      line.put("uKunt", remedy(rule));
    }
  }

  /// An objection stops what rests on a public task (AVG 21); what the law orders is not stopped.
  private static String remedy(Rule rule) {
    if (rule.publicTask()) {
      return "U kunt bezwaar maken.";
    }
    return rule.lane() == Lane.WETTELIJK
        ? "Dit moet van de wet."
        : "Dit gebeurt alleen als veiligheid voorgaat, en u hoort het.";
  }

  private static ArrayNode words(Collection<String> words) {
    var array = JSON.arrayNode();
    words.forEach(array::add);
    return array;
  }
}
