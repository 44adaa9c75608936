package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Writing that fails while a consent is withdrawn, while a term ends, and while a child is seen
/// for the first time.
final class BrokenEndingsSpec {
  private static final String BEGIN =
      """
      titel: Schrijven in TABEL mislukt
      tijd: DAG UUR:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        nieuw: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: ggd als ggd-jeugdarts}
        ander: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: ggd als ggd-jeugdarts}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
      """;

  private static final String SIGNAL =
      """
        - stap: NAAM
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: KIND, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
          verwacht: {status: STATUS}
      """;

  private static final String WITHDRAWAL =
      """
        - controleer: logboek
        - laat mislukken: {schrijven in: TABEL}
        - trek toestemming in: {toestemming: ja, persoon: moeder}
          verwacht: {status: 503, code: niet-vastgelegd}
        - herstel: database
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [RIJ]}
        - trek toestemming in: {toestemming: ja, persoon: moeder}
          verwacht: {status: 201}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [EIND]}
        - haal op: {door: cjg als cjg-coach, pakket van: signaal}
          verwacht: {status: 404, postbus: {cjg als cjg-coach: 0}}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: []}
        - herhaal: {stap: signaal, hoe: dezelfde bytes}
          verwacht: {hetzelfde antwoord als: signaal}
        - vraag status: {door: school als school-ib, van stap: signaal}
          verwacht: {toestand: aangenomen}
      """;

  /// What waited is withheld with it.
  private static final String TAKEN_BACK = "intrekking, niet-uitgereikt";

  /// Nobody looked at the notice about the yes; that is told before anything breaks.
  private static final String TOLD =
      """
        - verstrijkt: 7 dagen
        - huishouding: nu
        - verstrijkt: 15 dagen
        - huishouding: nu
      """;

  private static final String LAPSE =
      """
        - verstrijkt: 2 dagen
        - huishouding: nu
          verwacht: {huishouding: gelukt}
        - verstrijkt: 19 dagen
        - controleer: logboek
        - laat mislukken: {schrijven in: TABEL}
        - huishouding: nu
          verwacht: {huishouding: mislukt}
        - haal op: {door: cjg als cjg-coach, pakket van: NAAM}
          verwacht: {status: OPHALEN, postbus: {cjg als cjg-coach: 0}}
        - vraag status: {door: school als school-ib, van stap: NAAM}
          verwacht: {toestand: STAAT}
        - herstel: database
        - huishouding: nu
          verwacht: {huishouding: gelukt}
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [vervallen]}
        - vraag status: {door: school als school-ib, van stap: NAAM}
          verwacht: {toestand: niet-uitgereikt}
      """;

  private static final String FIRST_SIGHT =
      """
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: []}
        - leg gezinsfeiten vast: {door: school als school-administratie, over: ander, leeftijd: 9 jaar, gezag: eenhoofdig, houders: [moeder]}
          verwacht: {status: 503, code: niet-vastgelegd}
        - herstel: database
        - stap: opnieuw
          herhaal: {stap: signaal, hoe: dezelfde bytes}
          verwacht: {status: 409, redenen: [gezag-onbekend]}
        - herhaal: {stap: signaal, hoe: dezelfde bytes}
          verwacht: {hetzelfde antwoord als: opnieuw, postbus: {cjg als cjg-coach: 0}}
        - leg gezinsfeiten vast: {door: school als school-administratie, over: ander, leeftijd: 9 jaar, gezag: eenhoofdig, houders: [moeder]}
          verwacht: {status: 201}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [aangehouden, gezag]}
      """;

  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = TestGateway.start();
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
  }

  private static String signal(String name, String child, int status) {
    return SIGNAL.replace("NAAM", name).replace("KIND", child).replace("STATUS", "" + status);
  }

  private static String lapse(String table) {
    // The checkpoint comes after the end of the term itself; until it is there nobody is answered.
    var over = table.equals("checkpoint");
    return (signal("NAAM", "sami", 200) + LAPSE)
        .replace("TABEL", table)
        .replace("NAAM", "bij " + table)
        .replace("OPHALEN", over ? "503" : "404")
        .replace("STAAT", over ? "niet-uitgereikt" : "aangenomen");
  }

  private void goes(String story, String table, LocalDateTime day) throws IOException {
    var whole =
        story
            .replace("TABEL", table)
            .replace("DAG", day.toLocalDate().toString())
            .replace("UUR", "%02d".formatted(day.getHour()));
    assertThat(gateway.play(whole)).as(gateway.told()).isEmpty();
  }

  @Test
  void a_withdrawal_that_could_not_be_written_is_not_confirmed_and_counts_when_repeated()
      throws IOException {
    var day = LocalDateTime.of(2026, 11, 24, 8, 0);
    var story = BEGIN + signal("signaal", "sami", 200) + WITHDRAWAL;
    for (var table :
        new String[] {
          "consent_event", "parcel", "logbook_row", "logbook_head", "logbook_subject"
        }) {
      goes(story.replace("RIJ", "").replace("EIND", TAKEN_BACK), table, day);
      day = day.plusHours(1);
    }
    // By then it is durable and counts, though nobody could be told.
    goes(story.replace("RIJ", TAKEN_BACK).replace("EIND", "intrekking"), "checkpoint", day);
  }

  @Test
  void a_term_that_could_not_be_ended_ends_once_and_nothing_leaves_meanwhile() throws IOException {
    var story =
        Stream.of("parcel", "logbook_row", "logbook_head", "logbook_subject", "checkpoint")
            .map(BrokenEndingsSpec::lapse)
            .collect(Collectors.joining("", BEGIN + TOLD, ""));
    goes(story, "elke tabel", LocalDateTime.of(2027, 1, 11, 10, 0));
  }

  @TestFactory
  Stream<DynamicTest> a_child_that_could_not_be_written_down_is_a_new_child_the_next_time() {
    var story =
        BEGIN
            + "  - controleer: logboek\n  - laat mislukken: {schrijven in: TABEL}\n"
            + signal("signaal", "nieuw", 503)
            + FIRST_SIGHT;
    return Stream.of("subject", "alias")
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table, () -> goes(story, table, LocalDateTime.of(2026, 11, 24, 10, 0))));
  }
}
