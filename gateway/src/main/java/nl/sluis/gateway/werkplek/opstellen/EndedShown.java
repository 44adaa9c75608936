package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Ended;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Why;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.DataCategory;

/// Makes of the answer of Sluis what somebody reads. Pure.
final class EndedShown {
  private EndedShown() {}

  /// @param answer as Sluis gave it, with the row that was proved
  /// @param mend whether what was filled in is still here
  static Ended of(String path, OpenRoad road, JsonNode answer, boolean mend) {
    return new Ended(
        path,
        ComposeShown.way(road),
        outcome(answer.path("uitkomst").asText("")),
        answer.path("transactie").asText(""),
        answer.path("regel").asText(""),
        labels(road, answer.path("vrijgegeven")),
        whys(road, answer.path("achtergehouden"), "reden", "categorie"),
        reasons(road, answer),
        duties(answer),
        answer.path("uiterlijk").asText(""),
        answer.path("rij").asText(""),
        Signing.after(road, answer),
        Optional.ofNullable(answer.path("bewaard").path("tot").textValue()).map(Instant::parse),
        answer.hasNonNull("ontvangstbewijs"),
        mend);
  }

  private static String outcome(String word) {
    return switch (word) {
      case "PERMIT", "PERMIT_MET_VERPLICHTINGEN" -> "doorgelaten";
      case "GEDEELTELIJK" -> "deels";
      case "AANHOUDEN" -> "aangehouden";
      default -> "geweigerd";
    };
  }

  /// Why it did not pass: the reasons of a decision, or the faults of what was no message.
  private static List<Why> reasons(OpenRoad road, JsonNode answer) {
    var whys = whys(road, answer.path("redenen"), "code", "over");
    whys.addAll(whys(road, answer.path("fouten"), "code", "veld"));
    if (whys.isEmpty() && answer.hasNonNull("code")) {
      whys.add(
          new Why(
              answer.path("code").asText(),
              "",
              answer.path("title").asText(),
              answer.path("detail").asText()));
    }
    return whys;
  }

  private static List<Why> whys(OpenRoad road, JsonNode list, String code, String about) {
    var whys = new ArrayList<Why>();
    for (var one : list) {
      whys.add(
          new Why(
              one.path(code).asText(),
              about(road, one.path(about).asText("")),
              one.path("uitleg").asText(),
              one.path("watNu").asText()));
    }
    return whys;
  }

  private static String about(OpenRoad road, String word) {
    return DataCategory.of(word)
        .map(category -> ComposeShown.label(road, category))
        .orElseGet(() -> road.convenant().conditions().containsKey(word) ? Input.words(word) : "");
  }

  private static List<String> labels(OpenRoad road, JsonNode list) {
    var labels = new ArrayList<String>();
    list.forEach(one -> labels.add(about(road, one.asText())));
    return labels;
  }

  private static List<String> duties(JsonNode answer) {
    var duties = new ArrayList<String>();
    answer.path("verplichtingen").forEach(one -> duties.add(one.asText()));
    return duties;
  }
}
