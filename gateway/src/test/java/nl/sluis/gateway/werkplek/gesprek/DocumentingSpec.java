package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was told without consent is documented afterwards, whole and in few words.
final class DocumentingSpec {
  @Test
  void every_question_is_answered_before_it_closes() {
    var said = new HashMap<String, String>();

    assertThat(AfterPages.lacks(said)).hasSize(AfterPages.QUESTIONS.size());

    AfterPages.QUESTIONS.forEach(question -> said.put(question, "x".repeat(180)));
    assertThat(AfterPages.lacks(said)).isEmpty();
    assertThat(AfterPages.told(said).length()).isLessThanOrEqualTo(1000);

    said.put("gezin", "nee");
    assertThat(AfterPages.lacks(said)).containsExactly("werkplek-gesprek.fout.na.gezin");
  }

  @Test
  void only_tasks_that_are_for_documenting_stand_in_the_list() throws IOException {
    var tasks =
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"taken": [
                  {"id": "a", "soort": "nadocumentatie", "over": "1", "uiterlijk": "2026-11-24T09:00:00Z", "teLaat": false},
                  {"id": "b", "soort": "bezwaar-wegen", "over": "2", "uiterlijk": "2026-11-24T09:00:00Z", "teLaat": false}]}
                """);

    assertThat(AfterPages.due(tasks)).extracting(AfterPages.Due::id).containsExactly("a");
    assertThat(AfterPages.told(Map.of("wat", "Dat hij bang is.")))
        .startsWith("wat: Dat hij bang is.");
  }
}
