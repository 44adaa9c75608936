package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Writing broken at every table in turn while an organisation reads, extends and answers what a
/// mother asked, and a receiver says what it did: nothing is half done, no answer stands without
/// those who must hear it, and the same done again succeeds once.
final class BrokenRequestsSpec {
  private static final String STORY =
      """
      titel: Schrijven in TABEL mislukt terwijl op een verzoek wordt geantwoord
      tijd: 2026-11-24 UUR:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: brief
          stuur brief: {door: school als school-ib, persoon: moeder, over: sami}
        - voer code in: {persoon: moeder, over: sami, brief: brief}
        - stap: bericht
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
          verwacht: {status: 200}
        - haal op: {door: cjg als cjg-coach, pakket van: bericht}
        - stap: fout
          vraag bij regel: {persoon: moeder, over: sami, wat: rectificatie, regel: CJG, woorden: Dit is een ander kind.}
          verwacht: {status: 200}
        - controleer: logboek
        - laat mislukken: {schrijven in: TABEL}
        - lees betrokkenenverzoek: {door: school als school-directeur, verzoek: fout}
          verwacht: {status: LEZEN}
        - verleng betrokkenenverzoek: {door: school als school-directeur, verzoek: fout, reden: Wij vragen het eerst na bij de juf.}
          verwacht: {status: VERLENGEN}
        - beantwoord betrokkenenverzoek: &ja {door: school als school-directeur, verzoek: fout, uitkomst: toegewezen, antwoord: U hebt gelijk en wij pasten het aan.}
          verwacht: {status: ANTWOORDEN}
        - herstel: database
        - controleer: logboek
          verwacht: {logboek: klopt}
        - roep aan: {wat: GET /v1/ontvangersberichten, door: cjg}
          verwacht: {status: 200, velden: {ontvangersberichten.0: HOORT}}
        - beantwoord betrokkenenverzoek: *ja
          verwacht: {status: 201}
        - beantwoord betrokkenenverzoek: *ja
          verwacht: {status: 201, logboek: {erbij: geen}}
        - stap: hoort
          roep aan: {wat: GET /v1/ontvangersberichten, door: cjg}
          verwacht: {status: 200, velden: {ontvangersberichten.0.wat: rectificatie, ontvangersberichten.1: afwezig}}
        - laat mislukken: {schrijven in: TABEL}
        - roep aan: &gedaan
            wat: "POST /v1/ontvangersberichten/{hoort.ontvangersberichten.0.id}/bevestigingen"
            door: cjg
            json: {namens: {oin: "00000099000000101000", rol: cjg-coach}, gedaan: gewist, functie: coach}
          verwacht: {status: BEVESTIGEN}
        - herstel: database
        - controleer: logboek
          verwacht: {logboek: klopt}
        - roep aan: *gedaan
          verwacht: {status: 204}
        - roep aan: *gedaan
          verwacht: {status: 204, logboek: {erbij: geen}}
        - roep aan: {wat: GET /v1/ontvangersberichten, door: cjg}
          verwacht: {status: 200, velden: {ontvangersberichten.0: afwezig}}
        - kijk verzoek: {persoon: moeder, over: sami, verzoek: fout}
          verwacht: {status: 200, bevat: [Het antwoord is ja., weggehaald op]}
        - controleer: logboek
          verwacht: {logboek: klopt}
      """;

  private static TestGateway gateway;
  private static int hour = 6;

  /// A table in which writing fails, and what each step says then.
  private record Broken(String table, int reading, int extending, int answering, int confirming) {
    String story() {
      return STORY
          .replace("TABEL", table)
          .replace("LEZEN", "" + reading)
          .replace("VERLENGEN", "" + extending)
          .replace("ANTWOORDEN", "" + answering)
          .replace("HOORT", answering == 201 ? "aanwezig" : "afwezig")
          .replace("BEVESTIGEN", "" + confirming);
    }
  }

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
            new Broken("logbook_row", 503, 503, 503, 503),
            new Broken("logbook_head", 503, 503, 503, 503),
            new Broken("logbook_subject", 503, 503, 503, 503),
            new Broken("betrokkenenverzoek_stap", 503, 503, 503, 204),
            new Broken("taak", 200, 503, 503, 503),
            new Broken("ontvangersbericht", 200, 201, 503, 204),
            new Broken("ontvangersbericht_bevestigd", 200, 201, 201, 503))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    "writing in " + broken.table() + " fails",
                    () -> assertThat(play(broken.story())).isEmpty()));
  }
}
