package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.Workplace;
import nl.sluis.gateway.werkplek.gesprek.AfterPages;
import nl.sluis.gateway.werkplek.gesprek.ConversationPart;
import nl.sluis.gateway.werkplek.gesprek.InquiryPages;
import nl.sluis.gateway.werkplek.gesprek.PersonalKeys;
import nl.sluis.gateway.werkplek.gesprek.SignPages;
import nl.sluis.gateway.werkplek.gesprek.Standing;
import nl.sluis.gateway.werkplek.gesprek.TalkPages;
import nl.sluis.gateway.werkplek.gesprek.Waiting;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A school without connected software speaks with families at its desk: a real gateway takes what
/// it says as it takes the same of any connected system.
final class ConversationDeskSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final String TALK = "/werk/gesprek/:id";
  private static final Path STORY = Path.of("src/test/resources/werkplek/gesprekken.yaml");

  private static final Map<String, String> CHILD = new HashMap<>();
  private static final Map<String, Integer> ROWS = new HashMap<>();
  private static String mother = "";
  private static DevGateway gateway;
  private static Line school;
  private static Line cjg;
  private static HungPages desk;

  @BeforeAll
  static void start() throws Exception {
    var site = DevSite.temporary(Instant.parse("2026-11-24T09:00:00Z"));
    gateway = DevGateway.start(site, DevPostgres.shared().fresh(), DevGateway.Ports.ANY);
    Foreword.on(gateway, Foreword.read(Files.readString(STORY)), ConversationDeskSpec::noted);
    school = line(SCHOOL, Role.SCHOOL_IB);
    cjg = line(CJG, Role.CJG_COACH);
    desk =
        HungPages.of(
            new ConversationPart(
                Texts.ofThisRelease(),
                new Waiting(new SecureRandom(), gateway.clock()),
                new PersonalKeys(
                    site.ownFolder().resolve("tekensleutels"),
                    new SecureRandom(),
                    gateway.clock())));
  }

  private static void noted(String label, Scene scene) {
    ROWS.put(label, kinds().size());
    for (var child : List.of("sami", "noor", "lot")) {
      var reference = scene.reference(child, "school", "eigen-kenmerk");
      CHILD.put(child, reference.path("waarde").asText());
    }
    mother = scene.number("sami", "moeder");
  }

  private static int row(String label) {
    return Objects.requireNonNull(ROWS.get(label), label);
  }

  private static Line line(Oin oin, Role role) throws Exception {
    var settings = PartnerSettings.read(OwnFiles.settings(gateway, oin, role));
    return Line.open(settings, gateway.clock());
  }

  @AfterAll
  static void stop() {
    school.close();
    cjg.close();
    gateway.close();
  }

  @Test
  void a_mother_says_yes_with_her_own_code_and_a_father_no_and_nothing_may_be_shared()
      throws Exception {
    int before = kinds().size();
    var id = ask("sami");

    assertThat(answer(ib(), id, Map.of("persoon", "vader", "regel-1", "nee")))
        .isInstanceOf(View.Moved.class);

    assertThat(kinds().subList(before, kinds().size()))
        .as("as when a connected system asked and wrote a no down")
        .isEqualTo(kinds().subList(row("begin"), row("geantwoord")));
    var asked =
        (TalkPages.People)
            model(
                desk.post(
                    TALK + "/personen",
                    ib(),
                    Map.of("id", id),
                    Map.of(
                        "soort",
                        "eigen-kenmerk",
                        "kind",
                        CHILD.get("sami"),
                        "persoon",
                        "moeder",
                        "doe",
                        "code")));
    assertThat(asked.until()).contains(gateway.clock().instant().plusSeconds(900));
    var read =
        Observed.answered(gateway.person(mother).get("/mijn/v1/kennisgevingen"))
            .json()
            .findValues("code");
    var yes = ConversationForms.yes("moeder", "code");
    yes.put("code", read.getFirst().asText());
    assertThat(answer(ib(), id, yes)).isInstanceOf(View.Moved.class);
    assertThat(standing(ib(), id).lines().getFirst().stand()).isEqualTo("nog-niet");
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_yes_waits_for_a_colleague_who_was_there_and_one_person_is_never_two() throws Exception {
    var id = ask("noor");

    var left = (TalkPages.Done) model(answer(ib(), id, ConversationForms.yes("moeder", "collega")));

    assertThat(standing(ib(), id).lines().getFirst().stand()).isEqualTo("nog-niet");
    var code = Map.of("code", left.code());
    assertThat(desk.post("/werk/meetekenen/teken", ib(), Map.of(), code))
        .isInstanceOf(View.Shown.class);
    assertThat(desk.post("/werk/meetekenen/teken", other(), Map.of(), code))
        .isInstanceOf(View.Shown.class);
    assertThat(desk.post("/werk/meetekenen/teken", colleague(), Map.of(), code))
        .isInstanceOf(View.Moved.class);
    var line = standing(ib(), id).lines().getFirst();
    assertThat(line.stand()).isEqualTo("compleet");
    var consent = line.consent().orElseThrow().toString();
    assertThat(
            desk.post(
                "/werk/toestemming/:id/stoppen",
                ib(),
                Map.of("id", consent),
                Map.of("persoon", "moeder", "kanaal", "mondeling", "tijdstip", "2026-11-24T09:30")))
        .isInstanceOf(View.Moved.class);
    assertThat(standing(ib(), id).lines().getFirst().stand()).isEqualTo("nog-niet");
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void the_form_comes_from_sluis_is_read_by_its_print_and_another_organisation_finds_nothing()
      throws Exception {
    var id = ask("lot");

    assertThat(desk.get(TALK + "/blad/:taal", ib(), Map.of("id", id, "taal", "nl")))
        .isInstanceOfSatisfying(
            View.File.class,
            file ->
                assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-"));
    for (var page : List.of(TALK, TALK + "/antwoord", TALK + "/personen", TALK + "/blad/:taal")) {
      assertThat(desk.get(page, other(), Map.of("id", id, "taal", "nl")))
          .as(page)
          .isInstanceOf(View.Gone.class);
    }
    var signed = new HashMap<>(Map.of("persoon", "moeder", "regel-1", "nee", "kanaal", "papier"));
    assertThat(answer(ib(), id, signed)).as("no print").isInstanceOf(View.Shown.class);
    signed.put("hash", "0f".repeat(32));
    assertThat(answer(ib(), id, signed)).isInstanceOf(View.Moved.class);
  }

  @Test
  void what_was_told_in_danger_is_documented_afterwards() throws Exception {
    var due = (AfterPages.Dues) model(desk.get("/werk/nadocumentatie", ib(), Map.of()));
    var one = due.due().getFirst();
    var said = new HashMap<String, String>();
    for (var question : List.of("wat", "aan-wie", "wanneer", "waarom", "gezin")) {
      said.put(question, "Dit staat in het dossier van de school.");
    }

    assertThat(one.kind()).isEqualTo("nadocumentatie");
    var id = Map.of("id", one.id());
    assertThat(desk.post("/werk/nadocumentatie/:id", ib(), id, said))
        .isInstanceOf(View.Moved.class);
    assertThat(((AfterPages.Dues) model(desk.get("/werk/nadocumentatie", ib(), Map.of()))).due())
        .isEmpty();
    assertThat(desk.get("/werk/nadocumentatie/:id", ib(), id)).isInstanceOf(View.Gone.class);
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_person_answers_a_part_of_what_veilig_thuis_asked_and_says_why() throws Exception {
    var page = "/werk/veilig-thuis";
    var asked = ((InquiryPages.Questions) model(desk.get(page, ib(), Map.of()))).asked();
    var id = Map.of("id", asked.getFirst().transaction());
    var form = (InquiryPages.Answering) model(desk.get(page + "/:id", ib(), id));
    var said = new HashMap<String, String>();
    said.put("keer", form.turn());
    said.put("nummer", "VT-26-118");
    said.put("soort", "eigen-kenmerk");
    said.put("kind", CHILD.get("noor"));
    said.put("besluit", "deel");
    said.put("reden", "Over het welbevinden spreken wij eerst met moeder.");
    said.put("K01.voornamen", "Noor");
    said.put("K01.achternaam", "Zandbergen");
    said.put("K01.geboortedatum", "2018-03-04");
    said.putAll(ConversationForms.absence());
    said.put("noodzaak-K07", "Zonder het verzuim ziet u niet hoe vaak zij er is.");

    var torn = new HashMap<>(said);
    torn.remove("keer");
    var again = (InquiryPages.Answering) model(desk.post(page + "/:id", ib(), id, torn));
    assertThat(again.lacks()).containsExactly("werkplek-gesprek.fout.vt.keer");
    assertThat(again.reason()).isEqualTo(said.get("reden"));

    var sent = desk.post(page + "/:id", ib(), id, said);
    var twice = desk.post(page + "/:id", ib(), id, said);

    assertThat(model(sent)).isInstanceOf(InquiryPages.Sent.class);
    assertThat(twice).as("one form is one message").isInstanceOf(View.Moved.class);
    assertThat(
            ((InquiryPages.Questions) model(desk.get(page, ib(), Map.of())))
                .asked()
                .getFirst()
                .stand())
        .isEqualTo("beantwoord");
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_key_of_a_second_person_counts_when_two_others_stood_for_it_and_then_signs()
      throws Exception {
    var made =
        desk.post(
            "/werk/tekenen/sleutel",
            colleague(),
            Map.of(),
            Map.of(
                "als", "aandachtsfunctionaris",
                "nieuwe-zin", "drie eenden zwemmen weg",
                "nog-eens", "drie eenden zwemmen weg"));
    var first = Map.of("code", ((SignPages.Done) model(made)).code());
    var agreement =
        Map.of(
            "voorstel", "A".repeat(43),
            "gezegd", "aandachtsfunctionaris-keek-mee|melden",
            "zin", "drie eenden zwemmen weg");

    assertThat(desk.post("/werk/tekenen", colleague(), Map.of(), agreement))
        .as("nobody stood for it yet")
        .isInstanceOf(View.Shown.class);
    var handed = desk.post("/werk/meetekenen/instaan", ib(), Map.of(), first);
    var second = Map.of("code", ((SignPages.Done) model(handed)).code());
    assertThat(((SignPages.Done) model(handed)).code()).isNotEmpty();
    desk.post("/werk/meetekenen/instaan", ib(), Map.of(), second);
    var third = worker(SCHOOL, Role.SCHOOL_IB, school, "p-4");
    var stood =
        (SignPages.Done) model(desk.post("/werk/meetekenen/instaan", third, Map.of(), second));
    assertThat(stood.key()).isEqualTo("werkplek-gesprek.instaan-klaar");

    assertThat(desk.post("/werk/tekenen", colleague(), Map.of(), agreement))
        .isInstanceOf(View.Moved.class);
    var other = new HashMap<>(agreement);
    other.put("zin", "drie eenden zwemmen terug");
    assertThat(desk.post("/werk/tekenen", colleague(), Map.of(), other))
        .isInstanceOf(View.Shown.class);
    assertThat(gateway.checkLogbook()).isEmpty();
  }

  private static String ask(String child) throws Exception {
    var moved =
        desk.post(
            "/werk/gesprek/vastleggen",
            ib(),
            Map.of(),
            ConversationForms.asking(Objects.requireNonNull(CHILD.get(child))));
    assertThat(moved).isInstanceOf(View.Moved.class);
    return ((View.Moved) moved).path().replace("/werk/gesprek/", "");
  }

  private static View answer(Worker who, String id, Map<String, String> said) throws Exception {
    var form = new HashMap<String, String>();
    form.put("kanaal", "mondeling");
    form.put("tijdstip", "2026-11-24T09:30");
    form.put("gevraagd", "Mogen wij dit met het CJG bespreken?");
    form.put("aanwezig", "ouder en intern begeleider");
    form.putAll(said);
    return desk.post(TALK + "/antwoord", who, Map.of("id", id), form);
  }

  private static Standing standing(Worker who, String id) throws Exception {
    return (Standing) model(desk.get(TALK, who, Map.of("id", id)));
  }

  private static Object model(View view) {
    assertThat(view).isInstanceOf(View.Shown.class);
    return ((View.Shown) view).model();
  }

  private static Worker ib() throws IOException {
    return worker(SCHOOL, Role.SCHOOL_IB, school, "p-1");
  }

  private static Worker colleague() throws IOException {
    return worker(SCHOOL, Role.SCHOOL_IB, school, "p-2");
  }

  private static Worker other() throws IOException {
    return worker(CJG, Role.CJG_COACH, cjg, "p-3");
  }

  private static Worker worker(Oin oin, Role role, Line line, String pseudonym) throws IOException {
    var party = new PartyRole(oin, role);
    var own = new OwnLine(party, line, OwnCheck.of(Optional.empty()));
    return new Worker(
        new Workplace(party, "De Duinpieper", own), "intern begeleider", pseudonym, "x", true);
  }

  private static List<String> kinds() {
    var kinds = new ArrayList<String>();
    for (var row : gateway.logbook().rows()) {
      kinds.add(row.detail().<JsonNode>map(d -> d.path("soort")).map(JsonNode::asText).orElse(""));
    }
    return kinds;
  }
}
