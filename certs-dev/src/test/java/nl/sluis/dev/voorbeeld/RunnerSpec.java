package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The report says what happened; a wrong expectation says what happened instead.
final class RunnerSpec {
  private static final String SCENARIO =
      """
      titel: Een signaal zonder toestemming
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami:
          leeftijd: 9 jaar
          gezag: gezamenlijk-gescheiden
          houders: [moeder, vader]
          bekend bij: school als school-administratie
      stappen:
        - stap: signaal
          stuur:
            van: school als school-ib
            aan: cjg als cjg-coach
            doel: signaal-bespreken-cjg
            over: sami
            categorieen: [K01, K09]
            voorwaarden: [besproken-met-ouders]
          verwacht: {status: VERWACHT}
        - kijk in postbus: {door: cjg als cjg-coach}
          verwacht: {pakketten: 0}
      """;

  private static Played play(String expected) throws IOException {
    var text = SCENARIO.replace("VERWACHT", expected);
    return Played.alone(
        new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read("proef.yaml", 1, text));
  }

  @Test
  void a_wrong_expectation_fails_and_says_what_happened_instead() throws IOException {
    var played = play("200");

    assertThat(played.verdict().isAsExpected()).isFalse();
    assertThat(played.verdict().differences())
        .singleElement()
        .asString()
        .startsWith("proef.yaml:13: `status`: verwacht was 200, maar het was 4");
    assertThat(played.told()).contains("✗ proef.yaml:13").contains("1 keer anders dan verwacht");
  }

  @Test
  void a_wrong_count_of_rows_says_which_rows_there_were() throws IOException {
    var played =
        play("403, logboek: {klopt: nee, erbij: geen, rijen: {geweigerd: 2, verstrekt: 0}}");

    assertThat(played.verdict().differences())
        .singleElement()
        .asString()
        .contains("`logboek: klopt`: verwacht was nee, maar het was ja")
        .contains("`logboek: rijen geweigerd`: verwacht was 2, maar het was 1")
        .contains("`logboek: erbij`: verwacht was geen, maar het was geweigerd 1");
    assertThat(played.verdict().heard()).contains("geen-geldige-toestemming");
  }

  @Test
  void a_worked_example_has_a_name_and_says_what_was_agreed() {
    var reader = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL);

    assertThat(WorkedCase.named("X02-ja", TheConvenant.IN_FORCE, reader))
        .allMatch(one -> one.title().startsWith("X02: "))
        .extracting(Scenario::explanation)
        .contains("Verwacht: PERMIT", "Verwacht: GEDEELTELIJK");
    assertThat(WorkedCase.named("X02", TheConvenant.IN_FORCE, reader)).isEmpty();
  }

  @Test
  void the_report_tells_outcome_reason_and_article() throws IOException {
    var played = play("403");

    assertThat(played.told())
        .contains("school als school-ib stuurt cjg als cjg-coach over sami")
        .contains("regel X02")
        .contains("AVG 6(1)(a)")
        .contains("geen-geldige-toestemming");
  }
}
