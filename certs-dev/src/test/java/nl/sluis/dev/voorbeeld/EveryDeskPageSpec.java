package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every page that the desk of professionals prints, in a real browser, after a day on which all of
/// it was used: on a phone and a laptop, by axe, with a keyboard, in the colours of the machine, on
/// paper and without scripts (WCAG 2.2 AA, EN 301 549). A page that is added and opened by nobody
/// here fails.
final class EveryDeskPageSpec {
  private static final String STORY =
      """
      titel: Een dag waarop alles aan de werkplek gebeurt
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
        lpa: Leerplicht Haarlem
        vt: Veilig Thuis
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: [school als school-administratie, cjg als cjg-coach, ggd als ggd-jeugdarts]}
        noor: {leeftijd: 8 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        pim: {leeftijd: 7 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        lot: {leeftijd: 6 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja signaal, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
        - {stap: ja kernteam, van: cjg als cjg-coach, aan: school als school-ib, doel: kernteam-casusoverleg, over: sami, categorieen: [K01, K14], gegeven door: [moeder]}
        - {stap: ja advies, van: ggd als ggd-jeugdarts, aan: school als school-ib, doel: jgz-advies-school, over: sami, categorieen: [K12], gegeven door: [moeder]}
      stappen:
        - leg contact vast: {door: ggd als ggd-jeugdarts, school: school, persoon: med-257}
        - stap: brief
          stuur brief: {door: ggd als ggd-jeugdarts, persoon: moeder, over: sami}
        - {voer code in: {persoon: moeder, over: sami, brief: brief}, verwacht: {status: 201}}
        - stap: eerste
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - stap: tweede
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - stap: vraag
          stuur: {van: vt als veilig-thuis, aan: school als school-ib, doel: vt-informatieverzoek, over: noor, categorieen: [K01, K16], noodzaak: [K16], voorwaarden: {onderzoek-vt: {nummer: VT-26-118}, antwoordrecht-genoemd: standaard, vragenlijst: {categorieen: K07 K08}}}
        - haal op: {door: school als school-ib, pakket van: vraag}
        - stuur: {van: school als school-leerkracht, aan: vt als veilig-thuis, doel: vt-melding, over: pim, categorieen: [K01, K16], meldcode: acuut}
        - stap: klaar
          huishouding: nu
      """;

  private static final DevWorker.Function EVERYTHING =
      new DevWorker.Function("intern begeleider", EnumSet.allOf(Task.class));

  private static final DevWorker SCHOOL =
      new DevWorker(
          "intern begeleider die ook de werkplek beheert",
          "999912008",
          "med-208",
          DevWorker.INTERN_BEGELEIDER.at(),
          "Basisschool De Duinpieper",
          List.of(EVERYTHING));

  private static final DevWorker COLLEAGUE =
      new DevWorker(
          "collega van de intern begeleider",
          "999912069",
          "med-269",
          DevWorker.INTERN_BEGELEIDER.at(),
          "Basisschool De Duinpieper",
          List.of(EVERYTHING));

  private static final DevWorker ARTS =
      new DevWorker(
          "jeugdarts van de GGD",
          "999912057",
          "med-257",
          new PartyRole(new Oin("00000099000000301000"), Role.GGD_JEUGDARTS),
          "GGD Kennemerland",
          List.of(DevWorker.Function.of("jeugdarts")));

  private static final DevPostgres POSTGRES = DevPostgres.shared();

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static DeskEyes eyes;

  @BeforeAll
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  static void a_day_at_the_desk() throws IOException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, STORY);
    var site = DevSite.temporary(scenario.start());
    gateway = DevGateway.start(site, POSTGRES.fresh(), DevGateway.Ports.ANY);
    desk = DevWorkplace.start(gateway, List.of(SCHOOL, COLLEAGUE, DevWorker.CJG_COACH, ARTS));
    eyes = new DeskEyes(desk);
    var told = new ByteArrayOutputStream();
    var verdict =
        new Runner(gateway, new Report(new PrintStream(told, true, StandardCharsets.UTF_8)))
            .play(
                scenario,
                (label, scene) -> {
                  if (label.equals("klaar")) {
                    look(scene);
                  }
                });
    assertThat(verdict.differences()).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void look(Scene scene) {
    try (var nobody = desk.nobody();
        var school = desk.visit(SCHOOL);
        var colleague = desk.visit(COLLEAGUE);
        var coach = desk.visit(DevWorker.CJG_COACH);
        var arts = desk.visit(ARTS)) {
      var day = new DeskDay(scene, eyes, school);
      day.frame(nobody);
      day.composes();
      day.readsAndUndoes(coach);
      day.answers();
      var talks = new DeskTalks(scene, eyes, school);
      talks.talks(colleague);
      talks.overlegs(coach);
      talks.letsRead(arts);
      var danger = new DeskDanger(scene, eyes, school);
      danger.meldcode();
      danger.acute();
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    eyes.close();
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void every_page_of_the_router_of_the_desk_is_opened() {
    var pages =
        desk.desk().routes().stream()
            .filter(route -> route.startsWith("GET "))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(eyes.seen()).containsAll(pages);
  }

  @Test
  void every_page_of_the_desk_can_be_used_by_everybody() {
    assertThat(eyes.wrong()).isEmpty();
  }
}
