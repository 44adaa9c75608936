package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.Answer;
import nl.sluis.gateway.postbus.Housekeeping;
import org.junit.jupiter.api.Test;

/// What is left of a parcel once its time is over: rows, and nothing with which its content could
/// be read (design 10.7, 10.10, 10.11, 10.19).
final class EndOfParcelsSpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "voorbeelden", "einde-van-een-pakket.yaml");
  private static final String OPEN =
      """
      titel: Een pakket wordt bevestigd en een ander niet
      tijd: 2026-11-23 10:00
      partijen: {school: De Duinpieper, cjg: CJG Kennemerland}
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - {stap: een, stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}}
        - verstrijkt: 1 uur
        - {stap: twee, stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}}
        - haal op: {door: cjg als cjg-coach, pakket van: een}
        - bevestig: {door: cjg als cjg-coach, pakket van: een}
        - verstrijkt: 3 uur
        - huishouding: nu
      """;

  /// How an answer looks without what is of this one exchange alone.
  private static String form(Answer answer) {
    var told = answer.status() + " " + answer.headers() + " " + answer.body();
    return told.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
  }

  @Test
  void why_a_parcel_was_not_handed_over_shows_in_no_byte_of_the_status() throws Exception {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    try (var gateway = TestGateway.start()) {
      gateway
          .gateway()
          .watchedBy(
              (method, address, answer) -> {
                if (method.equals("GET") && address.getPath().startsWith("/v1/berichten/")) {
                  answers.add(answer);
                }
              });

      var differences = gateway.play(Files.readString(STORY));

      assertThat(differences).isEmpty();
      var ended = answers.stream().filter(a -> a.body().contains("niet-uitgereikt")).toList();
      assertThat(ended).as("lapse, withdrawal twice, gezag, age, restriction").hasSize(6);
      assertThat(ended.stream().map(EndOfParcelsSpec::form).collect(Collectors.toSet())).hasSize(1);
      assertThat(payloads(gateway)).as("only the report that never lapses").isEqualTo(1);
    }
  }

  @Test
  void the_key_of_an_hour_goes_when_no_parcel_of_that_hour_waits() throws Exception {
    try (var gateway = TestGateway.start()) {
      assertThat(gateway.play(OPEN)).isEmpty();

      assertThat(keys(gateway, "pakket-")).containsExactly("pakket-2026112310");
      assertThat(payloadKeys(gateway)).containsExactly("pakket-2026112310");

      pass(gateway, Duration.ofDays(8));

      assertThat(payloadKeys(gateway)).isEmpty();
      assertThat(keys(gateway, "pakket-")).isEmpty();
    }
  }

  @Test
  void the_original_answers_and_the_key_of_their_day_go_after_the_time_to_repeat()
      throws Exception {
    try (var gateway = TestGateway.start()) {
      assertThat(gateway.play(OPEN)).isEmpty();

      pass(gateway, Housekeeping.MEMORY.minusDays(1));

      assertThat(keys(gateway, "antwoord-")).containsExactly("antwoord-20261123");
      assertThat(all(gateway, "select jti from message")).hasSize(2);

      pass(gateway, Duration.ofDays(2));

      assertThat(keys(gateway, "antwoord-")).isEmpty();
      assertThat(all(gateway, "select jti from message")).isEmpty();
      assertThat(gateway.gateway().checkLogbook()).isEmpty();
    }
  }

  private static void pass(TestGateway gateway, Duration time) {
    gateway.gateway().moveClock(gateway.gateway().clock().instant().plus(time));
    gateway.gateway().runHousekeeping();
  }

  private static List<String> keys(TestGateway gateway, String kind) {
    return gateway.gateway().site().keys().epochKeyNames().stream()
        .filter(name -> name.startsWith(kind))
        .toList();
  }

  private static List<String> payloadKeys(TestGateway gateway) throws SQLException {
    return all(gateway, "select payload_key from parcel where payload_ct is not null");
  }

  private static int payloads(TestGateway gateway) throws SQLException {
    return payloadKeys(gateway).size();
  }

  private static List<String> all(TestGateway gateway, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
