package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Yes, no and no answer yet are written down with the same effort; only a yes needs a second one.
final class AnswerFormSpec {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final Map<Integer, List<String>> LINES = Map.of(1, List.of("K01", "K09"));

  @ParameterizedTest
  @ValueSource(strings = {"nee", "later"})
  void a_no_needs_nothing_that_a_yes_does_not_need(String word) throws InputFault {
    var form = AnswerForm.read(typed(Map.of("regel-1", List.of(word))), LINES);

    assertThat(form.lacks(LINES, NOW)).isEmpty();
    assertThat(form.json(SCHOOL, "p-1", "intern begeleider").path("antwoorden").toString())
        .isEqualTo("[{\"persoon\":\"vader\",\"regel\":1,\"antwoord\":\"%s\"}]".formatted(word));
  }

  @Test
  void a_yes_alone_is_no_yes() throws InputFault {
    var form = AnswerForm.read(typed(Map.of("regel-1", List.of("ja"))), LINES);

    assertThat(form.lacks(LINES, NOW)).containsExactly("fout.uitgelegd", "fout.tweede");
  }

  @Test
  void silence_is_written_down_as_nothing() throws InputFault {
    var form = AnswerForm.read(typed(Map.of()), LINES);

    assertThat(form.lacks(LINES, NOW)).containsExactly("fout.antwoord");
    assertThat(AnswerForm.empty(NOW).word(1)).isEmpty();
  }

  @Test
  void a_yes_to_a_part_says_something_of_every_part() throws InputFault {
    var half =
        AnswerForm.read(
            typed(Map.of("regel-1", List.of("per-soort"), "regel-1-K01", List.of("nee"))), LINES);
    var whole =
        AnswerForm.read(
            yes(
                Map.of(
                    "regel-1", List.of("per-soort"),
                    "regel-1-K01", List.of("ja"),
                    "regel-1-K09", List.of("nee"))),
            LINES);

    assertThat(half.lacks(LINES, NOW)).containsExactly("fout.per-soort");
    assertThat(whole.lacks(LINES, NOW)).isEmpty();
    assertThat(whole.json(SCHOOL, "p-1", "ib").path("antwoorden").toString())
        .isEqualTo(
            "[{\"persoon\":\"vader\",\"regel\":1,\"antwoord\":\"ja\",\"categorieen\":[\"K01\"]},"
                + "{\"persoon\":\"vader\",\"regel\":1,\"antwoord\":\"nee\",\"categorieen\":[\"K09\"]}]");
  }

  @Test
  void who_wrote_it_down_is_who_is_logged_in_and_never_a_field() throws InputFault {
    var form =
        AnswerForm.read(
            yes(Map.of("regel-1", List.of("ja"), "vastgelegdDoor", List.of("een ander"))), LINES);

    var proof = form.json(SCHOOL, "p-1", "intern begeleider").path("bewijs");

    assertThat(proof.path("vastgelegdDoor").toString())
        .isEqualTo("{\"id\":\"p-1\",\"functie\":\"intern begeleider\"}");
    assertThat(proof.has("tweedePersoon")).isFalse();
    assertThat(form.waitsForColleague()).isTrue();
  }

  @Test
  void a_code_goes_along_with_a_yes_only() throws InputFault {
    var code = Map.of("tweede", List.of("code"), "code", List.of("7Q2M-9KXA"));
    var yes = new HashMap<String, List<String>>(yes(Map.of("regel-1", List.of("ja"))).form());
    yes.putAll(code);
    var no = new HashMap<String, List<String>>(typed(Map.of("regel-1", List.of("nee"))).form());
    no.putAll(code);

    assertThat(proof(yes).path("aanwezigheidscode").asText()).isEqualTo("7Q2M-9KXA");
    assertThat(proof(no).has("aanwezigheidscode")).isFalse();
  }

  @Test
  void a_form_of_paper_is_known_by_its_print_and_never_in_the_future() throws InputFault {
    var paper =
        AnswerForm.read(
            typed(Map.of("regel-1", List.of("nee"), "kanaal", List.of("papier"))), LINES);
    var tomorrow =
        AnswerForm.read(
            typed(Map.of("regel-1", List.of("nee"), "tijdstip", List.of("2026-11-25T10:00"))),
            LINES);

    assertThat(paper.lacks(LINES, NOW)).containsExactly("fout.papier");
    assertThat(tomorrow.lacks(LINES, NOW)).containsExactly("fout.tijdstip");
  }

  private static JsonNode proof(Map<String, List<String>> form) throws InputFault {
    return AnswerForm.read(new Asked(NOW, Map.of(), form, Map.of(), Map.of()), LINES)
        .json(SCHOOL, "p-1", "ib")
        .path("bewijs");
  }

  private static Asked yes(Map<String, List<String>> more) {
    var form = new HashMap<String, List<String>>(more);
    form.put("nee-uitgelegd", List.of("ja"));
    form.put("stoppen-uitgelegd", List.of("ja"));
    form.putIfAbsent("tweede", List.of("collega"));
    return typed(form);
  }

  private static Asked typed(Map<String, List<String>> more) {
    var form = new HashMap<String, List<String>>();
    form.put("persoon", List.of("vader"));
    form.put("kanaal", List.of("mondeling"));
    form.put("tijdstip", List.of("2026-11-24T09:30"));
    form.put("gevraagd", List.of("Mogen wij dit met het CJG bespreken?"));
    form.put("aanwezig", List.of("vader en intern begeleider"));
    form.putAll(more);
    return new Asked(NOW, Map.of(), form, Map.of(), Map.of());
  }
}
