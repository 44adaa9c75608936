package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From whom something is hidden, that person reads the pages of somebody at whose child it never
/// was, byte for byte (domain 2.7, 2.8; portals.md 3.3).
final class RecordTwinSpec {
  private static final Map<String, List<String>> HIDDEN = new LinkedHashMap<>();
  private static final Map<String, List<String>> NEVER = new LinkedHashMap<>();
  private static final Map<String, List<String>> ASKED = new LinkedHashMap<>();
  private static final Map<String, List<String>> ASKED_TOO = new LinkedHashMap<>();
  private static final Map<String, String> MOTHER = new LinkedHashMap<>();
  private static final Map<String, Integer> LOOKS = new LinkedHashMap<>();
  private static final List<String> DECIDING = new ArrayList<>();
  private static final List<String> NOT_THERE = new ArrayList<>();
  private static TwinStory embargo;
  private static TwinStory shield;

  @BeforeAll
  static void both_families_live_through_both_stories() throws IOException, SQLException {
    embargo = TwinStory.read("embargo.yaml", RecordTwinSpec::look);
    shield = TwinStory.read("afgeschermd.yaml", RecordTwinSpec::lookShielded);
  }

  private static void look(String moment, Scene scene, DevGateway gateway) {
    try (var sami = new TwinReader(gateway, scene.number("sami", "vader"));
        var lena = new TwinReader(gateway, scene.number("lena", "vader"))) {
      HIDDEN.put(moment, sami.reads());
      NEVER.put(moment, lena.reads());
      ASKED.put(moment, sami.asks());
      ASKED_TOO.put(moment, lena.asks());
      lena.opened().stream()
          .filter(path -> path.contains("/regel/") || path.contains("/over/"))
          .map(sami::reads)
          .forEach(NOT_THERE::add);
    }
  }

  private static void lookShielded(String moment, Scene scene, DevGateway gateway) {
    look("afgeschermd: " + moment, scene, gateway);
    try (var mother = new TwinReader(gateway, scene.number("sami", "moeder"))) {
      int before = looks(gateway);
      MOTHER.put(moment, String.join("\n", mother.reads()));
      LOOKS.put(moment, looks(gateway) - before);
      DECIDING.addAll(mother.questions());
    }
  }

  private static int looks(DevGateway gateway) {
    return (int)
        gateway.logbook().rows().stream()
            .flatMap(row -> row.detail().stream())
            .filter(row -> row.path("handeling").asText().equals("eigen-logboek-gelezen"))
            .count();
  }

  @Test
  void the_stories_are_told_whole() {
    assertThat(embargo.wrong()).isEmpty();
    assertThat(shield.wrong()).isEmpty();
    assertThat(HIDDEN).hasSizeGreaterThan(4);
  }

  @Test
  void both_fathers_read_the_same_on_every_page() {
    HIDDEN.forEach(
        (moment, pages) -> {
          var others = NEVER.getOrDefault(moment, List.of());
          for (int i = 0; i < Math.min(pages.size(), others.size()); i++) {
            assertThat(pages.get(i)).as(moment).isEqualTo(others.get(i));
          }
          assertThat(pages).as(moment).hasSameSizeAs(others);
        });
  }

  @Test
  void what_they_ask_of_a_line_goes_with_it_and_reads_the_same_for_both() {
    ASKED.forEach((moment, pages) -> assertThat(pages).as(moment).isEqualTo(ASKED_TOO.get(moment)));
    assertThat(ASKED.values()).anyMatch(pages -> pages.size() > 1);
    assertThat(String.join("\n", ASKED.values().stream().flatMap(List::stream).toList()))
        .contains("De organisatie las het nog niet.")
        .doesNotContain("CJG", "Veilig Thuis");
  }

  @Test
  void what_they_read_is_not_nothing() {
    var embargoed = all("kijk na de melding");
    assertThat(embargoed)
        .contains(" (jeugdmaatschappelijk werker) kreeg gegevens van ", "Socius", "De Pontveer")
        .contains("De zorg of hulpvraag", "Wie erover beslist, zei ja.", "<circle")
        .doesNotContain("CJG", "Veilig Thuis");
    assertThat(HIDDEN.keySet()).anyMatch(moment -> moment.startsWith("afgeschermd"));
    var shielded = all("afgeschermd: kijk na de uitwisseling");
    assertThat(shielded)
        .contains("een hulpverlener kreeg gegevens van een school.")
        .doesNotContain("Socius", "De Pontveer", "CJG Kennemerland", "CJG IJmond");
  }

  private static String all(String moment) {
    return String.join("\n", HIDDEN.getOrDefault(moment, List.of()));
  }

  @Test
  void the_name_of_a_line_of_another_is_as_good_as_none() {
    assertThat(NOT_THERE).isNotEmpty().allMatch(page -> page.startsWith("404 "));
    assertThat(NOT_THERE.stream().distinct()).hasSize(1);
  }

  @Test
  void a_mother_reads_who_got_something_what_she_said_and_who_must_stop() {
    assertThat(MOTHER.get("kijk na de uitwisseling"))
        .contains("CJG IJmond (CJG-coach) kreeg gegevens van ")
        .contains("U zei ja: ", "U zei ja op 24 november")
        .doesNotContain("moet stoppen");
    assertThat(MOTHER.get("kijk na het stoppen"))
        .contains("U stopte uw ja: ", "CJG IJmond (CJG-coach) moet stoppen met gegevens van ")
        .doesNotContain("bevestigde de stop");
  }

  @Test
  void from_a_line_about_an_own_yes_one_click_leads_to_where_it_can_be_taken_back() {
    assertThat(DECIDING).isNotEmpty().allMatch(page -> page.startsWith("200 "));
  }

  @Test
  void that_somebody_looks_is_one_row_for_each_session_however_many_pages_were_read() {
    assertThat(LOOKS).hasSize(4).allSatisfy((_, rows) -> assertThat(rows).isEqualTo(1));
  }
}
