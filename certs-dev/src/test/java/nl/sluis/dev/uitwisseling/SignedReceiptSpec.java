package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.sluis.dev.partner.DoorReceipt;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.gateway.client.Statement;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A receiver to whose door parcels are brought signs for what it got, well and badly.
final class SignedReceiptSpec {
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final JsonMapper JSON = new JsonMapper();

  private static final String STORY =
      """
      titel: Een bericht dat wordt gebracht
      tijd: 2026-11-DAG 10:00
      partijen: {school: De Duinpieper, cjg: CJG Kennemerland}
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - {stap: een, stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}}
      """;

  private static TestGateway gateway;
  private static DoorReceipt receipts;
  private static int day = 23;

  @BeforeAll
  static void start() {
    gateway = TestGateway.alone();
    receipts = new DoorReceipt(gateway.gateway().site(), CJG);
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void the_receipt_of_the_manual_is_kept_with_the_row_that_says_it_arrived() throws Exception {
    try (var door = ParcelDoor.open(gateway.gateway().site(), CJG)) {
      door.signs(body -> receipts.sign(ofTheManual(receipts.claims(body))));
      gateway.gateway().reload();

      send();

      var kept = confirmed().getLast().path("ontvangst").asText();
      var receipt = CompactJws.parse(kept, 4096);
      receipt.verifyWith(receipts.key().toPublicJWK());
      assertThat(receipt.text("pakket")).isEqualTo(door.parcels().getLast());
      assertThat(receipt.payload().toString()).doesNotContain("sami", "signaal");
    }
  }

  @Test
  void a_receipt_that_does_not_hold_confirms_nothing_says_why_and_the_parcel_comes_again()
      throws Exception {
    try (var door = ParcelDoor.open(gateway.gateway().site(), CJG)) {
      door.signs(_ -> "dank u wel");
      gateway.gateway().reload();
      int before = confirmed().size();
      send();

      for (var fault : faults()) {
        door.signs(fault.receipt());
        pass(Duration.ofMinutes(20));
        assertThat(gateway.gateway().bringNow(CJG)).isTrue();
        assertThat(last()).isEqualTo("uitgesteld " + fault.word());
      }
      assertThat(confirmed()).hasSize(before);

      door.signs(receipts::sign);
      pass(Duration.ofMinutes(20));
      assertThat(gateway.gateway().bringNow(CJG)).isTrue();

      assertThat(last()).isEqualTo("bevestigd ");
      assertThat(confirmed()).hasSize(before + 1);
      assertThat(rows("verstrekt")).as("each parcel once").isEqualTo(confirmed().size());
    }
  }

  /// A message on the next day, and whatever is brought of it by itself.
  private static void send() throws Exception {
    day++;
    assertThat(gateway.play(STORY.replace("DAG", "" + day))).as(gateway.told()).isEmpty();
    assertThat(gateway.gateway().bringNow(CJG)).isTrue();
  }

  /// A receipt that confirms nothing, and the word for what is wrong with it.
  private record Fault(String word, Function<byte[], String> receipt) {}

  private static List<Fault> faults() {
    var school = gateway.gateway().site().identity(SCHOOL, "De Duinpieper", true).signing();
    var stranger = new ECKey.Builder(school).keyID(receipts.key().getKeyID()).build();
    return List.of(
        new Fault("ontvangst-onleesbaar", _ -> "dank u wel"),
        new Fault("ontvangst-onleesbaar", changed(claims -> claims.put("kind", "sami"))),
        new Fault("ontvangst-onleesbaar", changed(claims -> claims.put("op", "vandaag"))),
        new Fault("ontvangst-te-groot", _ -> "x".repeat(5_000)),
        new Fault(
            "ontvangst-niet-getekend",
            body -> Statement.sign(stranger, DoorReceipt.TYPE, receipts.claims(body))),
        new Fault(
            "ontvangst-niet-getekend",
            body ->
                Statement.sign(
                    school, DoorReceipt.TYPE, receipts.claims(body).put("iss", SCHOOL.value()))),
        new Fault(
            "ontvangst-ander-pakket",
            changed(claims -> claims.put("pakket", UUID.randomUUID().toString()))),
        new Fault(
            "ontvangst-andere-inhoud", changed(claims -> claims.put("digest", "0".repeat(64)))),
        new Fault(
            "ontvangst-tijd",
            changed(claims -> claims.put("op", now().plus(Duration.ofHours(1)).toString()))));
  }

  private static Function<byte[], String> changed(Consumer<ObjectNode> how) {
    return body -> {
      var claims = receipts.claims(body);
      how.accept(claims);
      return receipts.sign(claims);
    };
  }

  /// The claims of the manual with what is different for each parcel.
  private static ObjectNode ofTheManual(ObjectNode real) {
    try {
      var page = Files.readString(Path.of("..", "docs", "koppelvlak.md"));
      var from = page.indexOf("```json\n", page.indexOf("<!-- voorbeeld: ontvangst -->")) + 8;
      var claims = (ObjectNode) JSON.readTree(page.substring(from, page.indexOf("```", from)));
      for (var name : List.of("op", "pakket", "digest")) {
        claims.set(name, real.get(name));
      }
      return claims;
    } catch (IOException e) {
      throw new IllegalStateException("the manual is there", e);
    }
  }

  private static List<JsonNode> confirmed() {
    return gateway.gateway().logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(detail -> detail.path("soort").asText().equals("bevestigd"))
        .map(JsonNode.class::cast)
        .toList();
  }

  private static long rows(String kind) {
    return gateway.gateway().logbook().kinds().stream().filter(kind::equals).count();
  }

  private static Instant now() {
    return gateway.gateway().clock().instant();
  }

  private static void pass(Duration time) {
    gateway.gateway().moveClock(now().plus(time));
  }

  private static String last() throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select stand || ' ' || reden from aflevering order by volgorde desc limit 1")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
