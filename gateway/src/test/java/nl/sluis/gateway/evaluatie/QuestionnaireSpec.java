package nl.sluis.gateway.evaluatie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.sluis.gateway.evaluatie.Questionnaire.Choice;
import nl.sluis.gateway.evaluatie.Questionnaire.Words;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import org.junit.jupiter.api.Test;

/// What is asked after help is what the convenant's form has, in words that every family reads.
class QuestionnaireSpec {
  private static final String FORM =
      """
      {"type": "object", "additionalProperties": false, "required": ["passend"],
       "properties": {
         "passend": {"type": "string", "enum": ["ja", "nee"]},
         "tevredenheid": {"type": "integer", "minimum": 1, "maximum": 3},
         "opmerking": {"type": "string", "maxLength": 40}}}
      """;
  private static final Questionnaire ASKED = Questionnaire.of(FORM);

  @Test
  void each_field_is_one_question_in_the_order_of_the_form() {
    assertThat(ASKED.fields())
        .containsExactly(
            new Choice("passend", true, List.of("ja", "nee"), false),
            new Choice("tevredenheid", false, List.of("1", "2", "3"), true),
            new Words("opmerking", false, 40));
  }

  @Test
  void what_was_left_empty_is_no_part_of_the_answer() {
    var filled = ASKED.read(Map.of("passend", "nee", "tevredenheid", "", "opmerking", " "));

    assertThat(filled.answer().orElseThrow().toString()).isEqualTo("{\"passend\":\"nee\"}");
  }

  @Test
  void a_number_goes_as_a_number() {
    var filled = ASKED.read(Map.of("passend", "ja", "tevredenheid", "2"));

    assertThat(filled.answer().orElseThrow().toString())
        .isEqualTo("{\"passend\":\"ja\",\"tevredenheid\":2}");
  }

  @Test
  void what_the_form_does_not_have_is_no_answer() {
    assertThat(ASKED.read(Map.of()).wrong()).containsExactly("passend");
    assertThat(ASKED.read(Map.of("passend", "misschien")).wrong()).containsExactly("passend");
    assertThat(ASKED.read(Map.of("passend", "ja", "tevredenheid", "4")).wrong())
        .containsExactly("tevredenheid");
    assertThat(ASKED.read(Map.of("passend", "ja", "opmerking", "a".repeat(41))).wrong())
        .containsExactly("opmerking");
  }

  @Test
  void a_citizen_service_number_is_in_nobodys_words() {
    var filled = ASKED.read(Map.of("passend", "ja", "opmerking", "bel 999990019 even"));

    assertThat(filled.answer()).isEmpty();
    assertThat(filled.wrong()).containsExactly("opmerking");
  }

  @Test
  void a_field_of_another_shape_is_not_asked() {
    var form = "{\"properties\": {\"dagen\": {\"type\": \"array\", \"maxItems\": 3}}}";

    assertThat(Questionnaire.of(form).fields()).isEmpty();
  }

  /// A convenant that asks something new waits for its words: here, and not with a family.
  @Test
  void every_question_of_every_convenant_has_its_words_in_every_language() {
    int asked = 0;
    var texts = Texts.ofThisRelease();
    for (var convenant : Household.everywhere()) {
      for (var rule : convenant.rules()) {
        if (rule.conditions().contains(Asking.CONDITION)) {
          var form = Questionnaire.of(convenant.schema(rule, Asking.TOLD).orElseThrow());
          for (var language : Language.values()) {
            var words = texts.set("evaluatie", language).plain().keySet();
            for (var field : form.fields()) {
              assertThat(words).as("%s", language).contains("vraag." + field.name());
              if (field instanceof Choice choice) {
                choice
                    .words()
                    .forEach(
                        word ->
                            assertThat(words)
                                .as("%s", language)
                                .contains("keuze." + choice.name() + "." + word));
              }
              asked++;
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(50);
  }
}
