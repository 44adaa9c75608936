package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A professional at the desk helps one person with a code that only that person can give, writes
/// down what that person says, and can find nobody (portals.md 3.3, staff acting as family).
final class CounterSpec {
  private static final String LEVEL = "http://eidas.europa.eu/LoA/substantial";
  private static final String IVO = "999900018";
  private static final String AYSE = "999900031";
  private static final String NOOR = "999900043";
  private static final String HEADING = "Wat wordt er gevraagd?";
  private static final Pattern PIECE = Pattern.compile("<(?:p|li|h2)>([^<]+)</(?:p|li|h2)>");
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static final List<String> EVENTS = new ArrayList<>();
  private static final List<String> REFUSED = new ArrayList<>();
  private static final Map<String, String> PAPER = new LinkedHashMap<>();
  private static TwinStory story;

  @BeforeAll
  static void a_mother_is_helped() throws IOException, SQLException {
    story = TwinStory.read("loket.yaml", CounterSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk aan het loket" -> atTheDesk(scene, gateway);
      case "kijk zelf" -> herself(scene, gateway);
      default -> throw new IllegalStateException(moment);
    }
  }

  private static Answer logIn(SimulatedBrowser browser, String number) {
    var page = browser.follow(browser.get("/loket/aanmelden"));
    return browser.follow(browser.pick(page, number, LEVEL));
  }

  private static Answer help(SimulatedBrowser desk, String code, String way) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("bewijs", desk.formToken("/loket"));
    fields.put("code", code);
    fields.put("weg", way);
    fields.put("zeker", "ja");
    return desk.post("/loket/hulp", fields);
  }

  /// Presses one button and then says that it is right.
  private static Answer says(SimulatedBrowser desk, String question, String word) {
    var token = desk.formToken(question);
    var asked = desk.post(question + "/bevestigen", Map.of("bewijs", token, "antwoord", word));
    SEEN.put("bevestigen " + word, asked);
    var fields = new LinkedHashMap<String, String>();
    Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
        .matcher(asked.body())
        .results()
        .forEach(one -> fields.put(one.group(1), one.group(2)));
    var said = desk.post(question + "/antwoord", fields);
    return said.status() == 303 ? desk.follow(said) : said;
  }

  private static String link(Answer page, String words) {
    return Pattern.compile("<a href=\"([^\"]+)\">([^<]*)</a>")
        .matcher(page.body())
        .results()
        .filter(one -> one.group(2).contains(words))
        .map(one -> one.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(words + "\n" + page.body()));
  }

  private static void atTheDesk(Scene scene, DevGateway gateway) {
    var people = gateway.site().login().provider().people();
    people.employ("Ivo (loket)", IVO);
    people.employ("Ayşe (loket)", AYSE);
    people.add("Noor (elders)", NOOR);
    var letter = scene.letterOf("brief moeder");
    try (var desk = SimulatedBrowser.at(gateway);
        var other = SimulatedBrowser.at(gateway);
        var nobody = SimulatedBrowser.at(gateway)) {
      SEEN.put("zonder rol", logIn(nobody, NOOR));
      SEEN.put("zonder rol daarna", nobody.get("/loket"));
      SEEN.put("niemand", nobody.get("/loket/toestemmingen"));
      logIn(desk, IVO);
      SEEN.put("begin", desk.get("/loket"));
      SEEN.put("zonder hulp", desk.get("/loket/toestemmingen"));
      SEEN.put("een raadt", help(desk, "2222-2222-2222", "balie"));
      SEEN.put(
          "niet zeker",
          desk.post(
              "/loket/hulp",
              Map.of("bewijs", desk.formToken("/loket"), "code", letter, "weg", "balie")));
      SEEN.put("van elders", desk.postFromElsewhere("/loket/hulp", Map.of("code", letter)));
      SEEN.put("zonder woord", desk.post("/loket/hulp", Map.of("code", letter, "zeker", "ja")));
      SEEN.put("hulp", help(desk, letter, "balie"));
      SEEN.put("vragen", desk.get("/loket/toestemmingen"));
      var question = link(seen("vragen"), "CJG Kennemerland");
      SEEN.put("vraag", desk.get(question));
      SEEN.put("papier", desk.get(question + "/formulier"));
      PAPER.put("papier", words(desk.lastBytes()));
      SEEN.put("stoppapier", desk.get(question + "/stopformulier"));
      PAPER.put("stoppapier", words(desk.lastBytes()));
      SEEN.put("ja", says(desk, question, "ja"));
      SEEN.put("nee", says(desk, link(seen("vragen"), "GGD Kennemerland"), "nee"));

      logIn(other, AYSE);
      SEEN.put("ander zonder hulp", other.get(question));
      SEEN.put("gebruikte brief", help(other, letter, "balie"));
      for (int i = 0; i < 5; i++) {
        SEEN.put("raden", help(other, "2222-2222-222" + (i + 3), "balie"));
      }
      SEEN.put("geraden", help(other, scene.letterOf("brief lena"), "balie"));
      SEEN.put("familie met loketkoek", browse(gateway, desk));

      var token = desk.formToken(question);
      desk.post("/loket/klaar", Map.of("bewijs", token));
      SEEN.put("na afloop", desk.get(question));
      SEEN.put(
          "na afloop ja",
          desk.post(question + "/bevestigen", Map.of("bewijs", token, "antwoord", "ja")));
      SEEN.put("na afloop begin", desk.get("/loket"));
    }
    events(gateway);
  }

  /// Read back as somebody reads it, line after line.
  private static String words(byte[] pdf) {
    try (var read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException("what is printed is PDF", e);
    }
  }

  /// The cookie of the desk put in the place of that of a person.
  private static Answer browse(DevGateway gateway, SimulatedBrowser desk) {
    try (var thief = SimulatedBrowser.at(gateway)) {
      thief.keep("__Host-sluis", desk.cookie("__Host-sluis-loket").orElseThrow());
      return thief.get("/mijn");
    }
  }

  private static void herself(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"));
        var desk = SimulatedBrowser.at(gateway)) {
      SEEN.put("eigen vraag", mother.at("/mijn/toestemmingen").follow("CJG").page());
      SEEN.put(
          "eigen vraag los",
          mother.at(link(seen("vragen"), "CJG").replace("/loket", "/mijn")).page());
      SEEN.put("eigen hulp", mother.at("/mijn/loket").page());
      SEEN.put("meldingen", mother.at("/mijn/meldingen").page());
      SEEN.put("code", mother.at("/mijn/loket").press("Maak een code").page());
      var code =
          Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(seen("code").body());
      assertThat(code.find()).isTrue();
      logIn(desk, IVO);
      SEEN.put("telefoon", help(desk, code.group(), "telefoon"));
      SEEN.put(
          "stop", says(desk, link(desk.get("/loket/toestemmingen"), "CJG Kennemerland"), "nee"));
      mother.at("/mijn/loket").press("Stop deze hulp");
      SEEN.put("door haar gestopt", desk.get("/loket/toestemmingen"));
    }
    events(gateway);
    new ColleagueLooking(scene, gateway).looksBack(SEEN, REFUSED);
  }

  private static void events(DevGateway gateway) {
    EVENTS.clear();
    try (var owner = gateway.database().owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    """
                    select concat_ws(' ', a.receiver_role, e.type, e.channel, e.recorded_by,
                      length(e.tekst_hash), e.aanwezigheid is not null)
                    from consent_event e join consent_ask a on a.id = e.ask_id
                    where e.tekst_hash is not null order by e.seq
                    """)) {
      while (rows.next()) {
        EVENTS.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the spec", e);
    }
  }

  private static Answer seen(String what) {
    return SEEN.getOrDefault(what, Answer.refused(what));
  }

  private static String sent(String what) {
    return seen(what).status() + " " + seen(what).headers().getOrDefault("location", "");
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_is_in_order() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void only_who_has_the_role_at_the_organisation_comes_in() {
    assertThat(seen("zonder rol").status()).isEqualTo(422);
    assertThat(seen("zonder rol daarna").body()).contains("Aanmelden bij uw organisatie");
    assertThat(seen("begin").body()).contains("De code").doesNotContain("Aanmelden bij");
  }

  @Test
  void without_a_code_nobody_is_found_and_there_is_nothing_to_search_with() {
    assertThat(sent("niemand")).isEqualTo("303 /loket");
    assertThat(sent("zonder hulp")).isEqualTo("303 /loket");
    assertThat(seen("begin").body()).doesNotContain("type=\"search\"", "<select", "toestemmingen");
    assertThat(seen("een raadt").status()).isEqualTo(422);
    assertThat(seen("een raadt").body()).contains("Met deze code gaat het niet (meer).");
  }

  @Test
  void who_it_is_must_be_sure_and_the_form_must_be_ours() {
    assertThat(seen("niet zeker").body()).contains("Kijk eerst na wie dit is");
    assertThat(seen("van elders").status()).isEqualTo(403);
    assertThat(seen("zonder woord").body()).contains("Er is niets veranderd");
  }

  @Test
  void the_letter_that_somebody_brings_opens_the_questions_of_that_person_and_nothing_else() {
    assertThat(sent("hulp")).isEqualTo("303 /loket/toestemmingen");
    assertThat(seen("vragen").body())
        .contains("CJG Kennemerland", "GGD Kennemerland", "Over uw kind van 9 jaar")
        .doesNotContain("kind van 8 jaar", "/mijn/inzien", "vader");
  }

  @Test
  void what_is_read_aloud_is_word_for_word_what_the_person_reads_alone() {
    var alone = pieces(seen("eigen vraag los"));

    assertThat(alone).contains("Nee mag", "School en hulp mogen niet afhangen van wat u zegt.");
    assertThat(pieces(seen("vraag"))).containsAll(alone);
    assertThat(seen("vraag").body()).contains("Lees alles voor");
  }

  private static List<String> pieces(Answer page) {
    var body = page.body();
    var from = body.indexOf("<h2>Nee mag</h2>");
    var until = body.indexOf("Wat zegt u?");
    return PIECE
        .matcher(body.substring(Math.max(from, 0), Math.max(until, 0)))
        .results()
        .map(one -> one.group(1).strip())
        .toList();
  }

  @Test
  void yes_no_and_stop_are_written_down_as_said_at_the_desk_with_the_text_and_the_code() {
    assertThat(seen("ja").body()).contains("Dit hebt u gezegd", "krijgt hier bericht van");
    assertThat(EVENTS)
        .containsExactly(
            "cjg-coach GIVEN mondeling 00000099000000101000/cjg-ia 64 t",
            "ggd-jeugdarts REFUSED mondeling 00000099000000101000/cjg-ia 64 f",
            "cjg-coach WITHDRAWN mondeling 00000099000000101000/cjg-ia 64 f");
  }

  @Test
  void what_needs_a_signature_is_printed_at_the_desk_under_a_neutral_name() {
    assertThat(seen("papier").headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(seen("papier").headers().get("content-disposition")).contains("formulier.pdf");
  }

  @Test
  void what_the_page_says_is_what_the_paper_says() {
    var page = pieces(seen("vraag")).stream().filter(one -> !one.equals(HEADING)).toList();
    var asked = page.subList(page.indexOf("Waarvoor:"), page.size());

    assertThat(page).hasSizeGreaterThan(8);
    assertThat(PAPER.getOrDefault("papier", "")).contains(page);
    assertThat(PAPER.getOrDefault("stoppapier", "")).contains(asked).doesNotContain("Nee mag");
  }

  @Test
  void a_used_letter_opens_nothing_and_who_guesses_has_to_wait_even_with_a_good_one() {
    assertThat(seen("gebruikte brief").body()).contains("Met deze code gaat het niet (meer).");
    assertThat(seen("geraden").status()).isEqualTo(422);
    assertThat(seen("geraden").body()).contains("Wacht een kwartier");
  }

  @Test
  void a_stolen_session_of_the_desk_opens_nobody() {
    assertThat(sent("ander zonder hulp")).isEqualTo("303 /loket");
    assertThat(sent("na afloop")).isEqualTo("303 /loket");
    assertThat(sent("na afloop ja")).isEqualTo("303 /loket");
    assertThat(seen("na afloop begin").body()).doesNotContain("/loket/toestemmingen");
    assertThat(sent("familie met loketkoek")).isEqualTo("303 /aanmelden");
  }

  @Test
  void the_person_sees_who_helped_and_is_told_of_each_yes() {
    assertThat(seen("eigen hulp").body())
        .contains("CJG Kennemerland hielp u op 24 november 2026.", "Aan de balie")
        .doesNotContain("Ivo", IVO);
    assertThat(seen("meldingen").body()).contains("Dit klopt niet");
  }

  @Test
  void with_a_code_of_the_own_page_it_goes_by_phone_and_the_person_can_end_it() {
    assertThat(sent("telefoon")).isEqualTo("303 /loket/toestemmingen");
    assertThat(seen("stop").body()).contains("Dit hebt u gezegd");
    assertThat(sent("door haar gestopt")).isEqualTo("303 /loket");
  }

  @Test
  void somebody_else_than_who_helped_looks_back_and_the_database_holds_to_that_too() {
    assertThat(seen("nakijken zelf").status()).isEqualTo(400);
    assertThat(seen("nakijken zelf").body()).contains("Laat iemand anders nakijken dan wie hielp");
    assertThat(seen("gewoon dicht").status()).isEqualTo(403);
    assertThat(seen("gewoon dicht").body()).contains("taak-eindigt-elders", "nakijkingen");
    assertThat(seen("nakijken").status()).isEqualTo(201);
    assertThat(seen("nakijken nog eens").status()).isEqualTo(404);
    assertThat(REFUSED).hasSize(2);
    assertThat(REFUSED.getFirst()).contains("nagekeken_door_een_ander");
    assertThat(REFUSED.getLast()).contains("foreign key");
  }
}
