package nl.sluis.gateway.werkplek.opstellen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From a schema to a form, and from what somebody typed to what stands in the message.
final class FilledSpec {
  private static final String SCHEMA =
      """
      {"title": "Gedrag", "description": "Feiten, met datum.", "type": "object",
       "additionalProperties": false,
       "properties": {
         "observaties": {"type": "array", "minItems": 1, "maxItems": 3, "items": {
           "type": "object", "additionalProperties": false,
           "properties": {
             "datum": {"type": "string", "maxLength": 10,
               "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
             "feit": {"type": "string", "minLength": 1, "maxLength": 600}},
           "required": ["datum", "feit"]}},
         "uren": {"type": "integer", "minimum": 1, "maximum": 400},
         "geheim": {"type": "boolean"},
         "soort": {"type": "string", "enum": ["te-laat", "ongeoorloofd"]}},
       "required": ["observaties"]}
      """;

  private final SchemaForm form = SchemaForm.read(SCHEMA);

  @Test
  void what_was_typed_stands_in_the_message_as_the_schema_wants_it() {
    var content =
        filled(
            Map.of(
                "K08.observaties.0.datum", "3-11-2026",
                "K08.observaties.0.feit", "  Zit stil in de kring.\r\nSpeelt niet mee. ",
                "K08.observaties.2.datum", "2026-11-10",
                "K08.observaties.2.feit", "Slaapt op de mat.",
                "K08.uren", "12",
                "K08.geheim", "nee",
                "K08.soort", "te-laat"));

    assertThat(content)
        .isEqualTo(
            """
            {"observaties":[{"datum":"2026-11-03","feit":"Zit stil in de kring.\\nSpeelt niet mee."},\
            {"datum":"2026-11-10","feit":"Slaapt op de mat."}],"uren":12,"geheim":false,\
            "soort":"te-laat"}\
            """);
    assertThat(gaps(content)).contains("vorm");
  }

  @Test
  void what_was_left_open_is_not_there_and_what_is_no_field_is_not_read() {
    assertThat(
            filled(
                Map.of(
                    "K08.observaties.0.feit", "   ",
                    "K08.observaties.3.feit", "meer dan de lijst heeft",
                    "K08.naam", "Jip",
                    "K08.uren", "")))
        .isEqualTo("{}");
  }

  @Test
  void what_does_not_fit_stays_as_it_was_typed_and_is_named() {
    var content =
        filled(
            Map.of(
                "K08.observaties.0.datum", "31-2-2026",
                "K08.observaties.0.feit", "Zit stil.",
                "K08.uren", "veel"));

    assertThat(content).contains("31-2-2026", "veel");
    assertThat(gaps(content)).isEqualTo("kijk na: datum, uren.");
    assertThat(gaps("{\"observaties\":[{\"datum\":\"2026-11-03\"}]}"))
        .isEqualTo("vul nog in: feit.");
    assertThat(gaps("{\"uren\":1}")).isEqualTo("vul nog in: observaties.");
  }

  @Test
  void a_field_that_came_twice_is_not_filled_in() {
    var content =
        new Filled(Map.of("K08.uren", List.of("1", "2"))).category(form, "K08").toString();

    assertThat(content).isEqualTo("{}");
  }

  @Test
  void the_page_shows_one_open_row_behind_what_was_filled_in_and_no_more_than_may_be() {
    assertThat(rows("{}")).isEqualTo(1);
    assertThat(rows("{\"observaties\":[{\"feit\":\"a\"},{\"feit\":\"b\"}]}")).isEqualTo(3);
    assertThat(rows("{\"observaties\":[{},{},{}]}")).isEqualTo(3);
  }

  @Test
  void what_no_form_can_show_stops_it() {
    for (var broken :
        List.of(
            SCHEMA.replace("\"minimum\"", "\"multipleOf\""),
            SCHEMA.replaceFirst(
                "\"additionalProperties\": false", "\"additionalProperties\": true"),
            SCHEMA.replace("\"type\": \"boolean\"", "\"type\": \"number\""),
            SCHEMA.replace(", \"maxLength\": 600", ""))) {
      assertThatThrownBy(() -> SchemaForm.read(broken))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String filled(Map<String, String> typed) {
    var sent = new HashMap<String, List<String>>();
    typed.forEach((name, text) -> sent.put(name, List.of(text)));
    return new Filled(sent).category(form, "K08").toString();
  }

  private String gaps(String content) {
    return FormGaps.of(form.fields(), read(content));
  }

  private int rows(String content) {
    return Input.of(form.fields(), "K08", read(content)).getFirst().rows().size();
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
