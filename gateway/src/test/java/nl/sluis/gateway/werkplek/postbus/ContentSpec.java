package nl.sluis.gateway.werkplek.postbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What a sender wrote stands on the page with nothing left out and nothing changed.
final class ContentSpec {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void every_value_stands_there_under_its_own_name_in_the_order_of_the_sender() throws IOException {
    var lines =
        Content.lines(
            JSON.readTree(
                """
                {"zorg": "slaapt <b>slecht</b>", "gebeldMet": true, "dagen-per-week": 2.5,
                 "periode": {"van": "2026-11-01", "tot": null},
                 "soorten": ["a", "b"],
                 "stappen": [{"wat": "gebeld"}, {"wat": "bezocht", "door": ["x"]}]}
                """));

    assertThat(lines)
        .extracting(line -> line.name() + "=" + String.join("|", line.values()))
        .containsExactly(
            "Zorg=slaapt <b>slecht</b>",
            "Gebeld met=ja",
            "Dagen per week=2.5",
            "Periode – van=2026-11-01",
            "Periode – tot=(leeg)",
            "Soorten=a|b",
            "Stappen – 1 – wat=gebeld",
            "Stappen – 2 – wat=bezocht",
            "Stappen – 2 – door=x");
  }

  @Test
  void a_text_alone_has_no_name_and_is_not_told_when_somebody_prints_the_line_to_a_log()
      throws IOException {
    var lines = Content.lines(JSON.readTree("\"geheim\""));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().values()).containsExactly("geheim");
    assertThat(lines.toString()).doesNotContain("geheim");
  }
}
