package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every step of the exchange broken in turn: nothing leaves unlogged, nothing acknowledged is
/// lost.
final class BrokenStepsSpec {
  private static final String STORY =
      """
      titel: Schrijven in TABEL mislukt halverwege
      tijd: 2026-11-24 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder, vader], gezag: gezamenlijk-gescheiden, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder, vader]}
      stappen:
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
        - herstel: database
        - huishouding: nu
        - controleer: logboek
          verwacht: {logboek: klopt}
        - stap: opnieuw
          herhaal: {stap: halverwege, hoe: dezelfde bytes}
          verwacht: {status: 200, vrijgegeven: [K01, K09]}
        - herhaal: {stap: halverwege, hoe: dezelfde bytes}
          verwacht: {hetzelfde antwoord als: opnieuw}
        - laat mislukken: {schrijven in: TABEL}
        - haal op: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: STATUS}
        - herstel: database
        - haal op: {door: cjg als cjg-coach, pakket van: opnieuw}
          verwacht: {status: 200, categorieen: [K01, K09]}
        - bevestig: {door: cjg als cjg-coach, pakket van: opnieuw}
        - controleer: logboek
          verwacht: {logboek: klopt}
      """;

  private static final String SENDS =
      STORY.substring(0, STORY.indexOf("stappen:")).replace("-24 10", "-DAG 10")
          + """
          stappen:
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
              verwacht: {logboek: klopt}
          """;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicTest> a_step_that_breaks_leaves_nothing_half_done() {
    // Which tables an acceptance writes, and what a handing over says when it cannot write there.
    return Stream.of(
            new String[] {"logbook_row", "503"},
            new String[] {"logbook_head", "503"},
            new String[] {"logbook_subject", "503"},
            new String[] {"checkpoint", "503"},
            new String[] {"message", "200"},
            new String[] {"parcel", "503"})
        .map(
            step ->
                DynamicTest.dynamicTest(
                    "writing in " + step[0] + " fails",
                    () ->
                        assertThat(
                                gateway.play(
                                    STORY.replace("TABEL", step[0]).replace("STATUS", step[1])))
                            .isEmpty()));
  }

  @Test
  void a_database_that_restarted_while_nobody_asked_is_not_noticed_by_who_asks_next()
      throws Exception {
    // given: a gateway that has worked, and whose every line to the database then broke
    assertThat(gateway.play(SENDS.replace("DAG", "25"))).isEmpty();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sluis_gateway'");
    }
    TimeUnit.MILLISECONDS.sleep(700);

    // then: the next one is answered, and not told to come back later
    assertThat(gateway.play(SENDS.replace("DAG", "26"))).as(gateway.told()).isEmpty();
  }
}
