package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.ondertekening.SignedAgreement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// At the desk a jeugdarts tells a school something to prevent grave harm, without consent: the
/// desk asks the two signatures that the rule asks, and nothing goes before both are there.
final class SigningAtDeskSpec {
  private static final String STORY =
      """
      titel: Aan de werkplek botsen twee plichten, en twee mensen tekenen
      tijd: 2026-11-23 10:00
      partijen:
        arts: GGD Kennemerland
        school: De Duinpieper
        vt: Veilig Thuis
      gezinnen:
        eva: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: arts als ggd-jeugdarts}
      stappen:
        - meld ondertekenaar aan: {door: arts als ggd-jeugdarts, persoon: med-77, functie: professional}
        - meld ondertekenaar aan: {door: arts als ggd-jeugdarts, persoon: med-15, functie: jurist}
        - stap: ongetekend
          stuur: {van: arts als ggd-jeugdarts, aan: school als school-directeur, doel: conflict-van-plichten, over: eva, categorieen: [K01, K16], noodzaak: [K16], voorwaarden: [toestemming-geprobeerd, ernstige-schade-dreigt, geen-andere-weg, delen-voorkomt-schade, gewetensnood, zo-min-mogelijk], via: werkplek}
          verwacht: {bevat: [Nog niet verstuurd]}
      """;

  private static final PartyAs ARTS = new PartyAs("arts", "ggd-jeugdarts");
  private static final Pattern PROPOSAL = Pattern.compile("Het voorstel: ([A-Za-z0-9_-]{43}) ");
  private static final Pattern CONCEPT = Pattern.compile("/werk/opstellen/[0-9a-f-]{36}");
  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// What pages said, by what it is.
  private static final Map<String, String> SEEN = new LinkedHashMap<>();

  /// How many messages went, after what.
  private static final Map<String, Long> WENT = new LinkedHashMap<>();

  private static DevGateway gateway;

  @BeforeAll
  static void two_people_sign() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    Foreword.on(
        gateway,
        scenario,
        (label, scene) -> {
          if (label.equals("ongetekend")) {
            signed(scene);
          }
        });
  }

  private static void signed(Scene scene) {
    var held = scene.seen("ongetekend").body();
    SEEN.put("aangehouden", held);
    var desk = scene.desks().at(ARTS, new DeskAction.Acting("med-77", "intern begeleider"));
    var hand = CONCEPT.matcher(desk.open("/werk/opstellen").body());
    assertThat(hand.find()).isTrue();
    SEEN.put("formulier", desk.open(hand.group()).body());
    SEEN.put("voorbeeld", WorkVisit.text(desk.open(hand.group() + "/voorbeeld")));
    WENT.put("niemand", went());
    agree(scene, "med-77", "professional-tekende", proposal(held));
    WENT.put("een", went());
    agree(scene, "med-15", "tweede-paar-ogen", proposal(held));
    WENT.put("twee", went());
  }

  private static long went() {
    gateway.runHousekeeping();
    return gateway.logbook().kinds().stream().filter("aangenomen"::equals).count();
  }

  private static String proposal(String page) {
    var found = PROPOSAL.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static void agree(Scene scene, String person, String condition, String proposal) {
    var partner = scene.partner("arts");
    var said = JsonNodeFactory.instance.objectNode();
    said.put("iss", partner.oin().value()).put("sub", person).put("voorstel", proposal);
    said.put("voorwaarde", condition).put("uitkomst", "akkoord");
    said.put("op", gateway.clock().instant().toString()).put("jti", partner.fresh());
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens").put("oin", partner.oin().value()).put("rol", ARTS.role());
    body.put("handtekening", partner.signedBy(person, SignedAgreement.TYP, said.toString()));
    assertThat(partner.postJson("/v1/akkoorden", body.toString()).status()).isEqualTo(201);
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static String seen(String what) {
    return SEEN.getOrDefault(what, "(niet gezien)");
  }

  @Test
  void the_form_takes_no_word_for_a_signature() {
    assertThat(seen("formulier"))
        .contains("Dat wordt gevraagd als het bericht klaar is")
        .doesNotContain("name=\"geregeld\"");
  }

  @Test
  void before_it_goes_the_desk_asks_who_signs_and_for_which_proposal() {
    assertThat(seen("voorbeeld"))
        .contains(
            "Wie tekent hiervoor", "Wie handelt tekent zelf", "aandachtsfunctionaris of jurist")
        .contains("Hier wordt getekend");
    assertThat(proposal(seen("voorbeeld")))
        .as("what the desk reckons is what Sluis reckons")
        .isEqualTo(proposal(seen("aangehouden")));
  }

  @Test
  void what_sluis_holds_says_which_signature_is_missing_and_how_long_it_waits() {
    assertThat(seen("aangehouden"))
        .contains("Nog niet verstuurd", "Wie tekent hiervoor", "Sluis bewaart dit verzegeld tot");
  }

  @Test
  void it_goes_by_itself_when_both_signed_and_never_before() {
    assertThat(WENT)
        .containsEntry("niemand", 0L)
        .containsEntry("een", 0L)
        .containsEntry("twee", 1L);
  }
}
