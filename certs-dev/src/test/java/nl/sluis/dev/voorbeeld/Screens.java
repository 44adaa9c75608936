package nl.sluis.dev.voorbeeld;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Browser;
import nl.sluis.gateway.vorm.Language;

/// One gateway on which a story was told after which every page has something on it, and a real
/// browser to open them in. One thread.
final class Screens implements AutoCloseable {
  private static final Path STORY = Path.of("src/test/resources/schermen/gezinnen.yaml");

  private static final String EMPLOYED = "999900018";
  private static final Pattern REPORT = Pattern.compile("href=\"(/toezicht/rapport/[^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}");

  /// Letters with which the mother takes her place at her other children too.
  private static final List<String> LETTERS = List.of("brief lena", "brief kim");

  private final DevPostgres postgres;
  private final DevGateway gateway;
  private final Browser browser;
  private final String letter;

  /// Who sits at the browser.
  enum Who {
    /// Somebody who did not log in.
    IEMAND(""),
    /// Has three children, of nine, eleven and thirteen.
    MOEDER("moeder van sami"),
    /// Has a son of sixteen.
    MOEDER_VAN_BO("moeder van bo"),
    /// Is sixteen.
    BO("bo"),
    /// Was asked by the mother to read along at the child of nine.
    HELPER("tante van sami"),
    /// Works at a desk and helps the mother.
    MEDEWERKER("iemand van het loket"),
    /// The privacy officer of the CJG, who reads Dutch.
    FG(DevOfficer.FG_CJG.title()),
    /// Looks after the convenant, and reads Dutch.
    BEHEERDER(DevOfficer.CONVENANTBEHEERDER.title());

    private final String name;

    Who(String name) {
      this.name = name;
    }
  }

  private Screens(DevPostgres postgres, DevGateway gateway, Browser browser, String letter) {
    this.postgres = postgres;
    this.gateway = gateway;
    this.browser = browser;
    this.letter = letter;
  }

  /// Tells the story and opens a browser.
  static Screens open() throws IOException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all())
            .read(STORY.toString(), 1, Files.readString(STORY));
    var told = new ByteArrayOutputStream();
    var report = new Report(new PrintStream(told, true, StandardCharsets.UTF_8));
    var postgres = DevPostgres.shared();
    var site = DevSite.temporary(scenario.start());
    var gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    var bo = requireNonNull(scenario.families().get("bo"), "bo");
    site.login().people().add(Who.BO.name, bo.bsn());
    DevOfficer.appoint(site.login().people());
    site.login().people().employ(Who.MEDEWERKER.name, EMPLOYED);
    var letter = new StringBuilder();
    var verdict =
        new Runner(gateway, report)
            .play(
                scenario,
                (step, scene) -> {
                  if (step.equals("zelfde moeder")) {
                    takesPlaces(scene);
                    letter.append(scene.letterOf("brief mees"));
                  }
                });
    assertThat(verdict.differences()).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
    cases(gateway);
    // What is counted for officers is counted now, and not while somebody looks.
    assertThat(gateway.runHousekeeping()).isTrue();
    haveReport(gateway);
    return new Screens(postgres, gateway, Browser.open(gateway), letter.toString());
  }

  /// An officer has a case of which something is to be seen.
  private static void cases(DevGateway gateway) {
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG)) {
      var opened =
          officer.send(
              "/toezicht/datalek",
              "/toezicht/datalek",
              "soort",
              "datalek",
              "bekendDag",
              "23-11-2026",
              "bekendTijd",
              "09:00",
              "ander",
              "00000099000000201000",
              "richting",
              "gekregen",
              "van",
              "20-11-2026",
              "tot",
              "23-11-2026",
              "toelichting",
              "De school stuurde dit aan de verkeerde coach.");
      assertThat(opened.body()).contains("De klok loopt");
    }
  }

  /// The first report of the list is there; the others are still to be made.
  private static void haveReport(DevGateway gateway) {
    try (var steward = DevOfficer.CONVENANTBEHEERDER.at(gateway)) {
      var found = REPORT.matcher(steward.get("/toezicht/rapport").body());
      assertThat(found.find()).isTrue();
      var token = steward.formToken(found.group(1));
      assertThat(steward.post(found.group(1), Map.of("bewijs", token)).status()).isEqualTo(303);
    }
  }

  /// In a story each child has a mother of its own; here three of them are one person.
  private static void takesPlaces(Scene scene) {
    for (var letter : LETTERS) {
      var code = JsonNodeFactory.instance.objectNode().put("code", scene.letterOf(letter));
      var answer = scene.person("sami", "moeder").post("/mijn/v1/koppelingen", code.toString());
      assertThat(answer.status()).as(letter).isEqualTo(201);
    }
  }

  /// The browser, as it is.
  Browser browser() {
    return browser;
  }

  /// The gateway.
  DevGateway gateway() {
    return gateway;
  }

  /// The code of a letter that nobody entered yet.
  String letter() {
    return letter;
  }

  /// From now on this person sits at a browser that was never here before.
  ///
  /// @param scripts whether it runs them
  Browser as(Who who, boolean scripts) {
    browser.another(scripts);
    if (who == Who.MEDEWERKER) {
      help(person(who).place(), code());
    } else if (who == Who.FG || who == Who.BEHEERDER) {
      browser.officer(person(who).place());
    } else if (who != Who.IEMAND) {
      browser.logIn(person(who).place());
    }
    return browser;
  }

  private TestPeople.Person person(Who who) {
    return gateway.site().login().people().all().stream()
        .filter(person -> person.name().equals(who.name))
        .findFirst()
        .orElseThrow();
  }

  /// A code that the mother makes for who helps her.
  String code() {
    try (var mother = new Decider(gateway, person(Who.MOEDER).number())) {
      var page = mother.at("/mijn/loket").press("Maak een code").page().body();
      return CODE.matcher(page).results().findFirst().orElseThrow().group();
    }
  }

  private void help(int place, String code) {
    browser.go("/loket/aanmelden");
    browser.page().check("input[name=persoon][value='" + place + "']");
    browser.page().click("button:text-is('Inloggen')");
    browser.page().waitForURL("**/loket");
    var still = browser.page().locator("form[action='/loket/klaar'] button");
    if (still.count() > 0) {
      still.click();
      browser.page().waitForLoadState();
    }
    browser.page().check("#zeker");
    browser.page().fill("#code", code);
    browser.page().click("form[action='/loket/hulp'] button");
    browser.page().waitForURL("**/loket/toestemmingen");
  }

  /// The same, with scripts.
  Browser as(Who who) {
    return as(who, true);
  }

  /// Whoever sits there reads this language from now on.
  void reads(Language language) {
    browser.go("/taal");
    browser.page().check("#taal-" + language.tag());
    browser.page().click("main button[type=submit]");
  }

  @Override
  public void close() throws IOException {
    browser.close();
    gateway.close();
    postgres.close();
  }
}
