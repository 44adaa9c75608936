package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A school and the CJG work with nothing but the client, their own files and a real gateway.
final class PartnerCommandSpec {
  private static final Oin SCHOOL = TwoClients.SCHOOL;
  private static final Oin CJG = TwoClients.CJG;
  private static final JsonMapper JSON = new JsonMapper();

  /// Words that may be read by nobody but the receiver.
  private static final String SECRET = "vlinderstruik";

  private static TwoClients clients;
  private static DevGateway gateway;
  private static Path school;
  private static Path cjg;

  @BeforeAll
  static void start() throws IOException {
    clients = new TwoClients();
    gateway = clients.gateway();
    school = clients.school();
    cjg = clients.cjg();
  }

  @AfterAll
  static void stop() throws IOException {
    clients.close();
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
    assertThat(sent.all() + fetched.all()).doesNotContain(SECRET, clients.child());
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
    sent("tekent steeds hetzelfde");
    var parcel = run(cjg, "", "ontvang", "--json").json().at("/pakketten/0/id").asText();

    var given = clients.manual(cjg, "retour", 0, Map.of("PAKKET", parcel));

    assertThat(given.code()).as(given.all()).isZero();
    assertThat(given.out()).contains("Teruggegeven", parcel);
    assertThat(run(school, "", "ontvang", "--json").json().path("retouren")).hasSize(1);
    var other = run(cjg, "", "antwoord", "retour", parcel, "--reden=mooi", "--functie=coach");
    assertThat(other.code()).as("it was said, and is said again").isZero();
  }

  @Test
  void what_still_waits_is_called_back_by_one_statement_and_not_handed_over() throws Exception {
    var jti = sent("hoort bij een ander kind");
    var words = Map.of("KENMERK", jti);

    var wrong = run(school, "", "terugroep", jti, "--reden=zomaar", "--functie=ib");
    var recalled = clients.manual(school, "terugroep", 0, words);
    var again = clients.manual(school, "terugroep", 0, words);

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("verkeerde-ontvanger, verkeerd-kind, te-veel, onjuist");
    assertThat(recalled.code()).as(recalled.all()).isZero();
    assertThat(recalled.out()).contains("Ingehouden");
    assertThat(again.out()).isEqualTo(recalled.out());
    assertThat(run(cjg, "", "ontvang", "--json").json().path("pakketten")).isEmpty();
    assertThat(clients.manual(school, "terugroep", 1, words).out()).contains("Ingehouden");
    assertThat(mail(school).resolve("verklaringen"))
        .isDirectoryNotContaining(file -> !rights(file).equals("rw-------"));
  }

  @Test
  void what_was_read_is_replaced_and_its_sender_reads_what_the_receiver_did() throws Exception {
    var words = new HashMap<>(Map.of("KENMERK", sent("slaapt nooit")));
    run(cjg, "", "ontvang");
    words.put("NIEUWKENMERK", sent("slaapt weinig"));

    var replaced = clients.manual(school, "rectificeer", 0, words);
    var open = clients.manual(school, "rectificeer", 1, words);
    var letter = run(cjg, "", "ontvang", "--json").json().at("/rechtzettingen/0/id").asText();
    run(cjg, "", "antwoord", "rechtzetting", letter, "--gedaan=gerectificeerd", "--functie=coach");
    var done = clients.manual(school, "rectificeer", 1, words);

    assertThat(replaced.code()).as(replaced.all()).isZero();
    assertThat(replaced.out()).contains("De ontvanger heeft het al", "In de plaats komt bericht");
    assertThat(open.out()).contains("antwoordde nog niet");
    assertThat(done.out()).contains("gerectificeerd");
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
            .formatted(clients.child());

    var said = run(school, report, "stuur", "-");

    assertThat(said.code()).as(said.all()).isZero();
    assertThat(said.out()).contains("0800-2000", "Uitkomst: PERMIT");
  }

  @Test
  void the_settings_of_the_manual_are_settings() throws Exception {
    var folder = Files.createDirectories(school.resolveSibling("handleiding"));
    Files.writeString(folder.resolve("logboek.sleutel"), gateway.logbookKey());
    Files.copy(gateway.site().authority().trustFile(), folder.resolve("ca.pem"));
    var file =
        Files.writeString(folder.resolve("partner.yaml"), TwoClients.page("instellingen", "yaml"));

    var said = run(file, "", "controleer", folder.toString());

    assertThat(said.err()).contains("In deze map staat geen bewaard bericht");
  }

  /// Sends this as the school.
  ///
  /// @return the name under which it was kept
  private static String sent(String words) throws Exception {
    var said = run(school, signal(words), "stuur", "-", "--json");
    assertThat(said.code()).as(said.all()).isZero();
    return said.json().path("jti").asText();
  }

  private static String signal(String words) throws IOException {
    return clients.signal(words);
  }

  private static Path mail(Path settings) {
    return TwoClients.mail(settings);
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
    return clients.run(settings, in, words);
  }
}
