package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.voorbeeld.Screens.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everything that people do on the pages, done with a keyboard only; and in how many taps, which
/// the manual says (`docs/vorm.md`).
final class KeyboardSpec {
  private static final Pattern COUNTED = Pattern.compile("(?m)^\\| ([^|`]+) \\| (\\d+) \\|$");
  private static final String NO = "[name=antwoord][value=nee]";
  private static final String YES = "[name=antwoord][value=ja]";
  private static final String LATER = "[name=antwoord][value=later]";
  private static final String ON = "main [type=submit]";

  private static Screens screens;
  private static Map<String, Integer> manual = Map.of();

  /// What somebody comes for, as the manual calls it.
  private enum Task {
    AANMELDEN("aanmelden, vanaf de eerste bladzijde"),
    TAAL("een andere taal kiezen"),
    NEE("nee zeggen op een vraag"),
    JA("ja zeggen op een vraag"),
    LATER("later zeggen op een vraag"),
    DEEL("ja zeggen op één van twee soorten"),
    STOPPEN("een ja stoppen"),
    REGEL("zien wie wat kreeg, en waarom"),
    WAAROM("vragen waarom iets mocht"),
    GESPREK("zeggen dat een gesprek er niet was"),
    BERICHT("kiezen hoe u bericht krijgt"),
    LATEN_GAAN("een tekst lezen en laten gaan"),
    TEGENHOUDEN("een tekst tegenhouden"),
    OPMERKING("iets bij een tekst zeggen"),
    KLOPT_NIET("zeggen dat een bericht niet klopt"),
    LAAT_KIJKEN("iemand laten meekijken"),
    STOP_KIJKEN("het meekijken stoppen"),
    AFMELDEN("afmelden"),
    OVERAL("overal afmelden"),
    SNEL_WEG("snel weg");

    private final String name;

    Task(String name) {
      this.name = name;
    }
  }

  @BeforeAll
  static void tell_the_story() throws IOException {
    manual =
        COUNTED
            .matcher(Files.readString(Path.of("..", "docs", "vorm.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> Integer.parseInt(row.group(2))));
    screens = Screens.open();
  }

  @AfterAll
  static void stop() throws IOException {
    if (screens != null) {
      screens.close();
    }
  }

  private static Keys keysOf(Who who) {
    var browser = screens.as(who);
    browser.wide(Browser.PHONE);
    return new Keys(browser);
  }

  /// It is done, in as many taps as the manual says, and the focus was seen all the way.
  private static void done(Task task, Keys keys, String said) {
    assertThat(keys.reads()).as(task.name).contains(said);
    assertThat(keys.taps()).as(task.name).isEqualTo(manual.get(task.name));
    assertThat(keys.wrong()).as(task.name).isEmpty();
  }

  @Test
  void the_manual_counts_every_task_and_no_other_and_no_is_not_more_work_than_yes() {
    assertThat(manual.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Task.values()).map(task -> task.name).toList());
    assertThat(manual.get(Task.NEE.name))
        .isEqualTo(manual.get(Task.JA.name))
        .isEqualTo(manual.get(Task.LATER.name))
        .isEqualTo(manual.get(Task.STOPPEN.name));
    assertThat(manual.get(Task.TEGENHOUDEN.name))
        .isLessThanOrEqualTo(manual.get(Task.LATEN_GAAN.name));
  }

  @Test
  void a_mother_says_no_and_yes_and_later_and_yes_to_a_part_and_stops_a_yes() {
    var keys = keysOf(Who.MOEDER);

    question(keys, "CJG").press(NO).press(ON);
    done(Task.NEE, keys, "Dit hebt u gezegd");
    question(keys, "CJG").press(YES).press(ON);
    done(Task.JA, keys, "Dit hebt u gezegd");
    question(keys, "GGD").press(LATER).press(ON);
    done(Task.LATER, keys, "Dit hebt u gezegd");
    question(keys, "GGD").unfold("Per soort");
    keys.choose("[name=soort-K01]", 1).choose("[name=soort-K09]", 0);
    keys.press("details [type=submit]").press(ON);
    done(Task.DEEL, keys, "Dit hebt u gezegd");
    keys.begin().press("main a[href='/mijn/toestemmingen']").press("main li a", "GGD");
    keys.press(NO).press(ON);
    done(Task.STOPPEN, keys, "Dit hebt u gezegd");
  }

  private static Keys question(Keys keys, String to) {
    return keys.begin().press("main a[href='/mijn/vragen']").press("main li a", to);
  }

  @Test
  void a_mother_sees_who_got_what_reads_along_and_says_what_is_not_so() {
    var keys = keysOf(Who.MOEDER);

    keys.begin().press("main a[href='/mijn/inzien']").press("main a", "9 jaar");
    keys.press("main a", "kreeg gegevens");
    done(Task.REGEL, keys, "Waarom mocht dit?");
    keys.begin().press("main a[href='/mijn/inzien']").press("main a", "9 jaar");
    keys.press("main a", "kreeg gegevens").press("main a[href$='/waarom']").press(ON);
    done(Task.WAAROM, keys, "Wat er gebeurde");
    keys.begin().press("main a[href='/mijn/gesprekken']").press("[value=was-er-niet]");
    done(Task.GESPREK, keys, "U zei dat dit gesprek er niet was");
    keys.begin().press("main a[href='/mijn/bereik']").choose("[name=kanaal]", 1);
    keys.press("form[action='/mijn/bereik'] [type=submit]");
    done(Task.BERICHT, keys, "sinds 23 november");
    keys.begin().press("main a[href='/mijn/leesmee']").press("main li a").press(ON);
    keys.press("[name=woord][value=akkoord]");
    done(Task.LATEN_GAAN, keys, "U zei dat deze tekst weg mag");
    keys.begin().press("main a[href='/mijn/meldingen']").press("[value=klopt-niet]");
    done(Task.KLOPT_NIET, keys, "U zei dat dit niet klopt");
  }

  @Test
  void a_youth_stops_a_text_adds_to_it_and_decides_who_looks_along() {
    var word =
        Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")
            .matcher(keysOf(Who.MOEDER_VAN_BO).begin("/mijn/meekijkers").reads());
    assertThat(word.find()).isTrue();
    var keys = keysOf(Who.BO);

    keys.begin().press("main a[href='/mijn/leesmee']").press("main li a");
    keys.press("[name=woord][value=tegengehouden]");
    done(Task.TEGENHOUDEN, keys, "U hield deze tekst tegen");
    keys.begin().press("main a[href='/mijn/leesmee']").press("main li a").press(ON, "Lees");
    keys.write("#opmerking", "Ik wil wel naar school.").press(ON, "Geef dit mee");
    done(Task.OPMERKING, keys, "Geef dit mee");
    keys.begin()
        .press("main a[href='/mijn/toestemmingen']")
        .press("main a[href='/mijn/meekijkers']");
    keys.write("#woord", word.group()).press(ON);
    done(Task.LAAT_KIJKEN, keys, "Kijkt mee");
    keys.begin()
        .press("main a[href='/mijn/toestemmingen']")
        .press("main a[href='/mijn/meekijkers']");
    keys.press(ON, "Stop");
    done(Task.STOP_KIJKEN, keys, "Er kijkt niemand met u mee");
  }

  @Test
  void who_logs_in_chooses_a_language_and_logs_out_here_everywhere_or_at_once() {
    var keys = keysOf(Who.IEMAND);
    keys.begin("/").press("main a[href='/aanmelden']").choose("[name=persoon]", 0);
    keys.press("[type=submit]");
    done(Task.AANMELDEN, keys, "Wat wilt u doen?");
    keys.begin().press("a[href='/taal']").choose("[name=taal]", 1).press(ON);
    done(Task.TAAL, keys, "What would you like to do?");
    keys.begin().press(".als-link");
    done(Task.AFMELDEN, keys, "You are signed out");

    keys = keysOf(Who.MOEDER);
    keys.begin().press("main a[href='/afmelden/overal']").press(ON);
    done(Task.OVERAL, keys, "U bent afgemeld");

    keys = keysOf(Who.MOEDER);
    var page = screens.browser().page();
    page.route(
        "https://www.knmi.nl/",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<!doctype html><html lang=nl><title>weer</title><main><h1>weer</h1>")));
    keys.begin().to("[data-snelweg]", "");
    page.keyboard().press("Space");
    page.waitForURL("https://www.knmi.nl/");
    assertThat(manual).containsEntry(Task.SNEL_WEG.name, 1);
    assertThat(screens.browser().cookies()).doesNotContainKeys("__Host-sluis", "__Host-taal");
  }
}
