package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A supplier with nothing but the client and its own files fetches, checks and answers for a
/// school that gave it a mandate and the key with which her mail opens; and nothing once she took
/// that mandate back.
final class SupplierClientSpec {
  private static final Oin SUPPLIER = MandatedSchool.SUPPLIER;
  private static final Oin SCHOOL = TwoClients.SCHOOL;
  private static final String FOR_HER = "--namens=" + SCHOOL;
  private static final JsonMapper JSON = new JsonMapper();

  private static final String STORY =
      MandatedSchool.story(
          """
          - stap: terugkoppeling
            stuur: &terug {van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: sami, categorieen: [K12, K13], handelend: {id: med-12, functie: coach}}
          - stap: teruggeroepen
            roep terug: {door: cjg, bericht: terugkoppeling, reden: onjuist}
          - stap: wacht
            stuur: *terug
          - stap: ingetrokken
            trek mandaat in: {mandaat: mandaat}
          """);

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static final Map<String, ClientRun> RUNS = new LinkedHashMap<>();
  private static final List<JsonNode> ROWS = new ArrayList<>();

  private static DevGateway gateway;
  private static Path supplier = Path.of("");

  @BeforeAll
  static void a_supplier_works_for_a_school_until_she_stops() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    Foreword.on(gateway, scenario, SupplierClientSpec::at);
  }

  private static void at(String label, Scene scene) {
    int before = gateway.logbook().rows().size();
    switch (label) {
      case "terugkoppeling" -> {
        supplier = ownFiles();
        run("voor zichzelf", "", "ontvang", "--json");
        run("voor wie geen mandaat gaf", "", "ontvang", "--namens=00000099000000202000");
        run("voor niemand", "", "ontvang", "--namens=school");
        run("gehaald", "", "ontvang", FOR_HER, "--json");
        var parcel = said("gehaald").at("/pakketten/0/id").asText();
        var folder = said("gehaald").at("/pakketten/0/map").asText();
        run("nagekeken", "", "controleer", folder);
        run("geantwoord", answer(scene), "antwoord", "bericht", parcel, "-", "--json");
      }
      case "teruggeroepen" -> {
        run("brief", "", "ontvang", FOR_HER, "--json");
        var letter = said("brief").at("/rechtzettingen/0/id").asText();
        run(
            "brief beantwoord",
            "",
            "antwoord",
            "rechtzetting",
            letter,
            "--gedaan=gewist",
            "--functie=medewerker");
      }
      case "ingetrokken" -> run("daarna", "", "ontvang", FOR_HER);
      default -> {}
    }
    gateway.logbook().rows().stream()
        .skip(before)
        .flatMap(row -> row.detail().stream())
        .forEach(ROWS::add);
  }

  /// The files of the supplier, with the key that the school gave to who fetches for her.
  private static Path ownFiles() {
    var settings = OwnFiles.settings(gateway, SUPPLIER, Role.SCHOOL_IB);
    var hers = settings.resolveSibling("../" + SCHOOL).resolve("versleuteling.jwk.json");
    try {
      Files.copy(
          hers,
          settings.resolveSibling("versleuteling.jwk.json"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  /// A message without a sender and a receiver: it answers what was fetched.
  private static String answer(Scene scene) {
    return """
    doel: signaal-bespreken-cjg
    betrokkene: {soort: eigen-kenmerk, waarde: "%s"}
    voorwaarden:
      besproken-met-ouders: {datum: 2026-11-20, door: med-77, uitkomst: akkoord}
    categorieen:
      K01: {voornamen: Sami, achternaam: Duin, geboortedatum: 2017-03-04}
      K09: {zorg: slaapt in de klas}
    """
        .formatted(scene.reference("sami", "school", "eigen-kenmerk").path("waarde").asText());
  }

  private static void run(String name, String in, String... words) {
    try {
      RUNS.put(name, ClientRun.of(gateway, supplier, in, words));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClientRun ran(String name) {
    return Objects.requireNonNull(RUNS.get(name), name);
  }

  private static JsonNode said(String name) {
    try {
      return ran(name).json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void what_waits_for_the_school_is_fetched_opened_kept_and_checked() throws IOException {
    assertThat(ran("gehaald").code()).as(ran("gehaald").all()).isZero();
    var folder = Path.of(said("gehaald").at("/pakketten/0/map").asText());
    var content = JSON.readTree(Files.readString(folder.resolve("inhoud.json")));
    assertThat(content.at("/aan/oin").asText()).isEqualTo(SCHOOL.value());
    assertThat(content.at("/categorieen/K12").isObject()).isTrue();
    assertThat(ran("nagekeken").code()).as(ran("nagekeken").all()).isZero();
    assertThat(ran("nagekeken").out()).contains("onderdelen aan " + SCHOOL, "In orde.");
  }

  @Test
  void an_answer_goes_from_the_school_and_in_the_role_in_which_she_was_written_to() {
    assertThat(ran("geantwoord").code()).as(ran("geantwoord").all()).isZero();
    assertThat(said("geantwoord").at("/antwoord/regel").asText()).isEqualTo("X02");
  }

  @Test
  void a_letter_to_the_school_is_fetched_and_answered() {
    assertThat(said("brief").path("rechtzettingen")).hasSize(1);
    assertThat(ran("brief beantwoord").code()).as(ran("brief beantwoord").all()).isZero();
  }

  @Test
  void every_row_of_it_names_the_school_and_the_supplier() {
    var own = List.of("aangenomen", "verstrekt", "bevestigd", "terugroeping-beantwoord");
    var rows = ROWS.stream().filter(row -> row.toString().contains(SUPPLIER.value())).toList();
    assertThat(rows.stream().map(row -> row.path("soort").asText()).toList()).containsAll(own);
    assertThat(rows).allSatisfy(row -> assertThat(row.toString()).contains(SCHOOL.value()));
  }

  @Test
  void without_her_name_and_without_a_mandate_nothing_is_there_and_the_client_says_why() {
    assertThat(said("voor zichzelf").path("pakketten")).isEmpty();
    assertThat(ran("voor wie geen mandaat gaf").code()).isEqualTo(1);
    assertThat(ran("voor wie geen mandaat gaf").err()).contains("U hebt nu geen mandaat van");
    assertThat(ran("voor niemand").code()).isEqualTo(2);
    assertThat(ran("daarna").code()).as(ran("daarna").all()).isEqualTo(1);
    assertThat(ran("daarna").err()).contains("U hebt nu geen mandaat van " + SCHOOL);
  }
}
