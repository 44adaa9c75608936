package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.sluis.dev.rig.EventDoor;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Whoever wants to is told that something lies ready: without content, without a child, at its own
/// door and nowhere else (NL GOV profile for CloudEvents 1.1, informatiearm).
final class NotificationSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin OTHER = new Oin("00000099000000202000");
  private static final Oin SUPPLIER = new Oin("00000099000000901000");
  private static final JsonMapper JSON = new JsonMapper();

  private static final String SEND =
      """
        - stap: pakket
          stuur: {van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: sami, categorieen: [K12, K13], handelend: {id: med-12, functie: coach}}
          verwacht: {status: 200}
        - huishouding: nu
      """;

  private static final String ANOTHER = SEND.replace("stap: pakket", "stap: nog een");

  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = TestGateway.start();
  }

  @AfterEach
  void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void it_is_told_that_a_parcel_lies_ready_and_nothing_of_what_it_is() throws IOException {
    try (var door = open(SCHOOL, SCHOOL)) {
      play("2026-11-23 10:00", subscribe("school", SCHOOL, "") + SEND + ANOTHER);

      assertThat(door.heard()).hasSize(2);
      var event = event(door.heard().getFirst());
      assertThat(door.heard().getFirst()).startsWith("application/cloudevents+json ");
      assertThat(event.path("specversion").asText()).isEqualTo("1.0");
      assertThat(event.path("source").asText()).matches("urn:nld:oin:[0-9]{20}:systeem:sluis");
      assertThat(event.path("dataref").asText()).matches("/v1/postbus/[0-9a-f-]{36}/uitreikingen");
      assertThat(event.path("ontvanger").asText()).isEqualTo(SCHOOL.value());
      assertThat(faults(event)).as(event.toString()).isEmpty();
      assertThat(event.toString())
          .doesNotContain("terugkoppeling", "sami", "K12", "00000099000000101000");
      assertThat(event.path("id")).isNotEqualTo(event(door.heard().getLast()).path("id"));
    }
  }

  @Test
  void a_door_that_takes_nothing_is_tried_later_and_then_told_once() throws IOException {
    try (var door = open(SCHOOL, SCHOOL)) {
      door.answersWith(503);
      play("2026-11-23 10:00", subscribe("school", SCHOOL, "") + SEND);
      assertThat(door.heard()).isEmpty();

      door.answersWith(204);
      keepHouseAfter(Duration.ofSeconds(5));
      assertThat(door.heard()).isEmpty();
      keepHouseAfter(Duration.ofMinutes(2));
      keepHouseAfter(Duration.ofMinutes(2));

      assertThat(door.heard()).hasSize(1);
    }
  }

  @Test
  void a_door_with_the_certificate_of_somebody_else_hears_nothing() throws IOException {
    try (var door = open(SCHOOL, OTHER)) {
      play("2026-11-23 10:00", subscribe("school", SCHOOL, "") + SEND);

      assertThat(door.heard()).isEmpty();
    }
  }

  @Test
  void a_supplier_is_told_as_long_as_the_school_lets_it() throws IOException {
    try (var door = open(SUPPLIER, SUPPLIER)) {
      play(
          "2026-11-23 10:00",
          subscribe("leverancier", SCHOOL, "doel: terugkoppeling-signaal-school,")
              + SEND
              + "  - trek mandaat in: {mandaat: mandaat}\n"
              + ANOTHER);

      assertThat(door.heard()).hasSize(1);
      assertThat(event(door.heard().getFirst()).path("ontvanger").asText())
          .isEqualTo(SCHOOL.value());
    }
  }

  @Test
  void who_has_parcels_brought_may_be_told_at_that_host_where_it_says_and_nobody_else_is()
      throws IOException {
    try (var own = EventDoor.besideParcels(gateway.gateway().site(), OTHER, OTHER);
        var supplied = EventDoor.besideParcels(gateway.gateway().site(), SCHOOL, SUPPLIER)) {
      gateway.gateway().reload();
      var purpose = "doel: terugkoppeling-signaal-school,";

      play(
          "2026-11-23 10:00",
          subscribe("zeester", OTHER, "", 400)
              + subscribe("zeester", OTHER, at(supplied), 400)
              + subscribe("zeester", OTHER, at(own), 201)
              + subscribe("school", SCHOOL, at(supplied), 400)
              + subscribe("leverancier", SCHOOL, purpose, 400)
              + subscribe("leverancier", SCHOOL, purpose + at(supplied), 201));
    } finally {
      gateway.gateway().site().fetchesItself(OTHER);
      gateway.gateway().site().fetchesItself(SCHOOL);
    }
  }

  private static String at(EventDoor door) {
    return "adres: \"" + door.address() + "\",";
  }

  private EventDoor open(Oin who, Oin certificate) {
    var door = EventDoor.shown(gateway.gateway().site(), who, certificate);
    gateway.gateway().reload();
    return door;
  }

  private void play(String at, String steps) throws IOException {
    assertThat(gateway.play(family(at) + steps)).as(gateway.told()).isEmpty();
  }

  private static String subscribe(String who, Oin party, String more) {
    return subscribe(who, party, more, 201);
  }

  private static String subscribe(String who, Oin party, String more, int status) {
    return ("  - {roep aan: {wat: POST /v1/abonnementen, door: %s, json: {namens: {oin: \"%s\","
            + " rol: school-ib}, %s soorten: [pakket-klaargezet]}}, verwacht: {status: %d}}\n")
        .formatted(who, party, more, status);
  }

  private void keepHouseAfter(Duration time) {
    gateway.gateway().moveClock(gateway.gateway().clock().instant().plus(time));
    assertThat(gateway.gateway().runHousekeeping()).isTrue();
  }

  private static JsonNode event(String heard) throws IOException {
    return JSON.readTree(heard.substring(heard.indexOf(' ') + 1));
  }

  /// What is wrong with this event, by what the description says of it.
  private static List<String> faults(JsonNode event) throws IOException {
    var yaml = Files.readString(Path.of("..", "docs", "openapi.yaml"));
    JsonNode document =
        JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    var schema = JSON.createObjectNode().put("$ref", "#/components/schemas/CloudEvent");
    schema.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(event)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String family(Object at) {
    return """
    titel: Een seintje
    tijd: %s
    partijen:
      school: De Duinpieper
      zeester: De Zeester
      cjg: CJG Kennemerland
      leverancier: Leerlijn
    gezinnen:
      sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: cjg als cjg-coach}
    mandaten:
      - {stap: mandaat, van: school, aan: leverancier, rollen: [school-ib], doelen: [terugkoppeling-signaal-school]}
    toestemmingen:
      - {stap: ja, van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: sami, categorieen: [K12, K13], gegeven door: [moeder]}
    stappen:
    """
        .formatted(at);
  }
}
