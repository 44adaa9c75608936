package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.gateway.boot.logboek.LogbookCommand;
import nl.sluis.gateway.bundel.Field;
import nl.sluis.gateway.bundel.Receiver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer has the answer made to who asked what the organisation gave and got: what that person
/// may see and nothing more, in the language of that person (AVG 15). The case that was opened
/// about it is given along to who judges it, each with the fields of its profile, and anybody
/// checks that.
final class AccessAnswerSpec {
  private static final String HOME = "/toezicht/inzage";
  private static final String OWN = "/mijn/v1/betrokkenenverzoeken";
  private static final String CJG = "00000099000000101000";
  private static final String GOT = "kreeg gegevens van";
  private static final Map<String, String> ASKED = new LinkedHashMap<>();
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static String paper = "";
  private static List<String> looks = List.of();

  @SuppressWarnings("NullAway.Init") // made in the story, at the moment that it tells
  private static CaseBundles bundles;

  private static TwinStory story;

  @BeforeAll
  static void two_parents_ask() throws IOException, SQLException {
    story = TwinStory.read("inzageverzoek.yaml", AccessAnswerSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk en vraag" -> {
        asksByProgram(scene);
        asksOnAPage(scene, gateway);
      }
      case "kijk en antwoord" -> answers(gateway);
      default -> throw new IllegalStateException(moment);
    }
  }

  private static void asksByProgram(Scene scene) {
    var mother = scene.person("sami", "moeder");
    SEEN.put("gevraagd", mother.post(OWN, asking(CJG, "pl")));
    SEEN.put("nog eens gevraagd", mother.post(OWN, asking(CJG, "nl")));
    SEEN.put("niet bij dit kind", mother.post(OWN, asking("00000099000000301000", "nl")));
    SEEN.put("nergens", mother.post(OWN, asking("00000000000000000009", "nl")));
    SEEN.put("andere taal", mother.post(OWN, asking(CJG, "fr")));
    SEEN.put("geen oin", mother.post(OWN, asking("cjg", "nl")));
    var told = new Answering(scene).one("cjg", "inzage");
    ASKED.put("moeder", told.path("id").asText());
    ASKED.put("taal", told.path("taal").asText());
    ASKED.put("tijd", told.path("gesteldOp").asText() + "/" + told.path("uiterlijk").asText());
  }

  private static String asking(String organisation, String language) {
    return "{\"soort\":\"inzage\",\"bij\":\"%s\",\"taal\":\"%s\"}"
        .formatted(organisation, language);
  }

  private static void asksOnAPage(Scene scene, DevGateway gateway) {
    try (var father = new Decider(gateway, scene.number("sami", "vader"))) {
      father.at("/mijn/inzien").follow("9 jaar").follow(GOT);
      var form = father.follow("Vraag wat deze organisatie").form("Vraag om alles te lezen");
      var fields = new LinkedHashMap<>(form.fields());
      fields.put("bij", "VAN");
      fields.put("woorden", "");
      father.send(form.action(), fields);
      SEEN.put("gevraagd op een bladzijde", father.page());
    }
    ASKED.put("vader", new Answering(scene).one("cjg", "inzage").path("id").asText());
  }

  private static void answers(DevGateway gateway) {
    var mother = ASKED.getOrDefault("moeder", "");
    var father = ASKED.getOrDefault("vader", "");
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL);
        var reviewer = new OfficerBrowser(gateway, DevOfficer.BEOORDELAAR)) {
      SEEN.put("lijst", officer.get(HOME));
      SEEN.put("beoordelaar", reviewer.get(HOME));
      SEEN.put("moeder", make(officer, mother, "nl", "bestand"));
      SEEN.put("moeder in het Pools", make(officer, mother, "", "bestand"));
      SEEN.put("vader", make(officer, father, "nl", "bestand"));
      SEEN.put("van een ander", make(school, mother, "nl", "bestand"));
      SEEN.put("van niemand", make(officer, "x", "nl", "bestand"));
      make(officer, mother, "en", "papier");
      paper = new String(officer.lastBytes(), StandardCharsets.ISO_8859_1);
    }
    bundles = CaseBundles.made(gateway, mother, father);
    looks =
        gateway.logbook().rows().stream()
            .flatMap(row -> row.detail().stream())
            .filter(row -> row.path("handeling").asText().equals("inzage-samengesteld"))
            .map(row -> row.path("verzoek").asText())
            .toList();
  }

  private static Answer make(OfficerBrowser officer, String request, String language, String form) {
    return officer.send(HOME, HOME, "verzoek", request, "taal", language, "vorm", form);
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  @Test
  void the_story_went_as_told_and_the_logbook_is_whole() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void somebody_asks_for_access_on_a_page_or_by_a_program_and_has_an_answer_within_a_month() {
    assertThat(seen("gevraagd").status()).isEqualTo(201);
    assertThat(seen("gevraagd").body()).contains(ASKED.get("moeder"));
    assertThat(seen("nog eens gevraagd").body()).isEqualTo(seen("gevraagd").body());
    assertThat(ASKED.get("taal")).isEqualTo("pl");
    assertThat(ASKED.get("tijd")).matches("2026-11-23T.*/2026-12-23T.*");
    assertThat(seen("gevraagd op een bladzijde").body()).contains("Gevraagd.");
    assertThat(ASKED.get("vader")).isNotEqualTo(ASKED.get("moeder"));
  }

  @Test
  void an_organisation_that_is_not_seen_and_one_that_is_not_there_are_one_answer() {
    assertThat(seen("niet bij dit kind").status()).isEqualTo(404);
    assertThat(seen("nergens").status()).isEqualTo(404);
    assertThat(seen("niet bij dit kind").body()).isEqualTo(seen("nergens").body());
    assertThat(seen("andere taal").status()).isEqualTo(400);
    assertThat(seen("geen oin").status()).isEqualTo(400);
  }

  @Test
  void who_asked_gets_what_the_organisation_gave_in_the_own_language() {
    assertThat(seen("lijst").body())
        .contains("Vraag om alles te lezen, gevraagd op", "op papier Nederlands). ");
    assertThat(seen("moeder").body()).contains("\"taal\" : \"nl\"").contains(GOT);
    assertThat(seen("moeder in het Pools").body())
        .contains("\"taal\" : \"pl\"")
        .doesNotContain(GOT);
    assertThat(paper).startsWith("%PDF-");
  }

  @Test
  void from_whom_something_is_hidden_gets_an_answer_without_it() {
    assertThat(seen("vader").body())
        .contains("\"regels\" : [")
        .doesNotContain(GOT)
        .contains("U zei ja");
  }

  @Test
  void what_was_asked_of_another_organisation_is_as_what_never_was() {
    assertThat(seen("van een ander").status()).isEqualTo(422);
    assertThat(seen("van niemand").status()).isEqualTo(422);
    assertThat(seen("beoordelaar").status()).isEqualTo(404);
  }

  @Test
  void every_answer_that_is_made_is_a_row_about_the_child() {
    var mother = ASKED.get("moeder");

    assertThat(looks).containsExactlyInAnyOrder(mother, mother, mother, ASKED.get("vader"));
  }

  @Test
  void each_receiver_of_a_case_reads_the_fields_of_its_profile_and_the_whole_verifies() {
    for (var receiver :
        List.of(Receiver.KLACHTENCOMMISSIE, Receiver.TOEZICHTHOUDER, Receiver.RECHTER)) {
      var name = receiver.word();
      assertThat(bundles.answer(name).status()).as(name).isEqualTo(200);
      assertThat(bundles.checked(bundles.file(name)).faults()).as(name).isEmpty();
      assertThat(bundles.open(name))
          .as(name)
          .isNotEmpty()
          .allSatisfy(
              open ->
                  assertThat(open)
                      .containsExactlyInAnyOrderElementsOf(
                          receiver.reads().stream().map(Field::word).toList()));
    }
    assertThat(bundles.values("toezichthouder", "soort")).contains("verstrekt", "geopend");
    assertThat(bundles.values("toezichthouder", "toelichting")).contains(CaseBundles.WHY);
    assertThat(new String(bundles.file("rechter"), StandardCharsets.UTF_8))
        .doesNotContain(CaseBundles.WHY);
    assertThat(bundles.file("rechter").length % (64 * 1024)).isZero();
  }

  @Test
  void who_is_of_the_family_reads_what_the_own_pages_show_and_no_place_in_the_logbook() {
    assertThat(bundles.checked(bundles.file("moeder")).faults()).isEmpty();
    assertThat(bundles.checked(bundles.file("vader")).faults()).isEmpty();
    assertThat(bundles.values("moeder", "soort")).containsExactly("verstrekt");
    assertThat(bundles.open("moeder").getFirst()).doesNotContain("plek", "tijd", "uitwisseling");
    assertThat(bundles.told("vader").path("regels")).isEmpty();
    assertThat(bundles.told("moeder").has("checkpoint")).isFalse();
    assertThat(bundles.file("vader")).hasSameSizeAs(bundles.file("moeder"));
  }

  @Test
  void the_page_that_checks_says_the_same_of_a_bundle_and_what_cannot_be_known_from_it() {
    for (var name : List.of("klachtencommissie", "toezichthouder", "moeder", "vader")) {
      var read = bundles.checked(bundles.file(name)).read().orElseThrow();
      assertThat(bundles.said(name).verdict()).isEqualTo(read.verdict());
      assertThat(bundles.said(name).findings()).isEqualTo(read.unknown());
      assertThat(bundles.said(name).lines()).isEqualTo(read.lines());
    }
  }

  @Test
  void whatever_was_changed_left_out_or_put_elsewhere_in_a_bundle_both_checks_notice()
      throws IOException {
    assertThat(bundles.spoilt()).hasSizeGreaterThan(50);
    bundles
        .spoilt()
        .forEach(
            (name, file) -> {
              assertThat(bundles.checked(file).faults()).as(name).isNotEmpty();
              assertThat(bundles.said(name).verdict()).as(name).startsWith("Niet in orde: ");
            });
    SpoiltStatement.all(bundles.file("toezichthouder"))
        .forEach((name, file) -> assertThat(bundles.checked(file).faults()).as(name).isNotEmpty());
    assertThat(bundles.said("/bundel/regels/0/velden/doel/waarde").findings())
        .contains("Regel 1 past niet bij wat is vastgelegd.");
    assertThat(bundles.said("/bundel/boom/wortel").findings())
        .contains("De wortel van deze bundel staat niet in die rij.");
    assertThat(bundles.said("/bundel/checkpoint").findings())
        .contains("De rij van regel 1 staat niet in het logboek.");
    assertThat(bundles.said("een twee keer").findings())
        .anyMatch(fault -> fault.endsWith("staat er meer dan eens in."));
  }

  @Test
  void the_command_line_checks_a_bundle_without_sluis(@TempDir Path folder) throws IOException {
    var right = Files.write(folder.resolve("dossier.json"), bundles.file("rechter"));
    var wrong =
        Files.write(
            folder.resolve("bedorven.json"),
            Objects.requireNonNull(bundles.spoilt().get("andere volgorde")));

    assertThat(typed(LogbookCommand.WHOLE, right)).contains("In orde: ", "- ", "Niet te weten: ");
    assertThat(typed(LogbookCommand.NOT_WHOLE, wrong)).contains("NIET IN ORDE");
  }

  private static String typed(int ending, Path file) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var seen =
        new LogbookCommand(out, out)
            .run(List.of("controleer", "--dossier=" + file, "--sleutel", bundles.key()));
    var text = told.toString(StandardCharsets.UTF_8);
    assertThat(seen).as(text).isEqualTo(ending);
    return text;
  }

  @Test
  void giving_a_case_along_is_a_look_and_what_is_given_was_committed_to_once() {
    assertThat(bundles.rows())
        .filteredOn(row -> row.path("stap").asText().equals("vastgelegd"))
        .hasSize(1);
    assertThat(bundles.rows())
        .filteredOn(row -> row.path("handeling").asText().equals("zaak-meegegeven"))
        .extracting(row -> row.path("voor").asText() + "/" + row.path("vorm").asText())
        .containsExactly(
            "klachtencommissie/bestand",
            "toezichthouder/bestand",
            "rechter/bestand",
            "rechter/bestand",
            "gezin/bestand",
            "gezin/bestand",
            "rechter/papier",
            "gezin/papier");
    assertThat(bundles.told("nog eens").path("boom"))
        .isEqualTo(bundles.told("rechter").path("boom"));
  }

  @Test
  void a_case_is_given_along_by_its_own_privacy_officer_to_somebody_who_is_named() {
    assertThat(bundles.answer("van een ander").status()).isEqualTo(404);
    assertThat(bundles.answer("beoordelaar").status()).isEqualTo(404);
    assertThat(bundles.answer("formulier").body()).contains("Een klachtencommissie.");
    assertThat(bundles.answer("gezin zonder wie").status()).isEqualTo(422);
    assertThat(bundles.answer("niemand").status()).isEqualTo(422);
    for (var paper : List.of("papier", "papier gezin")) {
      assertThat(new String(bundles.file(paper), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
  }

  @Test
  void who_has_the_keys_makes_the_tree_of_a_case_again_and_finds_another_root_beside_it() {
    assertThat(bundles.whole).isEmpty();
    assertThat(bundles.broken)
        .singleElement()
        .asString()
        .contains("legt iets anders vast over een zaak");
  }
}
