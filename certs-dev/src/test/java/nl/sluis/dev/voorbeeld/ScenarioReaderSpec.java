package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A scenario with a mistake says where and what; it never plays something else than was written.
final class ScenarioReaderSpec {
  private static final String GOOD =
      """
      titel: Een proef
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], bekend bij: school als school-administratie}
      stappen:
        - stap: signaal
          stuur:
            van: school als school-ib
            aan: cjg als cjg-coach
            doel: signaal-bespreken-cjg
            over: sami
            categorieen: [K01, K09]
          verwacht: {uitkomst: AANHOUDEN}
      """;

  private static Scenario read(String text) {
    return new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read("proef.yaml", 1, text);
  }

  private static void isFault(String from, String to, String line, String sentence) {
    var text = GOOD.replace(from, to);
    assertThat(text).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(VoorbeeldFault.class)
        .hasMessageStartingWith("proef.yaml:" + line + ": ")
        .hasMessageContaining(sentence);
  }

  @Test
  void a_good_scenario_is_read_whole() {
    var scenario = read(GOOD);

    assertThat(scenario.title()).isEqualTo("Een proef");
    assertThat(scenario.start()).hasToString("2026-11-23T09:00:00Z");
    assertThat(scenario.setUp()).hasSize(1);
    assertThat(scenario.steps()).hasSize(1);
  }

  @Test
  void a_key_at_the_top_that_does_not_exist() {
    isFault("titel: Een proef", "titel: Een proef\ntitle: x", "2", "`title` ken ik hier niet");
  }

  @Test
  void a_key_inside_a_step_that_does_not_exist_gets_a_suggestion() {
    isFault("over: sami", "overr: sami", "14", "bedoelt u `over`?");
  }

  @Test
  void a_step_that_does_not_exist() {
    isFault("stuur:", "verstuur:", "10", "`verstuur` ken ik hier niet");
  }

  @Test
  void a_step_that_does_two_things() {
    isFault("    stuur:", "    verstrijkt: 1 dag\n    stuur:", "11", "een stap doet één ding");
  }

  @Test
  void a_step_that_does_nothing() {
    isFault("stappen:", "stappen:\n  - opmerking: niets", "9", "deze stap doet niets");
  }

  @Test
  void an_observation_that_does_not_exist() {
    isFault("{uitkomst: AANHOUDEN}", "{uitkomt: AANHOUDEN}", "16", "bedoelt u `uitkomst`?");
  }

  @Test
  void an_outcome_that_does_not_exist() {
    isFault("AANHOUDEN", "MISSCHIEN", "16", "`MISSCHIEN` ken ik hier niet");
  }

  @Test
  void a_party_that_was_not_named() {
    isFault("van: school", "van: skool", "11", "bedoelt u `school`?");
  }

  @Test
  void a_party_without_its_role() {
    isFault("van: school als school-ib", "van: school", "11", "schrijf een partij met haar rol");
  }

  @Test
  void a_role_that_does_not_exist() {
    isFault("als school-ib", "als school-ip", "11", "bedoelt u `school-ib`?");
  }

  @Test
  void a_purpose_that_the_convenant_does_not_have() {
    isFault("signaal-bespreken-cjg", "signaal-bespreken", "13", "signaal-bespreken-cjg");
  }

  @Test
  void a_category_that_does_not_exist() {
    isFault("[K01, K09]", "[K01, K99]", "15", "`K99` is geen categorie");
  }

  @Test
  void a_child_that_was_not_named() {
    isFault("over: sami", "over: noor", "14", "`noor` ken ik hier niet");
  }

  @Test
  void a_party_that_did_not_sign_the_convenant() {
    isFault("cjg: CJG Kennemerland", "cjg: CJG Groningen", "5", "`CJG Groningen` ken ik");
  }

  @Test
  void a_time_that_is_none() {
    isFault("2026-11-23 10:00", "morgenochtend", "2", "is geen tijdstip");
  }

  @Test
  void an_age_that_is_none() {
    isFault("leeftijd: 9 jaar", "leeftijd: negen", "7", "is geen tijdsduur");
  }

  @Test
  void a_time_that_counts_from_today() {
    var today = Instant.parse("2027-01-31T12:00:00Z");
    var reader = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL, today);
    var text = GOOD.replace("2026-11-23 10:00", "de 8e van vorige maand 10:00");

    assertThat(reader.read("proef.yaml", 1, text).start()).hasToString("2026-12-08T09:00:00Z");
  }

  @Test
  void a_person_is_introduced_has_a_letter_and_entered_its_code() {
    var moeder = "{persoon: moeder, over: [sami], naam: Moeder, uitleg: Kijkt.}";
    var scenario = read(GOOD.replace("stappen:", "mensen: [" + moeder + "]\nstappen:"));

    assertThat(scenario.setUp().stream().map(step -> step.action().told()).skip(1))
        .containsExactly(
            "Moeder kan zich aanmelden",
            "school als school-administratie stuurt een brief met een code naar moeder van sami",
            "moeder van sami meldt zich aan en voert de code van `brief aan moeder van sami` in");
  }

  @Test
  void a_person_of_a_child_that_was_not_named() {
    isFault(
        "stappen:",
        "mensen:\n  - {persoon: moeder, over: noor, naam: Moeder, uitleg: Kijkt.}\nstappen:",
        "9",
        "`noor` ken ik hier niet");
  }

  @Test
  void somebody_works_at_the_desk_and_nowhere_else() {
    var ivo = "mensen: [{werkt: loket, naam: Ivo, uitleg: Helpt.}]\nstappen:";

    assertThat(read(GOOD.replace("stappen:", ivo)).setUp())
        .extracting(step -> step.action().told())
        .contains("Ivo kan zich aanmelden");
    isFault(
        "stappen:",
        "mensen:\n  - {werkt: bakker, naam: Ivo, uitleg: Bakt.}\nstappen:",
        "9",
        "alleen bij het `loket`");
  }

  @Test
  void a_key_twice_in_one_block() {
    isFault("titel: Een proef", "titel: Een proef\ntitel: Nog een", "2", "staat hier twee keer");
  }

  @Test
  void two_steps_with_one_name() {
    isFault(
        "stappen:",
        "stappen:\n  - {stap: signaal, verstrijkt: 1 dag}",
        "10",
        "stap `signaal` bestaat al");
  }

  @Test
  void a_step_that_refers_to_a_later_one() {
    isFault(
        "stappen:",
        "stappen:\n  - vraag status: {door: school als school-ib, van stap: signaal}",
        "9",
        "`signaal` ken ik hier niet");
  }

  @Test
  void text_that_is_no_yaml() {
    isFault("titel: Een proef", "titel: [Een proef", "2", "geen geldige YAML");
  }

  @Test
  void a_block_where_a_list_belongs() {
    isFault("stappen:\n  - stap:", "stappen:\n    stap:", "9", "hier hoort een lijst");
  }
}
