package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.stopbericht.Answered;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A family decides on the pages: no is as easy as yes, to stop as to give, and what is said is
/// what was read (AVG 4(11), 7(3); portals.md N10).
final class DecidingSpec {
  private static final Pattern LETTERS = Pattern.compile("[0-9a-f]{64}");
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static final Map<String, Integer> CLICKS = new LinkedHashMap<>();
  private static final List<String> EVENTS = new ArrayList<>();
  private static List<String> choices = List.of();
  private static Decider.Sent old = new Decider.Sent("", Map.of());
  private static Answer receipt = Answer.refused("");
  private static TwinStory story;

  @BeforeAll
  static void a_mother_decides() throws IOException, SQLException {
    story = TwinStory.read("beslissen.yaml", DecidingSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk en beslis" -> decides(scene, gateway);
      case "kijk een uur later" -> decidesInParts(scene, gateway);
      case "kijk na de verjaardag" -> comesLate(scene, gateway);
      default -> throw new IllegalStateException(moment);
    }
  }

  private static void decides(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      mother.at("/mijn/vragen").follow("CJG Kennemerland");
      SEEN.put("vraag", mother.body());
      choices = mother.buttons("keuzeknop");
      mother.press("Ja");
      SEEN.put("ja", mother.body());
      var yes = mother.form("Dit klopt");
      mother.press("Dit klopt");
      SEEN.put("gezegd", mother.body());
      CLICKS.put("ja", mother.clicks());
      mother.send(yes.action(), yes.fields()).send(yes.action(), yes.fields());
      SEEN.put("twee keer", mother.body());
      var proof = Pattern.compile("href=\"(/mijn/toestemmingen/[^\"]+/bewijs/[^\"]+)\"");
      var link = proof.matcher(mother.body());
      assertThat(link.find()).isTrue();
      receipt = mother.fetch(link.group(1));

      mother.at("/mijn/vragen").follow("GGD Kennemerland").press("Nee");
      SEEN.put("nee", mother.body());
      CLICKS.put("nee", mother.press("Dit klopt").clicks());

      mother.at("/mijn/toestemmingen").follow("CJG Kennemerland").press("Nee");
      SEEN.put("stop", mother.body());
      CLICKS.put("stop", mother.press("Dit klopt").clicks());
      mother.send(yes.action(), yes.fields());
      SEEN.put("oude ja", mother.body());
      SEEN.put("oude ja status", String.valueOf(mother.status()));
    }
    try (var mother = new Decider(gateway, scene.number("lena", "moeder"))) {
      mother.at("/mijn/vragen").follow("CJG Kennemerland").press("Ja");
      old = mother.form("Dit klopt");
    }
  }

  private static void decidesInParts(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      mother.at("/mijn/toestemmingen").follow("GGD Kennemerland");
      var parts = new LinkedHashMap<>(mother.form("Verder met deze keuze").fields());
      var path = mother.form("Verder met deze keuze").action();
      parts.put("soort-K01", "ja");
      mother.send(path, parts);
      SEEN.put("een deel vergeten", mother.status() + mother.body());
      parts.put("soort-K09", "nee");
      mother.send(path, parts).press("Dit klopt");
      SEEN.put("deel", mother.body());
      SEEN.put("alles", mother.at("/mijn/toestemmingen").body());
      SEEN.put("wet", mother.follow("Hier is uw ja niet voor nodig").body());
      EVENTS.addAll(events(gateway));
    }
    try (var father = new Decider(gateway, scene.number("sami", "vader"))) {
      SEEN.put("vader vragen", father.at("/mijn/vragen").body());
      SEEN.put("vader alles", father.at("/mijn/toestemmingen").body());
      SEEN.put("vader een", father.follow("GGD Kennemerland").body());
    }
  }

  /// The child became sixteen while the page was open.
  private static void comesLate(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("lena", "moeder"))) {
      var late = mother.send(old.action(), mother.renewed(old.fields())).page();
      SEEN.put("te laat", late.status() + " " + late.body());
      var nothing =
          old.action().replaceAll("[0-9a-f-]{36}", "5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10");
      var never = mother.send(nothing, mother.renewed(old.fields())).page();
      SEEN.put("nooit", never.status() + " " + never.body());
      SEEN.put("lena vragen", mother.at("/mijn/vragen").body());
    }
  }

  private static List<String> events(DevGateway gateway) {
    var told = new ArrayList<String>();
    try (var owner = gateway.database().owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    """
                    select a.receiver_role, e.type, array_to_string(e.categories, ','),
                      e.tekst_taal, length(e.tekst_hash)
                    from consent_event e join consent_ask a on a.id = e.ask_id
                    where e.channel = 'portaal' and e.tekst_hash is not null order by e.seq
                    """)) {
      while (rows.next()) {
        told.add(
            "%s %s %s %s %d"
                .formatted(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getInt(5)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the spec", e);
    }
    return told;
  }

  private static String seen(String what) {
    return SEEN.getOrDefault(what, "");
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_is_in_order() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void every_question_first_says_that_no_is_allowed_and_what_happens_then() {
    var page = seen("vraag");

    assertThat(page).contains("Nee mag", "Wat er dan gebeurt:");
    assertThat(page.indexOf("Nee mag")).isLessThan(page.indexOf("Wat wordt er gevraagd?"));
    assertThat(page.indexOf("Nee mag")).isLessThan(page.indexOf("value=\"ja\""));
  }

  @Test
  void yes_no_and_later_are_the_same_button_and_nothing_is_chosen_beforehand() {
    assertThat(choices).hasSize(3);
    assertThat(choices.stream().distinct()).hasSize(1);
    assertThat(seen("vraag")).doesNotContain(" checked", "aria-pressed", "autofocus");
  }

  @Test
  void no_takes_as_many_clicks_as_yes_and_to_stop_as_many_as_to_give() {
    assertThat(CLICKS).containsEntry("ja", 3).containsEntry("nee", 3).containsEntry("stop", 3);
  }

  @Test
  void what_follows_is_told_before_anything_is_on_record() {
    assertThat(seen("ja"))
        .contains(
            "Er is nog niets vastgelegd.", "U zegt ja", "Nee mag ook", "U kunt altijd stoppen.");
    assertThat(seen("nee")).contains("U zegt nee", "niet delen met GGD Kennemerland");
    assertThat(seen("stop")).contains("U stopt uw ja", "Wat al is gedeeld, blijft gedeeld.");
  }

  @Test
  void said_twice_it_is_said_once_and_each_word_holds_what_was_read() {
    assertThat(EVENTS)
        .containsExactly(
            "cjg-coach GIVEN  nl 64",
            "ggd-jeugdarts REFUSED  nl 64",
            "cjg-coach WITHDRAWN  nl 64",
            "ggd-jeugdarts GIVEN K01 nl 64");
    assertThat(seen("twee keer")).contains("Dit hebt u gezegd");
  }

  @Test
  void an_old_page_decides_nothing_and_is_shown_again() {
    assertThat(seen("oude ja status")).isEqualTo("422");
    assertThat(seen("oude ja")).contains("Er is iets veranderd", "Er is niets vastgelegd.");
  }

  @Test
  void who_answers_in_parts_is_asked_for_the_part_that_was_forgotten() {
    assertThat(seen("een deel vergeten")).startsWith("422").contains("Zeg bij elke soort");
    assertThat(seen("deel")).contains("Dit hebt u gezegd");
    assertThat(seen("alles")).contains("ja op een deel, nee op de rest", "Een deel mag nu");
  }

  @Test
  void proof_can_be_kept_under_a_name_that_tells_nothing() {
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.headers().get("content-disposition")).contains("bewijs.jwt");
    assertThat(receipt.body().split("\\.", -1)).hasSize(3);
  }

  @Test
  void the_other_parent_sees_what_may_be_shared_and_no_word_of_the_mother() {
    assertThat(seen("vader alles")).contains("U zei: ja.");
    assertThat(seen("vader een"))
        .contains("Wat een ander zei, ziet u niet.")
        .doesNotContain("U zei nee", "gestopt", "moeder", "geweigerd");
  }

  @Test
  void of_what_the_law_orders_there_is_an_explanation_and_no_button() {
    assertThat(seen("wet"))
        .contains("Dit staat in:", "bezwaar")
        .doesNotContain("keuzeknop", "Stoppen<");
  }

  @Test
  void who_answers_when_it_is_not_hers_any_more_reads_what_anybody_reads_of_nothing() {
    assertThat(LETTERS.matcher(seen("te laat")).replaceAll(""))
        .startsWith("404 ")
        .isEqualTo(LETTERS.matcher(seen("nooit")).replaceAll(""));
    assertThat(seen("lena vragen")).contains("Er zijn nu geen vragen aan u.");
  }

  @Test
  void every_notice_and_every_answer_of_a_receiver_has_words() {
    var words = Texts.ofThisRelease().set("beslissen", Language.NL).plain();

    assertThat(Stream.of(NoticeKind.values()).map(kind -> "melding." + kind.code()))
        .allMatch(words::containsKey);
    assertThat(Answered.codes().stream().map(code -> "gedaan." + code))
        .allMatch(words::containsKey);
  }
}
