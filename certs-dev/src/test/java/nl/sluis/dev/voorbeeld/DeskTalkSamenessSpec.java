package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A family is spoken with, and Veilig Thuis is answered, once by a connected system and once at
/// the desk: afterwards nobody can tell which was which.
final class DeskTalkSamenessSpec {
  private static final String STORY =
      """
      titel: Hetzelfde gesprek, door een systeem en door een mens aan de werkplek
      tijd: 2026-11-24 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        vt: Veilig Thuis
      gezinnen:
        sami: &kind {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        noor: *kind
        lot: *kind
        pim: *kind
        tess: *kind
        mees: *kind
      stappen:
        - stap: brief sami
          stuur brief: {door: school als school-ib, persoon: moeder, over: sami}
        - voer code in: {persoon: moeder, over: sami, brief: brief sami}
        - stap: brief noor
          stuur brief: {door: school als school-ib, persoon: moeder, over: noor}
        - stap: begin
          voer code in: {persoon: moeder, over: noor, brief: brief noor}
        - stap: systeem vraagt
          stuur verzoek: {van: school als school-ib, ontvangers: [cjg als cjg-coach], doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09]}
        - stap: systeem vraagt code
          vraag aanwezigheidscode: {door: school als school-ib, persoon: moeder, over: sami, doel: signaal-bespreken-cjg, ontvangers: [cjg als cjg-coach]}
        - stap: systeem schrijft ja op
          beantwoord verzoek: {verzoek: systeem vraagt, personen: [moeder], regels: [1], antwoord: ja, kanaal: mondeling, aanwezig met: eigen}
        - stap: mens met code
          huishouding: nu
        - stap: weer
          stuur verzoek: {van: school als school-ib, ontvangers: [cjg als cjg-coach], doel: signaal-bespreken-cjg, over: lot, categorieen: [K01, K09]}
        - stap: systeem tekent met collega
          beantwoord verzoek: {verzoek: weer, personen: [moeder], regels: [1], antwoord: ja, kanaal: mondeling}
        - stap: stand
          roep aan: {wat: "GET /v1/toestemmingsverzoeken/{weer.id}", door: school}
        - stap: systeem stopt
          roep aan:
            wat: "POST /v1/toestemmingen/{stand.regels.0.toestemming}/intrekkingen"
            door: school
            json: {namens: {oin: "00000099000000201000", rol: school-ib}, persoon: moeder, kanaal: mondeling, tijdstip: "2026-11-24T08:30:00Z"}
        - stap: mens met collega
          huishouding: nu
        - stap: vraag een
          stuur: {van: vt als veilig-thuis, aan: school als school-ib, doel: vt-informatieverzoek, over: tess, categorieen: [K01, K16], noodzaak: [K16], voorwaarden: {onderzoek-vt: {nummer: VT-26-118}, antwoordrecht-genoemd: standaard, vragenlijst: {categorieen: K07 K08}}}
        - haal op: {door: school als school-ib, pakket van: vraag een}
        - stap: gelezen
          huishouding: nu
        - stap: systeem antwoordt
          stuur:
            van: school als school-ib
            aan: vt als veilig-thuis
            doel: vt-informatie-antwoord
            over: tess
            categorieen:
              K01: {voornamen: Mees, achternaam: Zandbergen, geboortedatum: "2017-03-04"}
              K07: {perioden: [{van: "2026-11-02", uren: 6, soort: ongeoorloofd}]}
            noodzaak: {K07: Zonder het verzuim ziet u niet hoe vaak zij er is.}
            voorwaarden:
              besluit-te-antwoorden: {datum: vandaag, door: intern begeleider, reden: Over het welbevinden spreken wij eerst met moeder., uitkomst: beantwoorden}
              verzoek-vt: {datum: vandaag, nummer: VT-26-118}
        - stap: antwoord van systeem
          haal op: {door: vt als veilig-thuis, pakket van: systeem antwoordt}
        - bevestig: {door: vt als veilig-thuis, pakket van: systeem antwoordt}
        - stap: vraag twee
          stuur: {van: vt als veilig-thuis, aan: school als school-ib, doel: vt-informatieverzoek, over: mees, categorieen: [K01, K16], noodzaak: [K16], voorwaarden: {onderzoek-vt: {nummer: VT-26-118}, antwoordrecht-genoemd: standaard, vragenlijst: {categorieen: K07 K08}}}
        - haal op: {door: school als school-ib, pakket van: vraag twee}
        - stap: weer gelezen
          huishouding: nu
        - stap: mens antwoordt
          huishouding: nu
      """;

  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final DevWorker IB = worker("999912008", "med-77", "intern begeleider");
  private static final DevWorker COLLEAGUE = worker("999912045", "med-78", "leerkracht");

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static final Map<String, String> PARCELS = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static RowsByStep rows;

  private static DevWorker worker(String number, String employee, String function) {
    return new DevWorker(
        function,
        number,
        employee,
        SCHOOL,
        "Basisschool De Duinpieper",
        List.of(DevWorker.Function.of(function)));
  }

  @BeforeAll
  static void the_same_is_done_twice() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    rows = new RowsByStep(gateway, List.of("sami", "noor", "lot", "pim", "tess", "mees"));
    desk = DevWorkplace.start(gateway, List.of(IB, COLLEAGUE));
    Foreword.on(
        gateway,
        scenario,
        (label, scene) -> {
          rows.take(label);
          atDesk(label, scene);
        });
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static void atDesk(String label, Scene scene) {
    switch (label) {
      case "mens met code" -> withCode(scene);
      case "mens met collega" -> withColleague(scene);
      case "antwoord van systeem" -> PARCELS.put("systeem", scene.seen(label).text("bericht"));
      case "mens antwoordt" -> answers(scene);
      default -> {
        // Nobody sits at the desk then.
      }
    }
  }

  /// A mother reads a code at her own place, and tells it.
  private static void withCode(Scene scene) {
    try (var visit = desk.visit(IB)) {
      var child = own(scene, "noor");
      var talk = asked(visit, child);
      rows.take("mens vraagt");
      var code =
          Map.of("soort", "eigen-kenmerk", "kind", child, "persoon", "moeder", "doe", "code");
      assertThat(visit.post(talk + "/personen", code).status()).isEqualTo(200);
      rows.take("mens vraagt code");
      var read = Observed.answered(scene.person("noor", "moeder").get("/mijn/v1/kennisgevingen"));
      var yes = yes("code");
      yes.put("code", read.json().findValuesAsText("code").getFirst());
      moved(visit.post(talk + "/antwoord", yes));
      rows.take("mens schrijft ja op");
    }
  }

  /// A colleague was there and signs along; later the mother stops.
  private static void withColleague(Scene scene) {
    try (var visit = desk.visit(IB);
        var colleague = desk.visit(COLLEAGUE)) {
      var talk = asked(visit, own(scene, "pim"));
      rows.take("mens vraagt weer");
      var code = Map.of("code", DeskDay.code(visit.post(talk + "/antwoord", yes("collega"))));
      colleague.post("/werk/meetekenen", code);
      moved(colleague.post("/werk/meetekenen/teken", code));
      rows.take("mens tekent met collega");
      var consent = DeskDay.links(visit.open(talk), "(/werk/toestemming/[0-9a-f-]{36})").getFirst();
      moved(
          visit.post(
              consent + "/stoppen",
              Map.of("persoon", "moeder", "kanaal", "mondeling", "tijdstip", "2026-11-24T09:30")));
      rows.take("mens stopt");
    }
  }

  private static void answers(Scene scene) {
    try (var visit = desk.visit(IB)) {
      var list = visit.open("/werk/veilig-thuis");
      var question = DeskDay.links(list, "(/werk/veilig-thuis/[0-9a-f-]{36})").getFirst();
      var form = WorkVisit.form(visit.open(question), question);
      var said = new HashMap<String, String>();
      said.put("nummer", "VT-26-118");
      said.put("soort", "eigen-kenmerk");
      said.put("kind", own(scene, "mees"));
      said.put("besluit", "deel");
      said.put("reden", "Over het welbevinden spreken wij eerst met moeder.");
      said.put("K01.voornamen", "Mees");
      said.put("K01.achternaam", "Zandbergen");
      said.put("K01.geboortedatum", "2017-03-04");
      said.putAll(ConversationForms.absence());
      said.put("noodzaak-K07", "Zonder het verzuim ziet u niet hoe vaak zij er is.");
      rows.take("voor het antwoord");
      var sent = visit.send(form, said);
      assertThat(WorkVisit.text(visit.arrive(sent))).contains("Uw besluit is gestuurd");
      rows.take("mens antwoordt");
    }
    var veiligThuis = new PartyAs("vt", "veilig-thuis");
    var waiting = PostbusActions.listing(scene, veiligThuis).json().path("pakketten");
    assertThat(waiting).hasSize(1);
    var path = "/v1/postbus/" + waiting.path(0).path("id").asText();
    PARCELS.put("mens", scene.postAs(veiligThuis, path + "/uitreikingen").text("bericht"));
  }

  private static String own(Scene scene, String child) {
    return scene.reference(child, "school", "eigen-kenmerk").path("waarde").asText();
  }

  /// Asks a family.
  ///
  /// @return where the talk stands
  private static String asked(WorkVisit visit, String child) {
    var fields = new HashMap<String, List<String>>();
    ConversationForms.asking(child).forEach((name, value) -> fields.put(name, List.of(value)));
    fields.replaceAll((name, value) -> name.startsWith("deel-") ? List.of("K01", "K09") : value);
    return DeskDay.where(visit.postAll("/werk/gesprek/vastleggen", fields));
  }

  private static Map<String, String> yes(String second) {
    var form = ConversationForms.yes("moeder", second);
    form.put("kanaal", "mondeling");
    form.put("tijdstip", "2026-11-24T09:30");
    form.put("gevraagd", "Mogen wij dit met het CJG bespreken?");
    form.put("aanwezig", "ouder en intern begeleider");
    return form;
  }

  private static void moved(Answer answer) {
    assertThat(answer.status()).as(WorkVisit.text(answer)).isEqualTo(303);
  }

  @Test
  void a_question_to_a_family_leaves_the_rows_of_one_that_a_connected_system_asked() {
    assertThat(rows.of("mens vraagt")).isEqualTo(rows.of("systeem vraagt"));
    assertThat(rows.of("mens vraagt weer")).isEqualTo(rows.of("weer"));
  }

  @Test
  void a_yes_with_the_own_code_of_who_said_it_leaves_the_same_rows() {
    assertThat(rows.of("mens vraagt code")).isEqualTo(rows.of("systeem vraagt code"));
    assertThat(rows.of("mens schrijft ja op")).isEqualTo(rows.of("systeem schrijft ja op"));
  }

  @Test
  void a_yes_that_a_colleague_signs_along_and_a_stop_leave_the_same_rows() {
    assertThat(rows.of("mens tekent met collega")).isEqualTo(rows.of("systeem tekent met collega"));
    assertThat(rows.of("mens stopt")).isEqualTo(rows.of("systeem stopt"));
  }

  @Test
  void an_answer_to_veilig_thuis_leaves_the_same_rows_and_is_the_same_parcel() {
    assertThat(rows.of("mens antwoordt")).isEqualTo(rows.of("systeem antwoordt"));
    assertThat(parcel("mens"))
        .isEqualTo(parcel("systeem"))
        .anyMatch(part -> part.startsWith("voorwaarde:besluit-te-antwoorden"))
        .anyMatch(part -> part.startsWith("K07"));
  }

  private static List<String> parcel(String whose) {
    return rows.message(Objects.requireNonNull(PARCELS.get(whose), whose));
  }

  @Test
  void what_was_asked_and_what_was_answered_are_not_taken_for_the_same() {
    assertThat(rows.of("mens vraagt")).isNotEqualTo(rows.of("mens schrijft ja op"));
    assertThat(rows.of("mens vraagt code")).isNotEqualTo(rows.of("mens stopt"));
  }
}
