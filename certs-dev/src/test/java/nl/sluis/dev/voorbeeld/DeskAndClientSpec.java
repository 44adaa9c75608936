package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.opstellen.ComposePart;
import nl.sluis.gateway.werkplek.postbus.PostbusPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A message that is composed at the desk is the one that `./sluis partner stuur` makes of a file,
/// and what is read there is what `./sluis partner ontvang` reads: with the same keys, of the same
/// organisation.
final class DeskAndClientSpec {
  private static final String ZORG = "zuid-kennemerland.X02.cjg-coach";
  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, String> PARCELS = new LinkedHashMap<>();
  private static final Map<String, List<Boolean>> CALLS = new LinkedHashMap<>();

  private static TwoClients clients;
  private static DevGateway gateway;
  private static RowsByStep rows;
  private static int read;

  @BeforeAll
  static void the_same_is_sent_twice_and_read_twice() throws Exception {
    clients = new TwoClients();
    gateway = clients.gateway();
    rows = new RowsByStep(gateway, List.of("sami"));
    try (var school = desk(clients.school(), "intern begeleider");
        var cjg = desk(clients.cjg(), "coach")) {
      take("begin");
      var sent = clients.run(clients.school(), message(), "stuur", "-");
      assertThat(sent.code()).as(sent.all()).isZero();
      take("opdracht stuurt");
      PARCELS.put("opdracht", fetched());
      take("opdracht leest");

      composed(school);
      take("werkplek stuurt");
      PARCELS.put("werkplek", fetched());
      take("opdracht leest weer");

      composed(school);
      take("werkplek stuurt weer");
      var parcel = cjg.get("/werk/postbus").link("/werk/postbus/");
      take("gekeken");
      assertThat(cjg.post(parcel + "/lezen", Map.of()).text()).contains("Sinds de zomer stil.");
      cjg.post(parcel + "/bevestigen", Map.of());
      take("werkplek leest");
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    clients.close();
  }

  private static DeskPages desk(Path settings, String function) throws Exception {
    return new DeskPages(
        settings, function, gateway.clock(), new ComposePart(drafts()), new PostbusPart(drafts()));
  }

  private static Drafts drafts() {
    return new Drafts(
        gateway.site().folder().resolve("concepten"),
        DeskPages.COOKIE,
        gateway.site().random(),
        gateway.clock());
  }

  private static String message() {
    return """
    doel: signaal-bespreken-cjg
    aan: {oin: "%s", rol: cjg-coach}
    betrokkene: {soort: eigen-kenmerk, waarde: "%s"}
    handelend: {id: pseudoniem-77, functie: intern begeleider}
    voorwaarden:
      besproken-met-ouders: {datum: "2026-11-20", door: intern begeleider, uitkomst: akkoord}
    categorieen:
      K01: {voornamen: Jip, achternaam: van Zand, geboortedatum: "2017-03-01"}
      K09: {zorg: Sinds de zomer stil.}
    """
        .formatted(TwoClients.CJG, clients.child());
  }

  private static void composed(DeskPages school) throws Exception {
    var form = school.post("/werk/opstellen", Map.of("weg", ZORG));
    var preview =
        school.post(
            form.path(),
            Map.ofEntries(
                Map.entry("soort", "eigen-kenmerk"),
                Map.entry("kenmerk", clients.child()),
                Map.entry("K01.voornamen", "Jip"),
                Map.entry("K01.achternaam", "van Zand"),
                Map.entry("K01.geboortedatum", "1-3-2017"),
                Map.entry("K09.zorg", "Sinds de zomer stil."),
                Map.entry("voorwaarde.besproken-met-ouders.datum", "20-11-2026"),
                Map.entry("voorwaarde.besproken-met-ouders.door", "intern begeleider"),
                Map.entry("voorwaarde.besproken-met-ouders.uitkomst", "akkoord"),
                Map.entry("toestemming", "iedereen"),
                Map.entry("verder", "ja")));
    var sent = school.post(preview.path(), Map.of("gelezen", preview.hidden("gelezen")));
    assertThat(sent.text()).contains("Het is verstuurd");
  }

  /// What the client of the CJG keeps of the only parcel that waits.
  private static String fetched() throws Exception {
    var got = clients.run(clients.cjg(), "", "ontvang", "--json");
    assertThat(got.code()).as(got.all()).isZero();
    assertThat(got.json().path("pakketten")).hasSize(1);
    var folder = Path.of(got.json().at("/pakketten/0/map").asText());
    var handed = Files.readString(folder.resolve("overhandiging.json"));
    return JSON.readTree(handed).path("bericht").asText();
  }

  private static void take(String step) {
    rows.take(step);
    var all = gateway.logbook().rows();
    CALLS.put(
        step,
        all.subList(read, all.size()).stream()
            .<JsonNode>map(row -> row.detail().orElseThrow())
            .map(row -> row.findPath("aanroep").isMissingNode())
            .toList());
    read = all.size();
  }

  private static List<Boolean> calls(String step) {
    return Objects.requireNonNull(CALLS.get(step), step);
  }

  private static List<String> parcel(String whose) {
    return rows.message(Objects.requireNonNull(PARCELS.get(whose), whose));
  }

  @Test
  void a_message_leaves_the_same_rows_with_the_call_of_its_client_where_the_other_has_it() {
    assertThat(rows.of("werkplek stuurt")).isEqualTo(rows.of("opdracht stuurt"));
    assertThat(calls("werkplek stuurt")).isEqualTo(calls("opdracht stuurt")).contains(false);
  }

  @Test
  void its_receiver_gets_the_same_parcel_to_the_order_of_its_parts_and_the_length_of_its_seals() {
    assertThat(parcel("werkplek"))
        .isEqualTo(parcel("opdracht"))
        .anyMatch(part -> part.contains("verzegeld"))
        .anyMatch(part -> part.contains("intern begeleider"));
  }

  @Test
  void what_is_read_and_acknowledged_leaves_the_same_rows() {
    assertThat(rows.of("opdracht leest weer")).isEqualTo(rows.of("opdracht leest"));
    assertThat(rows.of("werkplek leest")).isEqualTo(rows.of("opdracht leest"));
    assertThat(calls("werkplek leest")).isEqualTo(calls("opdracht leest"));
  }
}
