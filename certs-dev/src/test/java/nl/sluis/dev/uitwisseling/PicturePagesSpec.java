package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.logbook.EntryKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The work of an organisation in pictures, as its officer sees it in a browser and takes it along.
final class PicturePagesSpec {
  private static final String PATH = "/toezicht/beeld";

  /// A message that arrives, and one that may not go.
  private static final String STORY =
      """
      titel: Een week op school
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: signaal
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - haal op: {door: cjg als cjg-coach, pakket van: signaal}
        - stap: te ver
          stuur: {van: school als school-ib, aan: ggd als ggd-jeugdarts, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
          verwacht: {uitkomst: WEIGEREN}
      """;

  private static TestGateway test;
  private static DevGateway gateway;

  @BeforeAll
  static void a_week_at_school() throws IOException {
    test = TestGateway.start();
    gateway = test.gateway();
    assertThat(test.play(STORY)).as(test.told()).isEmpty();
    assertThat(gateway.runHousekeeping()).isTrue();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void each_side_sees_what_it_gave_or_got_and_only_the_sender_what_did_not_pass() {
    try (var school = DevOfficer.FG_SCHOOL.at(gateway);
        var cjg = DevOfficer.FG_CJG.at(gateway);
        var other = DevOfficer.FG_VEILIG_THUIS.at(gateway)) {
      assertThat(csv(school, "verstrekkingen")).hasSize(2).last().asString().contains("signaal-");
      assertThat(csv(school, "kring"))
          .containsExactly(
              "\"organisatie\";\"gegeven\";\"gekregen\"", "\"CJG Kennemerland\";\"1\";\"0\"");
      assertThat(csv(cjg, "kring"))
          .last()
          .isEqualTo("\"Basisschool De Duinpieper, Haarlem-Noord\";\"0\";\"1\"");
      assertThat(csv(school, "weigeringen")).hasSize(2).last().asString().endsWith("\"1\"");
      assertThat(csv(cjg, "weigeringen")).hasSize(1);
      assertThat(csv(cjg, "doorloop")).contains("\"hoogstens een minuut\";\"1\"");
      assertThat(csv(other, "kring")).hasSize(1);
      assertThat(csv(other, "verstrekkingen")).hasSize(1);
    }
  }

  @Test
  void every_picture_says_in_its_table_what_it_draws_and_needs_no_colour_and_no_script() {
    try (var school = DevOfficer.FG_SCHOOL.at(gateway)) {
      var page = school.get(PATH).body();

      var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
      var pictures = Pattern.compile("<svg[^>]*role=\"img\" aria-label=\"[^\"]+\"").matcher(main);
      assertThat(pictures.results().count()).isEqualTo(3);
      assertThat(Pattern.compile("<table>").matcher(main).results().count()).isEqualTo(6);
      assertThat(main).doesNotContain("<script", "style=", "sami", "#0", "rgb(");
      assertThat(Pattern.compile("(?:fill|stroke)=\"([^\"]+)\"").matcher(main).results())
          .extracting(one -> one.group(1).replaceFirst("#baan-.*", "#baan"))
          .containsOnly("currentColor", "white", "black", "url(#baan");
    }
  }

  @Test
  void each_look_is_one_row_and_who_may_only_see_safe_counts_finds_no_such_page() throws Exception {
    try (var cjg = DevOfficer.FG_CJG.at(gateway)) {
      long before = looks();
      cjg.get(PATH);
      cjg.get(PATH + "/kring");
      assertThat(cjg.get(PATH + "/gezinnen").status()).isEqualTo(404);

      assertThat(looks()).isEqualTo(before + 2);
    }
    for (var other :
        List.of(DevOfficer.CONVENANTBEHEERDER, DevOfficer.AUDITOR, DevOfficer.BEOORDELAAR)) {
      try (var browser = other.at(gateway)) {
        assertThat(browser.get(PATH).status()).as(other.title()).isEqualTo(404);
        assertThat(browser.get(PATH + "/kring").status()).as(other.title()).isEqualTo(404);
      }
    }
  }

  private static List<String> csv(SimulatedBrowser browser, String table) {
    var answer = browser.get(PATH + "/" + table);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().replace("\uFEFF", "").lines().toList();
  }

  private static long looks() throws Exception {
    return gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path("soort").asText().equals(EntryKind.INSPECTION.code()))
        .filter(detail -> detail.path("handeling").asText().equals("aantallen-bekeken"))
        .count();
  }
}
