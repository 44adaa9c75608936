package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.PolicySigning;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.controlebeleid.PolicyShelf;
import nl.sluis.gateway.toezicht.Post;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody at the CJG asks twice after a child without any reason that the logbook knows. The next
/// morning it waits for the privacy officer, with the sum; two people close it.
final class SignalStorySpec {
  private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-11-26T09:00:00Z");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin GGD = new Oin("00000099000000301000");
  private static final Purpose PURPOSE = new Purpose("kernteam-casusoverleg");
  private static final PartyRole COACH = new PartyRole(CJG, Role.CJG_COACH);
  private static final PartyRole DOCTOR = new PartyRole(GGD, Role.GGD_JEUGDARTS);
  private static final String HOME = "/toezicht/signalen";
  private static final Pattern SIGNAL = Pattern.compile("href=\"(" + HOME + "/[0-9a-f-]{36})\"");
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static List<String> kinds = List.of();
  private static List<String> findings = List.of();

  @BeforeAll
  static void somebody_looks_and_others_look_back() throws IOException {
    try (var postgres = DevPostgres.shared();
        var gateway =
            DevGateway.start(DevSite.temporary(START), postgres.fresh(), DevGateway.Ports.ANY)) {
      ask(gateway, "med-044", "cjg-buurkind");
      ask(gateway, DevOfficer.FG_CJG.employee(), "cjg-eigen");
      gateway.moveClock(NEXT);
      gateway.runHousekeeping();
      gateway.runHousekeeping();
      play(gateway);
      kinds = gateway.logbook().kinds();
      findings = gateway.checkLogbook();
    }
  }

  /// Without what the family would have to say yes to: it goes nowhere, and there is a row of it.
  private static void ask(DevGateway gateway, String who, String child) {
    var day = LocalDate.of(2026, 11, 25);
    var content =
        new StandardContent(gateway.convenant(), day, "Kind")
            .of(gateway.convenant().rule(PURPOSE, COACH, DOCTOR), DataCategory.K01);
    try (var cjg = gateway.partner(CJG, "cjg")) {
      for (int i = 0; i < 2; i++) {
        gateway.moveClock(gateway.clock().instant().plus(Duration.ofMinutes(10)));
        cjg.freshToken();
        var sent =
            cjg.messages()
                .draft(PURPOSE, COACH, DOCTOR)
                .subject(ReferenceKind.EIGEN_KENMERK, child)
                .acting(who, "coach")
                .disclose(DataCategory.K01.name(), content)
                .sign();
        SEEN.put(child + i, cjg.sendMessage(sent.text(), cjg.token()));
      }
    }
  }

  private static void play(DevGateway gateway) {
    try (var officer = DevOfficer.FG_CJG.at(gateway);
        var reviewer = DevOfficer.BEOORDELAAR.at(gateway);
        var school = DevOfficer.FG_SCHOOL.at(gateway)) {
      SEEN.put("wacht", officer.get(HOME));
      assertThat(seen("cjg-buurkind0").body()).contains("AANHOUDEN");
      assertThat(signals(seen("wacht"))).as("%s", gateway.logbook().kinds()).isNotEmpty();
      var signal =
          signals(seen("wacht")).stream()
              .filter(path -> isOthers(officer, path))
              .findFirst()
              .orElseThrow();
      var own =
          signals(seen("wacht")).stream()
              .filter(path -> !isOthers(officer, path))
              .findFirst()
              .orElseThrow();
      SEEN.put("een", officer.get(signal));
      SEEN.put("school wacht", school.get(HOME));
      SEEN.put("school", school.get(signal));
      SEEN.put("niets gekozen", send(officer, signal, "voorstel", Map.of()));
      SEEN.put("te vroeg", send(reviewer, signal, "akkoord", Map.of()));
      SEEN.put(
          "voorgesteld",
          send(officer, signal, "voorstel", Map.of("uitkomst", "ongerechtvaardigd")));
      SEEN.put("zelf gesloten", send(officer, signal, "akkoord", Map.of()));
      SEEN.put("gesloten", send(reviewer, signal, "akkoord", Map.of()));
      SEEN.put("nog eens", send(reviewer, signal, "akkoord", Map.of()));
      SEEN.put("eigen werk", send(officer, own, "voorstel", Map.of("uitkomst", "gerechtvaardigd")));
      SEEN.put("beleid", officer.get("/toezicht/beleid"));
      SEEN.put("beleid bestand", officer.get("/toezicht/beleid/csv"));
      SEEN.put("beleid school", school.get("/toezicht/beleid/csv"));
      var cjg = new Oin("00000099000000101000");
      try (var signer = gateway.partner(cjg, "cjg-tekent")) {
        var model = PolicyShelf.of(Optional.empty()).policies().all().getFirst();
        var today = gateway.clock().instant().atZone(Age.CALENDAR).toLocalDate();
        SEEN.put("getekend", PolicySigning.sign(signer, model, today));
      }
      SEEN.put("beleid getekend", officer.get("/toezicht/beleid"));
      SEEN.put("school ongetekend", school.get("/toezicht/beleid"));
    }
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  private static boolean isOthers(SimulatedBrowser officer, String path) {
    return officer.get(path).body().contains("Voorstellen");
  }

  private static Answer send(
      SimulatedBrowser who, String signal, String step, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("bewijs", who.formToken(HOME));
    return who.post(signal + "/" + step, all);
  }

  private static List<String> signals(Answer page) {
    return SIGNAL.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  @Test
  void what_no_explanation_fits_waits_for_the_officer_with_its_sum() {
    assertThat(seen("wacht").body())
        .contains("Onverklaarde rijen in 7 dagen: 2. Grens: 2.")
        .contains("Onverklaarde rijen over één kind in 56 dagen: 2. Grens: 2.")
        .contains("Nog niet bekeken");
    // Found once, however often the night is gone over.
    assertThat(signals(seen("wacht"))).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void nothing_on_the_page_says_who_it_was_or_which_child() {
    assertThat(seen("een").body()).doesNotContain("med-044", "cjg-buurkind");
    assertThat(seen("een").body()).contains("Rijen in het logboek");
  }

  @Test
  void another_organisation_finds_nothing_not_even_that_it_is_there() {
    assertThat(signals(seen("school wacht"))).isEmpty();
    assertThat(seen("school").status()).isEqualTo(404);
  }

  @Test
  void one_proposes_and_another_closes() {
    assertThat(seen("niets gekozen").status()).isEqualTo(422);
    assertThat(seen("te vroeg").body()).contains("er is nog niets voorgesteld");
    assertThat(seen("voorgesteld").status()).isEqualTo(303);
    assertThat(seen("zelf gesloten").body()).contains("U stelde dit zelf voor");
    assertThat(seen("gesloten").status()).isEqualTo(303);
    assertThat(seen("nog eens").body()).contains("Dit is al gesloten");
  }

  @Test
  void nobody_judges_the_own_work() {
    assertThat(seen("eigen werk").status()).isEqualTo(422);
    assertThat(seen("eigen werk").body()).contains("Dit gaat over uw eigen werk");
  }

  @Test
  void the_policy_page_tells_how_much_was_done_and_how_often_a_rule_was_right() {
    assertThat(seen("beleid").body())
        .contains("1 van 6 op tijd, 0 te laat, 5 nog open")
        .contains("1 keer misbruik, van 1 gesloten")
        .contains("stelde geen controlebeleid vast dat nu geldt");
  }

  @Test
  void who_signs_the_policy_reads_that_it_is_its_own_and_nobody_else_does() {
    assertThat(seen("getekend").status()).isEqualTo(201);
    assertThat(seen("beleid getekend").body()).contains("Uw organisatie stelde dit beleid vast");
    assertThat(seen("school ongetekend").body())
        .contains("stelde geen controlebeleid vast dat nu geldt");
  }

  @Test
  void whether_it_was_done_can_be_taken_along_and_holds_nothing_of_another_organisation() {
    var lines = seen("beleid bestand").body().lines().toList();

    assertThat(lines).hasSize(13);
    assertThat(lines.get(1)).contains(";\"6\";\"1\";\"0\";\"5\";").endsWith("\"nee\"");
    assertThat(lines.get(9)).as("the quarter").contains(";\"6\";\"1\";\"0\";\"5\";");
    assertThat(seen("beleid school").body())
        .doesNotContain(";\"6\";\"1\";\"0\";\"5\";")
        .contains("signalen op tijd");
  }

  @Test
  void each_step_is_a_row_and_the_logbook_adds_up() {
    // Besides the list of the week before, of each organisation with an officer.
    long lists = DevOfficer.posts().values().stream().map(Post::organisation).distinct().count();
    assertThat(kinds).filteredOn("signaal"::equals).hasSize(2 + (int) lists);
    assertThat(findings).isEmpty();
  }
}
