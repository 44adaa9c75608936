package nl.sluis.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.boot.SettingsSchema;

/// Makes the page with every setting, from the schema of the settings.
final class SettingsPage {
  private static final String HEAD =
      """
      # Elke instelling

      Deze bladzijde is gemaakt uit het schema van de instellingen (`GeneratedPagesSpec`); verander haar niet met de hand. Een voorbeeld
      met alles erin staat in [beheer.md](beheer.md#instellingen). Een onbekende sleutel, of een verplichte die ontbreekt, houdt de
      start tegen; alle fouten komen tegelijk. Een nieuwe waarde in `sluis.yaml` zelf telt na een herstart. «Inhoud vanzelf» zegt dat
      Sluis merkt dat het genoemde bestand of de map veranderde; wat fout is komt nooit in de plaats van wat goed was.

      | sleutel | wat | grenzen | mag weg | iets nieuws telt |
      |---|---|---|---|---|
      """;

  /// A longer list is that of the schema.
  private static final int MOST_WORDS = 10;

  private SettingsPage() {}

  static String markdown() {
    var lines = new ArrayList<>(HEAD.lines().toList());
    for (var key : SettingsSchema.ofThisRelease().keys()) {
      lines.add(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(
                  key.path(),
                  key.schema().path("description").asText(),
                  bounds(key.schema()),
                  key.required() ? "" : without(key),
                  isBlock(key.schema()) ? "" : key.renewal()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String without(SettingsSchema.Key key) {
    return key.without().isEmpty() ? "ja" : "ja: " + key.without();
  }

  private static boolean isBlock(JsonNode schema) {
    return schema.has("properties") || schema.path("items").has("properties");
  }

  private static String bounds(JsonNode schema) {
    var words = new ArrayList<String>();
    if (schema.has("minimum")) {
      words.add(schema.get("minimum").asText() + " tot en met " + schema.path("maximum").asText());
    }
    if (schema.has("enum") && schema.get("enum").size() <= MOST_WORDS) {
      var each = new ArrayList<String>();
      schema.get("enum").forEach(word -> each.add("`" + word.asText() + "`"));
      words.add(String.join(", ", each));
    }
    if (schema.path("pattern").asText().startsWith("^https:")) {
      words.add("een adres met `https`");
    }
    if (schema.has("oneOf")) {
      var each = new ArrayList<String>();
      schema.get("oneOf").forEach(way -> each.add(way.path("description").asText()));
      words.add(String.join(", of ", each));
    }
    if (schema.has("maxItems")) {
      words.add("ten hoogste " + schema.get("maxItems").asText());
    }
    return String.join("; ", List.copyOf(words));
  }
}
