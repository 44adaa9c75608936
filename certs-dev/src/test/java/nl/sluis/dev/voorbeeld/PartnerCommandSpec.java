package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A school and the CJG work with nothing but the client, their own files and a real gateway.
final class PartnerCommandSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final JsonMapper JSON = new JsonMapper();

  /// Words that may be read by nobody but the receiver.
  private static final String SECRET = "vlinderstruik";

  private static final String STORY =
      """
      titel: Twee moeders zeggen ja, en een trekt in
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        noor: {leeftijd: 8 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
        - {stap: ook, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: noor, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: eerste
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: noor, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - haal op: {door: cjg als cjg-coach, pakket van: eerste}
        - bevestig: {door: cjg als cjg-coach, pakket van: eerste}
        - trek toestemming in: {toestemming: ook, persoon: moeder}
      """;

  private static DevPostgres postgres;
  private static DevGateway gateway;
  private static Path school;
  private static Path cjg;
  private static final Map<String, String> CHILD = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    postgres = DevPostgres.shared();
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, STORY);
    var print = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var verdict =
        new Runner(gateway, new Report(print))
            .play(
                scenario,
                (_, scene) ->
                    CHILD.put(
                        "sami",
                        scene
                            .reference("sami", "school", "eigen-kenmerk")
                            .path("waarde")
                            .asText()));
    assertThat(verdict.differences()).isEmpty();
    school = OwnFiles.settings(gateway, SCHOOL, Role.SCHOOL_IB);
    cjg = OwnFiles.settings(gateway, CJG, Role.CJG_COACH);
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    postgres.close();
  }

  /// What another test left waiting is no part of this one.
  @BeforeEach
  void emptyThePostbus() throws Exception {
    run(cjg, "", "ontvang");
  }

  @Test
  void what_a_school_writes_in_a_file_is_sealed_sent_proved_fetched_and_read() throws Exception {
    var sent = run(school, signal(SECRET), "stuur", "-", "--json");
    var kept = mail(school).resolve("uit").resolve(sent.json().path("jti").asText());

    var fetched = run(cjg, "", "ontvang", "--json");

    assertThat(sent.code()).as(sent.all()).isZero();
    assertThat(sent.json().path("antwoord").path("regel").asText()).isEqualTo("X02");
    assertThat(sent.json().path("rij").asLong()).isPositive();
    assertThat(Files.readString(kept.resolve("bericht.sdjwt"))).doesNotContain(SECRET);
    assertThat(fetched.code()).as(fetched.all()).isZero();
    var folder = Path.of(fetched.json().at("/pakketten/0/map").asText());
    var content = JSON.readTree(Files.readString(folder.resolve("inhoud.json")));
    assertThat(content.at("/categorieen/K09/zorg").asText()).contains(SECRET);
    assertThat(content.at("/van/oin").asText()).isEqualTo(SCHOOL.value());
    assertThat(List.of(kept, folder))
        .allSatisfy(
            one ->
                assertThat(one)
                    .isNotEmptyDirectory()
                    .isDirectoryNotContaining(file -> !rights(file).equals("rw-------")));
    assertThat(sent.all() + fetched.all()).doesNotContain(SECRET, CHILD.get("sami"));
    assertThat(run(cjg, "", "ontvang", "--lijst").out()).doesNotContain("Pakket");
  }

  @Test
  void what_was_kept_is_checked_without_asking_anybody_and_a_change_is_named() throws Exception {
    run(school, signal("slaapt in de klas"), "stuur", "-");
    var folder = Path.of(run(cjg, "", "ontvang", "--json").json().at("/pakketten/0/map").asText());

    assertThat(check(folder).code()).as(check(folder).all()).isZero();

    assertThat(spoilt(folder, "inhoud.json", "slaapt", "huilt").err()).contains("inhoud.json");
    var handed = JSON.readTree(Files.readString(folder.resolve("overhandiging.json")));
    var parts = handed.path("bericht").asText().split("~", -1);
    assertThat(spoilt(folder, "overhandiging.json", "~" + parts[1] + "~", "~").err())
        .contains("sleutelbinding-andere-inhoud");
    assertThat(spoilt(folder, "overhandiging.json", parts[1], parts[2]).err())
        .contains("onderdeel-dubbel");
    assertThat(spoilt(folder, "overhandiging.json", "index ", "index 1").err())
        .contains("sleutelbinding-niet-in-logboek");
  }

  @Test
  void after_a_broken_line_the_same_bytes_go_again_and_nothing_happens_twice() throws Exception {
    var nowhere = school.resolveSibling("nergens.yaml");
    var door = gateway.doorway().partners().toString();
    Files.writeString(
        nowhere, Files.readString(school).replace("adres: " + door, "adres: https://localhost:1"));
    var first = run(school, signal("komt vaak te laat"), "stuur", "-", "--json").json();
    var jti = first.path("jti").asText();

    var broken = run(nowhere, "", "stuur", "--opnieuw", jti, "--json");
    var again = run(school, "", "stuur", "--opnieuw", jti, "--json");

    assertThat(broken.code()).as(broken.all()).isEqualTo(3);
    assertThat(broken.json().path("melding").asText()).contains("--opnieuw=" + jti);
    assertThat(again.code()).isZero();
    assertThat(again.json().at("/antwoord/transactie")).isEqualTo(first.at("/antwoord/transactie"));
    assertThat(run(cjg, "", "ontvang", "--json").json().path("pakketten")).hasSize(1);
  }

  @Test
  void what_may_not_be_sealed_is_found_before_it_is_sealed_and_never_repeated() throws Exception {
    var said =
        run(
            school,
            signal(SECRET + " 999990019")
                .replace("  K01:", "  K16: {tekst: " + SECRET + "}\n  K01:"),
            "stuur",
            "-");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains(
            "er is niets gestuurd", "K09 bevat een getal dat een BSN kan zijn", "K16 mag bij");
    assertThat(said.all()).doesNotContain(SECRET, "999990019");
  }

  @Test
  void everything_that_is_wrong_with_a_file_is_said_at_once_and_no_value_of_it() throws Exception {
    var said =
        run(
            school,
            """
            doel: Wat Dan Ook
            aan: {oin: "12", rol: koning}
            %s: ja
            categorieen: {K09: tekst}
            """
                .formatted(SECRET),
            "stuur",
            "-");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("`doel`", "`aan.oin`", "`aan.rol`", "`?` bestaat hier niet", "`categorieen.K09`");
    assertThat(said.all()).doesNotContain(SECRET);
  }

  @Test
  void everything_that_is_wrong_with_the_settings_is_said_at_once() throws Exception {
    var file = school.resolveSibling("fout.yaml");
    Files.writeString(file, "oin: \"12\"\nrol: koning\nvreemd: ja\nsluis: {adres: http://x}\n");

    var said = run(file, "", "ontvang");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("`oin`", "`rol`", "`vreemd`", "`sluis.adres`", "`sluis.oin`", "`logboek`");
  }

  @Test
  void a_sender_whose_key_is_not_the_one_of_before_is_not_believed() throws Exception {
    run(school, signal("heeft vaak honger"), "stuur", "-");
    var memory = mail(cjg).resolve("bekend.json");
    var before = Files.readString(memory);
    var known = JSON.readTree(before);
    var kid = gateway.site().identity(SCHOOL, "", true).signing().getKeyID();
    var other = gateway.site().identity(CJG, "", true).signing().toPublicJWK();
    var swapped = JSON.readTree(other.toJSONString().replace(other.getKeyID(), kid));
    known.withObject("/ondertekenaars/" + SCHOOL).set(kid, swapped);
    Files.writeString(memory, known.toString());

    var said = run(cjg, "", "ontvang");
    Files.writeString(memory, before);
    var later = run(cjg, "", "ontvang", "--json");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out()).contains("een andere sleutel dan eerder", "niet bevestigd");
    assertThat(later.json().path("pakketten")).as("it still waits").hasSize(1);
  }

  @Test
  void who_is_asked_to_stop_reads_it_signed_and_answers_once() throws Exception {
    var asked = run(cjg, "", "ontvang", "--json").json().path("stopberichten");
    var id = asked.at("/0/id").asText();
    var letter = mail(cjg).resolve("brieven").resolve("stopbericht-" + id + ".json");

    var answered = run(cjg, "", "antwoord", "stopbericht", id, "--gedaan=gewist");

    assertThat(asked).hasSize(1);
    assertThat(JSON.readTree(Files.readString(letter)).at("/inhoud/aud").asText())
        .isEqualTo(CJG.value());
    assertThat(rights(letter)).isEqualTo("rw-------");
    assertThat(answered.code()).as(answered.all()).isZero();
    assertThat(run(cjg, "", "ontvang", "--json").json().path("stopberichten")).isEmpty();
  }

  @Test
  void what_is_not_for_the_receiver_is_given_back_and_its_sender_reads_that() throws Exception {
    run(school, signal("tekent steeds hetzelfde"), "stuur", "-");
    var parcel = run(cjg, "", "ontvang", "--json").json().at("/pakketten/0/id").asText();

    var given = run(cjg, "", "antwoord", "retour", parcel, "--reden=niet-nodig", "--functie=coach");

    assertThat(given.code()).as(given.all()).isZero();
    assertThat(run(school, "", "ontvang", "--json").json().path("retouren")).hasSize(1);
  }

  @Test
  void acute_danger_waits_for_no_form_no_seal_and_no_rule_and_says_whom_to_phone()
      throws Exception {
    var report =
        """
        doel: vt-melding
        aan: {oin: "00000099000000302000", rol: veilig-thuis}
        betrokkene: {soort: eigen-kenmerk, waarde: "%s"}
        meldcode: {acuut: true, melder: med-77, kind: dit kind, feit: gehoord, gevaar: nu, gebeld: ja}
        categorieen: {K16: {zomaar: zonder vorm}}
        """
            .formatted(CHILD.get("sami"));

    var said = run(school, report, "stuur", "-");

    assertThat(said.code()).as(said.all()).isZero();
    assertThat(said.out()).contains("0800-2000", "Uitkomst: PERMIT");
  }

  @Test
  void the_settings_of_the_manual_are_settings() throws Exception {
    var folder = Files.createDirectories(school.resolveSibling("handleiding"));
    Files.writeString(folder.resolve("logboek.sleutel"), gateway.logbookKey());
    Files.copy(gateway.site().authority().trustFile(), folder.resolve("ca.pem"));
    var file = Files.writeString(folder.resolve("partner.yaml"), page("instellingen"));

    var said = run(file, "", "controleer", folder.toString());

    assertThat(said.err()).contains("In deze map staat geen bewaard bericht");
  }

  /// The message of the manual, about a child that is here and with these words.
  private static String signal(String words) throws IOException {
    return page("bericht")
        .replace("leerling-4711", CHILD.get("sami"))
        .replace("zorg: slaapt in de klas", "zorg: \"" + words + "\"");
  }

  private static String page(String name) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "partner.md"));
    var from = page.indexOf("```yaml\n", page.indexOf("<!-- voorbeeld: " + name + " -->")) + 8;
    return page.substring(from, page.indexOf("```", from));
  }

  private static Path mail(Path settings) {
    return settings.resolveSibling("post");
  }

  private static ClientRun check(Path folder) throws Exception {
    return run(cjg, "", "controleer", folder.toString());
  }

  /// What a check says of a file in which one thing was changed; afterwards it is whole again.
  private static ClientRun spoilt(Path folder, String file, String what, String by)
      throws Exception {
    var path = folder.resolve(file);
    var whole = Files.readString(path);
    assertThat(whole).contains(what);
    Files.writeString(path, whole.replace(what, by));
    var said = check(folder);
    Files.writeString(path, whole);
    assertThat(said.code()).as(said.all()).isEqualTo(4);
    return said;
  }

  private static String rights(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClientRun run(Path settings, String in, String... words) throws Exception {
    return ClientRun.of(gateway, settings, in, words);
  }
}
