package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.gateway.logbook.EntryKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a convenant says, what a version changes, and how a party refuses it, in a browser.
final class ConvenantPagesSpec {
  private static final String PATH = "/toezicht/convenant";
  private static final String ONE = PATH + "/zuid-kennemerland/2026-09";

  private static TestGateway test;
  private static DevGateway gateway;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @Test
  void every_rule_stands_in_the_matrix_and_every_example_still_gets_its_answer() {
    try (var steward = DevOfficer.CONVENANTBEHEERDER.at(gateway)) {
      assertThat(steward.get(PATH).body()).contains("href=\"" + ONE + "\"");
      var version = gateway.convenant();
      var path = PATH + "/" + version.id() + "/" + version.version();

      var matrix = steward.get(path + "/matrix").body();
      var examples = steward.get(path + "/voorbeelden").body();

      assertThat(version.rules())
          .isNotEmpty()
          .allMatch(rule -> matrix.contains("<h2>" + rule.id() + ": "));
      assertThat(examples).contains(version.examples().size() + " voorbeelden", "Bij 0 geven");
      assertThat(count(examples, "zoals afgesproken")).isEqualTo(version.examples().size());
    }
  }

  @Test
  void a_made_up_case_is_explained_with_its_rule_and_articles_and_what_is_missing_is_said() {
    try (var officer = DevOfficer.FG_SCHOOL.at(gateway)) {
      var page = ONE + "/leg-uit";
      var fields = new HashMap<String, String>();
      fields.put("bewijs", officer.formToken(page));
      fields.put("doel", "signaal-bespreken-cjg");
      fields.put("van", "school-ib");
      fields.put("aan", "cjg-coach");
      fields.put("categorie", "K01");
      fields.put("leeftijd", "9");
      fields.put("toestemming", "gegeven");

      var answer = officer.post(page, fields);
      fields.put("leeftijd", "negen\n\"}: [");
      var wrong = officer.post(page, fields);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("X02", "AVG 6(1)(a)", "voorwaarde-ontbreekt");
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.body()).contains("role=\"alert\"").doesNotContain("X02");
    }
  }

  @Test
  void a_party_that_does_not_want_a_version_says_so_and_it_is_a_row_that_others_see()
      throws Exception {
    try (var school = DevOfficer.FG_SCHOOL.at(gateway);
        var cjg = DevOfficer.FG_CJG.at(gateway)) {
      long before = objections();
      var token = school.formToken(ONE);

      var once = school.post(ONE + "/bezwaar", Map.of("bewijs", token, "grond", "te-ruim"));
      school.post(ONE + "/bezwaar", Map.of("bewijs", token, "grond", "te-ruim"));

      assertThat(once.status()).isEqualTo(303);
      assertThat(objections()).isEqualTo(before + 1);
      assertThat(cjg.get(ONE).body())
          .contains("Basisschool De Duinpieper, Haarlem-Noord: er mag meer dan");
      assertThat(gateway.checkLogbook()).isEmpty();
    }
  }

  @Test
  void nobody_objects_for_another_or_on_a_ground_of_their_own() throws Exception {
    try (var school = DevOfficer.FG_SCHOOL.at(gateway);
        var steward = DevOfficer.CONVENANTBEHEERDER.at(gateway);
        var auditor = DevOfficer.AUDITOR.at(gateway)) {
      long before = objections();
      var token = school.formToken(ONE);

      var own = school.post(ONE + "/bezwaar", Map.of("bewijs", token, "grond", "Sami van Loon"));
      var other =
          steward.post(
              ONE + "/bezwaar", Map.of("bewijs", steward.formToken(ONE), "grond", "te-ruim"));

      assertThat(List.of(own, other)).extracting(Answer::status).containsOnly(404);
      assertThat(steward.get(ONE).body()).doesNotContain(ONE + "/bezwaar");
      assertThat(auditor.get(PATH).status()).isEqualTo(404);
      assertThat(school.get(PATH + "/zuid-kennemerland/1999-01").status()).isEqualTo(404);
      assertThat(objections()).isEqualTo(before);
    }
  }

  private static long objections() throws Exception {
    return gateway.logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path("soort").asText().equals(EntryKind.CONVENANT.code()))
        .filter(detail -> detail.path("gebeurtenis").asText().equals("bezwaar"))
        .count();
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
