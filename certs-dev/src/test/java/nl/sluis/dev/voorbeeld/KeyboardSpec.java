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
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.voorbeeld.Screens.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(keys.reads()).as(task.told()).contains(said);
    assertThat(keys.taps()).as(task.told()).isEqualTo(manual.get(task.told()));
    assertThat(keys.wrong()).as(task.told()).isEmpty();
  }

  @Test
  void the_manual_counts_every_task_and_no_other_and_no_is_not_more_work_than_yes() {
    assertThat(manual.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Task.values()).map(task -> task.told()).toList());
    assertThat(manual.get(Task.NEE.told()))
        .isEqualTo(manual.get(Task.JA.told()))
        .isEqualTo(manual.get(Task.LATER.told()))
        .isEqualTo(manual.get(Task.STOPPEN.told()));
    assertThat(manual.get(Task.TEGENHOUDEN.told()))
        .isLessThanOrEqualTo(manual.get(Task.LATEN_GAAN.told()));
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
    keys.begin().press("main a[href='/mijn/toestemmingen']").press("main li a", "met Basisschool");
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
  void a_mother_objects_to_what_the_law_allows_and_complains_about_another_line() {
    var keys = keysOf(Who.MOEDER);

    line(keys, "11 jaar").press("main a[href$='/bezwaar']").press(ON);
    done(Task.BEZWAAR, keys, "Gevraagd. De organisatie las het nog niet.");
    line(keys, "9 jaar").press("main a[href$='/klacht']").choose("[name=bij]", 0);
    keys.choose("[name=loket]", 1).write("#woorden", "Niemand belde mij.").press(ON);
    done(Task.KLACHT, keys, "Niemand belde mij.");
  }

  /// The newest line about this child.
  private static Keys line(Keys keys, String child) {
    keys.begin().press("main a[href='/mijn/inzien']").press("main a", child);
    return keys.press("main a", "kreeg gegevens");
  }

  @Test
  void a_mother_keeps_the_statement_of_a_month_and_checks_it(@TempDir Path home) {
    var keys = keysOf(Who.MOEDER);
    var key = screens.gateway().logbookKey();

    keys.begin().press("main a[href='/mijn/overzichten']").press("main a", "9 jaar");
    var kept = keys.keep("main a[href$='/bestand']", "oktober", home);
    keys.press("main a[href='/logboek/overzicht-nakijken']").handIn("#overzicht", kept);
    keys.write("#sleutel", key).submit("button", "Kijk na", "#uitslag:not(:empty)");
    done(Task.OVERZICHT, keys, "In orde: dit overzicht van 2026-10");
  }

  @Test
  void a_mother_enters_the_code_of_a_letter_and_makes_one_for_the_desk_where_she_is_helped() {
    var keys = keysOf(Who.MOEDER);
    keys.begin().press("main a[href='/mijn/code']").write("#code", screens.letter()).press(ON);
    done(Task.CODE, keys, "Het is gelukt");
    keys.begin().press("main a[href='/mijn/loket']").press("form[action$='/loket/code'] button");
    done(Task.LOKET_CODE, keys, "Uw code");

    keys = keysOf(Who.MEDEWERKER);
    keys.begin("/loket").press("form[action='/loket/klaar'] button");
    keys.begin("/loket").choose("#zeker", 0).write("#code", screens.code());
    keys.press("form[action='/loket/hulp'] button").press("main li a", "GGD");
    keys.press(NO).press("form[action$='/antwoord'] button").press("main a.knop");
    keys.press("form[action='/loket/klaar'] button");
    done(Task.HELPEN, keys, "De code");
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
    keys.begin()
        .press("main a[href='/mijn/meekijkers']")
        .press("main a[href='/mijn/meekijkers/helper']");
    keys.choose("[name=wie]", 2).choose("[name=wat]", 0).press(ON);
    done(Task.LAAT_HELPEN, keys, "Geef de code aan wie u helpt");
    keys.begin().press("main a[href='/mijn/meekijkers']").press(ON, "Stop deze hulp");
    done(Task.STOP_HELPEN, keys, "Dit is voorbij");
  }

  @Test
  void who_logs_in_chooses_a_language_and_logs_out_here_everywhere_or_at_once() {
    var keys = keysOf(Who.IEMAND);
    // Officers stand first in the list.
    int families = DevOfficer.values().length;
    keys.begin("/").press("main a[href='/aanmelden']").choose("[name=persoon]", families);
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
    assertThat(manual).containsEntry(Task.SNEL_WEG.told(), 1);
    assertThat(screens.browser().cookies()).doesNotContainKeys("__Host-sluis", "__Host-taal");
  }
}
