package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Writing broken at every table of the exchange in turn: nothing leaves unlogged, nothing
/// acknowledged is lost.
final class BrokenStepsSpec {
  private static final String BEGIN =
      """
      titel: Schrijven in TABEL mislukt halverwege
      tijd: 2026-11-24 UUR:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder, vader], gezag: gezamenlijk-gescheiden, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder, vader]}
      stappen:
        - controleer: logboek
      """;

  private static final String SENDING =
      """
        - laat mislukken: {schrijven in: TABEL}
        - stap: halverwege
          stuur:
            van: school als school-ib
            aan: cjg als cjg-coach
            doel: signaal-bespreken-cjg
            over: sami
            categorieen: [K01, K09]
            voorwaarden: [besproken-met-ouders]
          verwacht: {status: 503, code: niet-vastgelegd}
        - kijk in postbus: {door: cjg als cjg-coach}
          verwacht: {pakketten: WACHT}
        - herstel: database
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [STUUR]}
        - stap: opnieuw
          herhaal: {stap: halverwege, hoe: dezelfde bytes}
          verwacht: {status: 200, vrijgegeven: [K01, K09], ontvangstbewijs: klopt}
        - herhaal: {stap: halverwege, hoe: dezelfde bytes}
          verwacht: {hetzelfde antwoord als: opnieuw}
        - kijk in postbus: {door: cjg als cjg-coach}
          verwacht: {pakketten: 1}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [HERHAAL]}
      """;

  private static final String COLLECTING =
      """
        - laat mislukken: {schrijven in: TABEL}
        - haal op: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: UITREIKEN}
        - herstel: database
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [EERST]}
        - haal op: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: 200, categorieen: [K01, K09]}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [DAARNA]}
        - laat mislukken: {schrijven in: TABEL}
        - bevestig: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: BEVESTIGEN}
        - vraag status: {door: school als school-ib, van stap: opnieuw}
          verwacht: {toestand: STAAT}
        - herstel: database
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [GEMELD]}
        - bevestig: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: 204}
        - bevestig: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: 204, postbus: {cjg als cjg-coach: 0}}
        - vraag status: {door: school als school-ib, van stap: opnieuw}
          verwacht: {toestand: bevestigd}
        - herhaal: {stap: halverwege, hoe: dezelfde bytes}
          verwacht: {hetzelfde antwoord als: opnieuw}
        - controleer: logboek
          verwacht: {logboek: klopt, nieuwe rijen: [TOEN]}
      """;

  private static final String SENDS =
      BEGIN
          + """
            - stap: bericht
              stuur:
                van: school als school-ib
                aan: cjg als cjg-coach
                doel: signaal-bespreken-cjg
                over: sami
                categorieen: [K01, K09]
                voorwaarden: [besproken-met-ouders]
              verwacht: {status: 200, vrijgegeven: [K01, K09]}
            - controleer: logboek
              verwacht: {logboek: klopt, nieuwe rijen: [aangenomen]}
          """;

  /// A table in which writing fails, and what is seen then: how many parcels wait after sending,
  /// what collecting and confirming say, and which rows were written before and after the mending.
  private record Broken(
      String table,
      int waits,
      int collecting,
      int confirming,
      Rows sent,
      Rows collected,
      Rows confirmed) {
    /// All is undone: the rows come when it is done again.
    static Broken undone(String table) {
      return new Broken(
          table,
          0,
          503,
          503,
          new Rows("", "aangenomen"),
          new Rows("", "verstrekt"),
          new Rows("", "bevestigd"));
    }

    String story() {
      return (BEGIN + SENDING + COLLECTING)
          .replace("TABEL", table)
          .replace("WACHT", "" + waits)
          .replace("STUUR", sent.first())
          .replace("HERHAAL", sent.then())
          .replace("UITREIKEN", "" + collecting)
          .replace("EERST", collected.first())
          .replace("DAARNA", collected.then())
          .replace("BEVESTIGEN", "" + confirming)
          .replace("STAAT", confirmed.first().isEmpty() ? "uitgereikt" : "bevestigd")
          .replace("GEMELD", confirmed.first())
          .replace("TOEN", confirmed.then());
    }
  }

  private record Rows(String first, String then) {}

  private static TestGateway gateway;
  private static int hour = 6;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  private static List<String> play(String story) throws IOException {
    hour++;
    return gateway.play(story.replace("UUR", "%02d".formatted(hour)));
  }

  @TestFactory
  Stream<DynamicTest> a_step_that_breaks_leaves_nothing_half_done() {
    return Stream.of(
            Broken.undone("logbook_row"),
            Broken.undone("logbook_head"),
            Broken.undone("logbook_subject"),
            Broken.undone("parcel"),
            Broken.undone("fsc_logregel"),
            // Handing over and confirming write no message, so they go as ever.
            new Broken(
                "message",
                0,
                200,
                204,
                new Rows("", "aangenomen"),
                new Rows("verstrekt", "heruitgereikt"),
                new Rows("bevestigd", "")),
            // By then the row is durable: it is done, though nobody could be told.
            new Broken(
                "checkpoint",
                1,
                503,
                503,
                new Rows("aangenomen", ""),
                new Rows("verstrekt", "heruitgereikt"),
                new Rows("bevestigd", "")))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    "writing in " + broken.table() + " fails",
                    () -> assertThat(play(broken.story())).isEmpty()));
  }

  @Test
  void a_database_that_restarted_while_nobody_asked_is_not_noticed_by_who_asks_next()
      throws Exception {
    // given: a gateway that has worked, and whose every line to the database then broke
    assertThat(play(SENDS)).isEmpty();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sluis_gateway'");
    }
    TimeUnit.MILLISECONDS.sleep(700);

    // then: the next one is answered, and not told to come back later
    assertThat(play(SENDS)).as(gateway.told()).isEmpty();
  }
}
