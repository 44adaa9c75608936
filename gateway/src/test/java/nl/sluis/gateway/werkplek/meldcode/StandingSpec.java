package nl.sluis.gateway.werkplek.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Sent;
import org.junit.jupiter.api.Test;

class StandingSpec {
  private static final String TRANSACTION = "1c1d2e3f-0000-4000-8000-000000000001";

  @Test
  void what_sluis_did_not_answer_has_not_arrived() {
    assertThat(Standing.ofSending(answer(503, JsonNodeFactory.instance.objectNode())))
        .isEqualTo(new Standing.NotArrived());
    assertThat(Standing.ofSending(answer(429, JsonNodeFactory.instance.objectNode())))
        .isEqualTo(new Standing.NotArrived());
  }

  @Test
  void a_report_is_unconfirmed_until_a_person_has_it() {
    var taken = taken("logboek");

    assertThat(taken.word()).isEqualTo("onbevestigd");
    assertThat(Standing.ofLooking(answer(503, JsonNodeFactory.instance.objectNode()), taken))
        .as("Sluis does not answer now")
        .isEqualTo(taken);
    var late =
        JsonNodeFactory.instance
            .objectNode()
            .put("toestand", "onbevestigd")
            .put("bezorgdOp", "2026-11-27T10:00:00Z")
            .put("belNu", true);
    assertThat(Standing.ofLooking(answer(200, late), taken).word()).isEqualTo("bel-nu");
    var read = JsonNodeFactory.instance.objectNode().put("toestand", "bevestigd");
    assertThat(Standing.ofLooking(answer(200, read), taken)).isEqualTo(new Standing.Confirmed());
  }

  @Test
  void the_words_of_a_report_stay_at_the_desk_only_until_they_are_in_the_logbook() {
    var waiting = report().standing(taken("wachtkamer"));
    var logged = report().standing(taken("logboek"));

    assertThat(waiting.toJson().toString()).contains("huilde");
    assertThat(logged.toJson().toString()).doesNotContain("huilde").doesNotContain("tekst");
    assertThat(AcuteReport.of(waiting.toJson())).contains(waiting);
    assertThat(AcuteReport.of(logged.toJson()).orElseThrow().standing())
        .isEqualTo(logged.standing());
  }

  @Test
  void a_report_that_is_refused_stays_here_to_be_read_out_on_the_telephone() {
    var refused = report().standing(new Standing.Refused());

    assertThat(refused.toJson().toString()).contains("huilde");
    assertThat(refused.standing().isOver()).isTrue();
  }

  private static Standing.Unconfirmed taken(String keptIn) {
    var body = JsonNodeFactory.instance.objectNode().put("transactie", TRANSACTION);
    body.putObject("melding").put("bezorgd", true).put("bewaardIn", keptIn);
    return (Standing.Unconfirmed) Standing.ofSending(answer(200, body));
  }

  private static AcuteReport report() {
    return new AcuteReport(
        UUID.fromString(TRANSACTION),
        FilledIn.NOW,
        JsonNodeFactory.instance.objectNode().put("feit", "Het kind belde op en huilde."),
        "leerling-1",
        Optional.of(new Sent("jti-1", "tekst")),
        new Standing.NotArrived());
  }

  private static Answer answer(int status, ObjectNode body) {
    return new Answer(status, body, Map.of());
  }
}
