package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.opstellen.ComposePart;
import nl.sluis.gateway.werkplek.postbus.PostbusPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A coach and an intern begeleider read, acknowledge, answer, give back and call back at their own
/// desk, over a real line with a real gateway; and what is not what it says it is, is not shown.
final class PostbusAtDeskSpec {
  /// A word that may be read by nobody but the receiver, and there once.
  private static final String SECRET = "vlinderstruik";

  private static final String QUESTION =
      """
        - stap: vraag
          stuur: {van: vt als veilig-thuis, aan: school als school-ib, doel: vt-informatieverzoek, over: sami, categorieen: [K01, K16], noodzaak: [K16], voorwaarden: {onderzoek-vt: {nummer: VT-26-118}, antwoordrecht-genoemd: standaard, vragenlijst: {categorieen: K07 K08}}}
      """;

  private static TwoClients clients;
  private static DevGateway gateway;
  private static DeskPages school;
  private static DeskPages cjg;

  @BeforeAll
  static void start() throws Exception {
    clients = new TwoClients(QUESTION);
    gateway = clients.gateway();
    school =
        new DeskPages(
            clients.school(),
            "intern begeleider",
            gateway.clock(),
            new PostbusPart(drafts()),
            new ComposePart(drafts()));
    cjg = new DeskPages(clients.cjg(), "coach", gateway.clock(), new PostbusPart(drafts()));
  }

  @AfterAll
  static void stop() throws Exception {
    school.close();
    cjg.close();
    clients.close();
  }

  /// What another test left waiting is no part of this one.
  @BeforeEach
  void emptyThePostbus() throws Exception {
    clients.run(clients.cjg(), "", "ontvang");
  }

  @Test
  void what_waits_tells_no_child_and_is_read_proved_acknowledged_and_then_gone() throws Exception {
    send(SECRET);

    var list = cjg.get("/werk/postbus");
    var before = cjg.get(list.link("/werk/postbus/"));
    var read = cjg.post(before.path() + "/lezen", Map.of());
    var again = cjg.post(before.path() + "/lezen", Map.of());
    var back = cjg.get(before.path() + "/antwoorden");
    var done = cjg.post(before.path() + "/bevestigen", Map.of());
    var after = cjg.post(before.path() + "/lezen", Map.of());

    assertThat(back.text()).contains("Terugschrijven", "Deze wegen staan volgens het convenant");
    assertThat(list.text()).contains("De Duinpieper", "1 bericht", "Op te halen tot");
    assertThat(before.text()).contains("dan hebben uw organisatie en u het gekregen");
    assertThat(list.html() + before.html()).doesNotContain(SECRET, "Sami", clients.child());
    assertThat(read.text())
        .contains("Gecontroleerd. De afzender tekende dit", SECRET, "Alleen uw organisatie kon dit")
        .contains("Haarlem-Noord tekende dit op", "van het logboek bewijst", "X02");
    assertThat(again.text()).as("until it is acknowledged").contains(SECRET);
    assertThat(done.text()).contains("Bij Sluis staat er geen inhoud meer");
    assertThat(after.text()).contains("Dit is er niet", "Sluis zegt niet welk");
    assertThat(done.html() + after.html()).doesNotContain(SECRET);
    assertThat(cjg.get("/werk/postbus").text()).contains("Er ligt nu niets klaar");
  }

  @Test
  void the_parcel_of_another_and_a_parcel_that_never_was_are_the_same_page() throws Exception {
    send("slaapt in de klas");
    var theirs = cjg.get("/werk/postbus").link("/werk/postbus/");

    var seen = school.get(theirs);
    var never = school.get("/werk/postbus/" + UUID.randomUUID());

    assertThat(seen.html()).isEqualTo(never.html());
    assertThat(school.post(theirs + "/lezen", Map.of()).html()).isEqualTo(never.html());
    assertThat(school.post(theirs + "/bevestigen", Map.of()).html()).isEqualTo(never.html());
    assertThat(cjg.get("/werk/postbus").text()).as("it still waits").contains("1 bericht");
  }

  @Test
  void what_is_not_for_us_is_given_back_by_one_signed_statement_and_its_sender_ends_the_task()
      throws Exception {
    send("hoort bij een ander");
    var back = cjg.get("/werk/postbus").link("/werk/postbus/") + "/terug";

    var keeping = cjg.post(back, Map.of("reden", "verkeerd-geadresseerd"));
    var sure = cjg.post(back, Map.of("reden", "verkeerd-geadresseerd", "niets-bewaard", "ja"));
    var statement = sure.hidden("verklaring");
    var given = cjg.post(back, Map.of("verklaring", statement));
    var twice = cjg.post(back, Map.of("verklaring", statement));

    assertThat(keeping.faulty()).isTrue();
    assertThat(keeping.text()).contains("Wis eerst wat u hebt");
    assertThat(sure.text()).contains("niet ongedaan maken");
    assertThat(given.text()).contains("U gaf het terug").isEqualTo(twice.text());
    var letter = school.get(school.get("/werk/taken").link("/brief/retour/"));
    assertThat(letter.text()).contains("De ontvanger tekende dit", "niet aan hem was gericht");
    var task = school.get(letter.link("/werk/taken/taak/"));
    var none = school.post(task.path(), Map.of("uitkomst", "gedaan"));
    assertThat(none.faulty()).isTrue();
    var ended =
        school.post(
            task.path(),
            Map.of("uitkomst", "gedaan", "toelichting", "Naar de jeugdarts gestuurd."));
    assertThat(ended.text()).contains("Het is afgehandeld").doesNotContain("kwam terug");
  }

  @Test
  void a_statement_that_was_not_signed_here_is_not_passed_on() throws Exception {
    send("iets anders");
    var parcel = cjg.get("/werk/postbus").link("/werk/postbus/");
    var signed =
        cjg.post(parcel + "/terug", Map.of("reden", "niet-nodig", "niets-bewaard", "ja"))
            .hidden("verklaring");
    var parts = signed.split("\\.", -1);
    var forged = parts[0] + "." + parts[1] + "." + parts[2].replaceAll("[a-e]", "f");

    assertThatThrownBy(() -> cjg.post(parcel + "/terug", Map.of("verklaring", forged)))
        .isInstanceOf(InputFault.class);
    assertThatThrownBy(
            () ->
                cjg.post(
                    "/werk/postbus/" + UUID.randomUUID() + "/terug", Map.of("verklaring", signed)))
        .as("it is about another parcel")
        .isInstanceOf(InputFault.class);
  }

  @Test
  void what_still_waits_is_held_back_and_what_was_read_is_asked_back_with_a_term_and_answered()
      throws Exception {
    var waits = send("over een ander kind");
    var held = recall(waits, "verkeerd-kind");
    var read = send("te veel verteld");
    var parcel = cjg.get("/werk/postbus").link("/werk/postbus/");
    cjg.post(parcel + "/lezen", Map.of());
    cjg.post(parcel + "/bevestigen", Map.of());
    assertThat(school.get("/werk/verstuurd/" + read).text()).contains("De ontvanger heeft het");
    var asked = recall(read, "te-veel");

    var letter = cjg.get(cjg.get("/werk/taken").link("/brief/rechtzetting/"));
    var nothing = cjg.post(letter.path(), Map.of());
    var answered = cjg.post(letter.path(), Map.of("gedaan", "gewist"));

    assertThat(held.text()).contains("Het wordt niet meer uitgereikt");
    assertThat(asked.text()).contains("hij antwoordde nog niet", "Hij antwoordt uiterlijk op");
    assertThat(letter.text())
        .contains("Gecontroleerd. Sluis tekende dit", "De afzender roept dit terug", read);
    assertThat(nothing.text()).contains("Kies wat u deed");
    assertThat(answered.text()).contains("Uw antwoord is vastgelegd");
    assertThat(school.get(asked.path()).text()).contains("De ontvanger antwoordde: gewist");
  }

  @Test
  void what_was_wrong_is_replaced_by_what_was_sent_after_it() throws Exception {
    var first = send("slaapt nooit");
    var second = send("slaapt weinig");
    var path = "/werk/verstuurd/" + first + "/vervangen";

    var none = school.post(path, Map.of("reden", "onjuist", "vervangenDoor", "dat van net"));
    var sure = school.post(path, Map.of("reden", "onjuist", "vervangenDoor", second));
    var done = school.post(path, Map.of("verklaring", sure.hidden("verklaring")));

    assertThat(none.text()).contains("geen nummer van een uitwisseling");
    assertThat(sure.text()).contains(first, second, "Er staat iets in dat niet klopt");
    assertThat(done.text()).contains("Vervangen", "Het wordt niet meer uitgereikt");
  }

  @Test
  void who_is_asked_to_stop_reads_it_signed_and_says_why_it_keeps_what_the_law_makes_it_keep()
      throws Exception {
    var letter = cjg.get(cjg.get("/werk/taken").link("/brief/stopbericht/"));

    var why = cjg.post(letter.path(), Map.of("gedaan", "bewaard-om-wettelijke-plicht"));
    var done =
        cjg.post(
            letter.path(),
            Map.of(
                "gedaan", "bewaard-om-wettelijke-plicht", "wet", "jeugdwet", "artikel", "7.3.8"));

    assertThat(letter.text()).contains("Stop met gegevens gebruiken", "Sluis tekende dit");
    assertThat(letter.html()).doesNotContain("Haarlem", clients.child());
    assertThat(why.text()).contains("Noem de wet en het artikel");
    assertThat(done.text()).contains("Uw antwoord is vastgelegd").doesNotContain("Stop met");
  }

  @Test
  void a_person_says_no_to_a_question_and_why_and_nothing_else_goes_along() throws Exception {
    var parcel = school.get("/werk/postbus").link("/werk/postbus/");
    var read = school.post(parcel + "/lezen", Map.of());
    var number = read.link("/werk/veilig-thuis/").replaceAll(".*/", "");

    var form =
        school.post(
            parcel + "/antwoorden",
            Map.of("weg", school.get(parcel + "/antwoorden").hidden("weg")));
    var tooShort =
        school.post(parcel + "/weigeren", Map.of("kenmerk", clients.child(), "reden", "nee"));
    var said =
        school.post(
            parcel + "/weigeren",
            Map.of(
                "kenmerk",
                clients.child(),
                "reden",
                "Wij willen dit eerst met zijn moeder bespreken."));
    school.post(parcel + "/bevestigen", Map.of());
    gateway.runHousekeeping();

    assertThat(read.text())
        .contains("Dit is een vraag", "Verzuim: dagen en uren", "Wmo 2015, artikel 5.2.6")
        .contains("VT-26-118");
    assertThat(form.path()).startsWith("/werk/opstellen/");
    assertThat(form.html())
        .as("what is known is filled in")
        .contains("VT-26-118", "value=\"sami\"");
    assertThat(tooShort.text()).contains("twintig tekens");
    assertThat(said.text()).contains("Gezegd dat u niet antwoordt", "Gaat mee: K01");
    assertThat(school.get("/werk/vragen").text()).contains("Geweigerd; dat mag", number);
    assertThat(school.get("/werk/taken").text()).doesNotContain("vraag die u mag beantwoorden");
  }

  @Test
  void a_forged_sender_a_changed_receipt_and_a_key_of_another_are_neither_shown_nor_acknowledged()
      throws Exception {
    send(SECRET);
    var parcel = cjg.get("/werk/postbus").link("/werk/postbus/");
    try (var bent = new BentLine(gateway.site().server(), clients.cjg(), gateway.clock());
        var desk =
            new DeskPages(bent.settings(), "coach", gateway.clock(), new PostbusPart(drafts()))) {
      var straight = desk.post(parcel + "/lezen", Map.of());
      assertThat(straight.text()).as("nothing is bent yet").contains(SECRET);
      bent.posted();

      refused(bent, desk, parcel, PostbusAtDeskSpec::signedByAnother, "handtekening");
      refused(
          bent,
          desk,
          parcel,
          (path, body) -> replaced(path, body, "ontvangstbewijs", "index ", "index 1"),
          "ontvangstbewijs");
      refused(bent, desk, parcel, PostbusAtDeskSpec::anotherKey, "een andere sleutel dan eerder");
    }
    assertThat(cjg.post(parcel + "/lezen", Map.of()).text()).as("it still waits").contains(SECRET);
  }

  private static void refused(
      BentLine bent, DeskPages desk, String parcel, BiConsumer<String, ObjectNode> how, String why)
      throws Exception {
    bent.bend(how);
    var page = desk.post(parcel + "/lezen", Map.of());
    bent.bend((_, _) -> {});

    assertThat(page.text()).contains("Dit is niet te vertrouwen", why, "is er niets bevestigd");
    assertThat(page.html()).doesNotContain(SECRET, "bevestigen\"");
    assertThat(bent.posted()).allMatch(path -> path.endsWith("/uitreikingen"));
  }

  /// The same message, signed by another under the name of the key of its sender.
  private static void signedByAnother(String path, ObjectNode body) {
    if (!path.endsWith("/uitreikingen")) {
      return;
    }
    var message = body.path("bericht").asText();
    var jwt = message.substring(0, message.indexOf('~'));
    var input = jwt.substring(0, jwt.lastIndexOf('.'));
    try {
      var header = JWSHeader.parse(new Base64URL(jwt.substring(0, jwt.indexOf('.'))));
      var other = gateway.site().identity(TwoClients.CJG, "", true).signing();
      var signature =
          new ECDSASigner(other).sign(header, input.getBytes(StandardCharsets.US_ASCII));
      body.put("bericht", input + "." + signature + message.substring(message.indexOf('~')));
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("a key that we made signs", e);
    }
  }

  private static void replaced(String path, ObjectNode body, String field, String what, String by) {
    if (path.endsWith("/uitreikingen")) {
      body.put(field, body.path(field).asText().replace(what, by));
    }
  }

  /// Another key under the name of the one that was seen before.
  private static void anotherKey(String path, ObjectNode body) {
    if (!path.equals("/v1/adresboek")) {
      return;
    }
    var other = gateway.site().identity(TwoClients.CJG, "", true).signing().toPublicJWK();
    for (var key : body.path("ondertekensleutels")) {
      if (key.path("oin").asText().equals(TwoClients.SCHOOL.value())
          && key.path("sleutel") instanceof ObjectNode jwk) {
        jwk.put("x", other.getX().toString()).put("y", other.getY().toString());
      }
    }
  }

  private static Drafts drafts() {
    return new Drafts(
        gateway.site().folder().resolve("concepten"),
        DeskPages.COOKIE,
        gateway.site().random(),
        gateway.clock());
  }

  private static DeskPages.Page recall(String exchange, String reason) throws Exception {
    var path = "/werk/verstuurd/" + exchange + "/terugroepen";
    var sure = school.post(path, Map.of("reden", reason));
    return school.post(path, Map.of("verklaring", sure.hidden("verklaring")));
  }

  /// The school sends this with a connected system.
  ///
  /// @return the number of the exchange
  private static String send(String words) throws Exception {
    var said = clients.run(clients.school(), clients.signal(words), "stuur", "-", "--json");
    assertThat(said.code()).as(said.all()).isZero();
    return said.json().at("/antwoord/transactie").asText();
  }
}
