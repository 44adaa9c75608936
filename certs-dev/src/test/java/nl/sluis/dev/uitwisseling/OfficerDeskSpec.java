package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk of officers: they log in with one duty, find the rows of their own organisation, read
/// why each was decided so, and open nobody without a reason that the family can read about.
final class OfficerDeskSpec {
  private static final String WHY = "De moeder vroeg wie dit heeft gelezen.";

  private static final String LOW = "http://eidas.europa.eu/LoA/low";

  private static TestGateway test;

  @BeforeAll
  static void a_message_went_and_another_was_refused() throws IOException {
    test = TestGateway.start();
    assertThat(test.play(STORY)).isEmpty();
  }

  private static final String STORY =
      CollectorSpec.STORY.replaceFirst("- stuur:", "- stap: signaal\n    stuur:")
          + """
            - haal op: {door: cjg als cjg-coach, pakket van: signaal}
            - stap: brief
              stuur brief: {door: school als school-ib, persoon: moeder, over: sami}
            - voer code in: {persoon: moeder, over: sami, brief: brief}
          """;

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
  }

  private static List<ObjectNode> looks(String step) {
    var found = new ArrayList<ObjectNode>();
    for (var read : test.gateway().logbook().rows()) {
      read.detail()
          .filter(row -> row.path("soort").asText().equals("inzage"))
          .filter(row -> row.path("handeling").asText().equals(step))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Answer search(OfficerVisit visit, String... fields) {
    var asked = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      asked.put(fields[i], fields[i + 1]);
    }
    return visit.post("/toezicht/regels", asked);
  }

  private static String first(OfficerVisit visit, String kind) {
    return OfficerVisit.rows(search(visit, "soort", kind)).getFirst();
  }

  @Test
  void who_has_no_role_or_logs_in_too_lightly_or_has_the_cookie_of_another_is_not_let_in() {
    // given somebody without a role, and an officer at a level that is too low
    var people = test.gateway().site().login().people();
    people.add("iemand zonder functie", "999911074");
    try (var nobody = OfficerVisit.nobody(test.gateway());
        var light = OfficerVisit.nobody(test.gateway());
        var officer = OfficerVisit.of(test.gateway(), DevOfficer.FG_CJG);
        var thief = SimulatedBrowser.at(test.gateway())) {
      assertThat(nobody.logIn("999911074", DevSignIn.SUBSTANTIAL).status()).isEqualTo(422);
      assertThat(light.logIn(DevOfficer.FG_CJG.number(), LOW).status()).isEqualTo(422);
      assertThat(light.get("/toezicht/regels").status()).isEqualTo(303);

      // then the cookie of the desk opens nothing of a person, nor the other way round
      var cookie = officer.browser().cookie(StaffSignIn.Desk.TOEZICHT.cookie()).orElseThrow();
      thief.keep("__Host-sluis", cookie);
      thief.keep("__Host-sluis-loket", cookie);
      assertThat(thief.get("/mijn").status()).isEqualTo(303);
      assertThat(officer.get("/toezicht").body())
          .contains("privacy officer", "CJG Kennemerland")
          .doesNotContain(DevOfficer.FG_CJG.number(), DevOfficer.FG_CJG.employee());
    }
  }

  @Test
  void logging_out_here_or_at_the_provider_ends_the_session_at_once() {
    try (var here = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL);
        var there = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL)) {
      var cookie = here.browser().cookie(StaffSignIn.Desk.TOEZICHT.cookie()).orElseThrow();
      assertThat(here.post("/toezicht/afmelden", Map.of()).status()).isEqualTo(303);
      here.browser().keep(StaffSignIn.Desk.TOEZICHT.cookie(), cookie);
      assertThat(here.get("/toezicht/regels").status()).isEqualTo(303);

      // when the provider says that the other session is over
      var session = there.browser().sessionAtProvider().orElseThrow();
      var token = test.gateway().site().login().provider().logoutToken(session, false);
      var said = there.browser().call("/toezicht/afmelden/melding", Map.of("logout_token", token));
      var lie = there.browser().call("/toezicht/afmelden/melding", Map.of("logout_token", "x.y.z"));

      assertThat(said.status()).isEqualTo(200);
      assertThat(lie.status()).isEqualTo(400);
      assertThat(there.get("/toezicht/regels").status()).isEqualTo(303);
    }
  }

  @Test
  void who_has_two_posts_chooses_one_and_works_in_that_one_alone() {
    try (var both = OfficerVisit.of(test.gateway(), DevOfficer.TWEE_FUNCTIES)) {
      // given no choice yet
      assertThat(both.get("/toezicht/regels").status()).isEqualTo(303);
      var before = both.browser().cookie(StaffSignIn.Desk.TOEZICHT.cookie()).orElseThrow();

      // when it chooses to look back
      var token = both.browser().formToken("/toezicht");
      var chosen =
          both.browser()
              .post("/toezicht/functie", Map.of("bewijs", token, "functie", "beoordelaar-cjg"));
      assertThat(chosen.status()).isEqualTo(303);

      // then that is what it is, under a new word, and no post that the provider did not give
      assertThat(both.browser().cookie(StaffSignIn.Desk.TOEZICHT.cookie()).orElseThrow())
          .isNotEqualTo(before);
      var row = first(both, "verstrekt");
      assertThat(both.get(row).status()).isEqualTo(200);
      assertThat(both.post(row + "/openen", Map.of("toelichting", WHY)).status()).isEqualTo(404);
      assertThat(both.post("/toezicht/functie", Map.of("functie", "fg-school")).status())
          .isEqualTo(404);
    }
  }

  @Test
  void an_organisation_finds_what_it_took_part_in_and_nothing_of_others() {
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL);
        var cjg = OfficerVisit.of(test.gateway(), DevOfficer.FG_CJG);
        var other = OfficerVisit.of(test.gateway(), DevOfficer.FG_VEILIG_THUIS)) {
      assertThat(OfficerVisit.rows(search(school, "soort", "geweigerd"))).hasSize(1);
      assertThat(OfficerVisit.rows(search(cjg, "soort", "geweigerd")))
          .as("it never heard")
          .isEmpty();
      assertThat(OfficerVisit.rows(search(cjg, "soort", "verstrekt"))).hasSize(1);
      assertThat(OfficerVisit.rows(search(other))).isEmpty();
    }
  }

  @Test
  void every_condition_finds_what_fits_and_nothing_else() {
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL)) {
      var gone = OfficerVisit.rows(search(school, "soort", "verstrekt"));
      assertThat(gone).hasSize(1);
      for (var fit :
          List.of(
              List.of("van", "2026-11-23", "tot", "2026-11-23"),
              List.of("organisatie", "00000099000000101000"),
              List.of("rol", "cjg-coach"),
              List.of("doel", "signaal-bespreken-cjg"),
              List.of("baan", "toestemming"),
              List.of("categorie", "K09"))) {
        var fields = new ArrayList<>(List.of("soort", "verstrekt"));
        fields.addAll(fit);
        assertThat(OfficerVisit.rows(search(school, fields.toArray(String[]::new))))
            .as("%s", fit)
            .isEqualTo(gone);
      }
      for (var miss :
          List.of(
              List.of("van", "2026-11-24"),
              List.of("tot", "2026-11-22"),
              List.of("organisatie", "00000099000000302000"),
              List.of("rol", "ggd-jgz"),
              List.of("doel", "toezicht-igj-calamiteit"),
              List.of("baan", "override"),
              List.of("categorie", "K11"),
              List.of("medewerker", "x"))) {
        var fields = new ArrayList<>(List.of("soort", "verstrekt"));
        fields.addAll(miss);
        assertThat(OfficerVisit.rows(search(school, fields.toArray(String[]::new))))
            .as("%s", miss)
            .isEmpty();
      }
      var refused = OfficerVisit.rows(search(school, "soort", "geweigerd"));
      assertThat(refused).hasSize(1);
      var reason =
          Pattern.compile("Niet, want: ([a-z-]+)")
              .matcher(search(school, "soort", "geweigerd").body())
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      assertThat(OfficerVisit.rows(search(school, "reden", reason))).isEqualTo(refused);
      assertThat(search(school, "van", "gisteren").status()).isEqualTo(422);
      for (var view : List.of("dossier", "medewerker", "dag")) {
        assertThat(search(school, "weergave", view).body()).as(view).contains("<h3>");
      }
      assertThat(school.browser().visited())
          .as("nothing of it stands in an address")
          .allMatch(
              address -> address.getRawQuery() == null || !address.getPath().contains("regels"));
    }
  }

  @Test
  void a_row_explains_itself_is_decided_again_and_says_which_sides_have_it_on_record() {
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL)) {
      var accepted = school.get(first(school, "aangenomen")).body();
      assertThat(accepted)
          .contains("signaal-bespreken-cjg", "X02", "De uitkomst is dezelfde", "AVG")
          .contains("maar aan één kant vast")
          .doesNotContain("Leeftijd toen");
      assertThat(school.get(first(school, "geweigerd")).body())
          .contains("Waarom niet", "De uitkomst is dezelfde");
    }
  }

  @Test
  void what_was_found_is_taken_along_as_a_file_and_that_is_on_record() {
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL)) {
      int before = looks("toezicht-bestand").size();
      var file = school.post("/toezicht/regels/bestand", Map.of("soort", "verstrekt"));

      assertThat(file.status()).isEqualTo(200);
      assertThat(file.headers().get("content-disposition")).contains("regels.csv");
      assertThat(file.body().lines())
          .hasSize(2)
          .anySatisfy(line -> assertThat(line).contains("\"verstrekt\"", "\"K01 K09\""));
      assertThat(looks("toezicht-bestand")).hasSize(before + 1);
      assertThat(looks("toezicht-bestand").getLast().path("met").toString()).contains("soort");
    }
  }

  @Test
  void nobody_is_opened_without_a_reason_and_each_opening_is_on_record_before_it_is_seen() {
    try (var cjg = OfficerVisit.of(test.gateway(), DevOfficer.FG_CJG)) {
      var row = first(cjg, "verstrekt");
      int before = looks("toezicht-geopend").size();

      // when it gives no reason, or a reason that says nothing
      assertThat(cjg.post(row + "/openen", Map.of()).status()).isEqualTo(422);
      var tooShort = Map.of("reden-openen", "klacht", "toelichting", "even kijken");
      assertThat(cjg.post(row + "/openen", tooShort).status()).isEqualTo(422);
      assertThat(looks("toezicht-geopend")).hasSize(before);

      // when it gives one
      var why = Map.of("reden-openen", "verzoek", "toelichting", WHY);
      var opened = cjg.post(row + "/openen", why);

      // then it sees the number of its own organisation, and the row says who looked and why
      assertThat(opened.status()).isEqualTo(200);
      assertThat(opened.body()).contains("Nummer in de regels van uw organisatie");
      var looked = looks("toezicht-geopend").getLast();
      assertThat(looked.path("toelichting").asText()).isEqualTo(WHY);
      assertThat(looked.path("reden").asText()).isEqualTo("verzoek");
      assertThat(looked.path("door").asText()).hasSize(64);
      assertThat(looked.toString()).doesNotContain(DevOfficer.FG_CJG.employee());
      assertThat(looked.at("/over/kant").asText()).isEqualTo("aan");
    }
  }

  @Test
  void somebody_is_found_by_the_reference_of_the_own_organisation_alone() {
    try (var school = OfficerVisit.of(test.gateway(), DevOfficer.FG_SCHOOL);
        var cjg = OfficerVisit.of(test.gateway(), DevOfficer.FG_CJG)) {
      var opened =
          school.post(
              first(school, "aangenomen") + "/openen",
              Map.of("reden-openen", "verzoek", "toelichting", WHY));
      var number =
          Pattern.compile("name=\"verwijzing\" value=\"([0-9a-f]{32})\"")
              .matcher(opened.body())
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      var asked =
          Map.of(
              "verwijzing-soort",
              "nummer",
              "verwijzing",
              number,
              "reden-openen",
              "verzoek",
              "toelichting",
              WHY);

      // then the school finds the dossier, and the same number is nobody for another
      assertThat(OfficerVisit.rows(school.post("/toezicht/regels/betrokkene", asked)))
          .hasSizeGreaterThan(2);
      var nothing = cjg.post("/toezicht/regels/betrokkene", asked);
      assertThat(nothing.status()).isEqualTo(200);
      assertThat(OfficerVisit.rows(nothing)).isEmpty();
      assertThat(nothing.body()).contains("Er is niets gevonden");
    }
  }

  @Test
  void the_family_reads_that_an_officer_opened_and_not_that_one_searched() {
    try (var cjg = OfficerVisit.of(test.gateway(), DevOfficer.FG_CJG);
        var mother = SimulatedBrowser.at(test.gateway())) {
      var why = Map.of("reden-openen", "klacht", "toelichting", WHY);
      cjg.post(first(cjg, "verstrekt") + "/openen", why);
      var people = test.gateway().site().login().people();
      var number =
          people.all().stream()
              .filter(person -> person.name().equals("moeder van sami"))
              .findFirst()
              .orElseThrow()
              .number();
      mother.logIn(number);
      var child =
          Pattern.compile("href=\"(/mijn/inzien/[^\"/]+)\"")
              .matcher(mother.get("/mijn/inzien").body())
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);

      assertThat(mother.get(child).body())
          .contains("De privacy officer van CJG Kennemerland", "keek na wat er met")
          .doesNotContain(WHY, "toezicht-");
    }
  }
}
