package nl.sluis.dev.voorbeeld;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Browser;
import nl.sluis.gateway.vorm.Language;
import org.jspecify.annotations.Nullable;

/// Somebody who looks at the page that is open in a browser, and says what is wrong with it.
///
/// @param browser in which it is open
record Look(Browser browser) {
  private static final Path SCRIPTS = Path.of("src/test/resources/schermen");

  /// Pictures of every page are for whoever wants to see them, and no part of what is proven.
  private static final boolean KEEPS = "schrijf".equals(System.getProperty("sluis.schermen"));

  /// A ring of three pixels, two of which are enough, against what lies around it (WCAG 2.2, 2.4.7,
  /// 1.4.11).
  private static final double RING = 2;

  private static final double CONTRAST = 3;

  private static final Pattern DAY = Pattern.compile(" type=\"(date|datetime-local)\"");

  /// A day, a month, a year, hours, minutes and a calendar.
  private static final int MOST_INSIDE = 8;

  /// Twice the room between lines and words that people need who read with difficulty (WCAG 2.2,
  /// 1.4.12).
  private static final String SPACED =
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
          + " !important } p { margin-block-end: 2em !important }";

  /// Does it have what every page has?
  List<String> frame(Language language) {
    return told(
        script("kijk.js"), Map.of("language", language.tag(), "direction", language.direction()));
  }

  /// Does it fit in the width of the window, also with more room between the letters?
  List<String> width() {
    var wrong = new ArrayList<>(told(script("breed.js"), Map.of()));
    wear(SPACED);
    told(script("breed.js"), Map.of()).forEach(one -> wrong.add("with more room: " + one));
    wear("");
    return wrong;
  }

  /// The same page under another style on top of its own; an empty one takes it away.
  void wear(String css) {
    page()
        .evaluate(
            """
            (css) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = css === "" ? [] : [sheet];
            }
            """,
            css);
  }

  /// From the first stop to the last with the tab key, and out again: in the order of the page,
  /// with a ring that is seen, and never behind something.
  List<String> keyboard() {
    var wrong = new ArrayList<String>();
    page().evaluate(script("focus.js"));
    int stops = ((Number) page().evaluate("() => walk.begin()")).intValue();
    for (int stop = 0; stop < stops; stop++) {
      var here = next(stop - 1);
      if (!(here instanceof Map<?, ?> at)) {
        wrong.add("the focus is lost at stop " + stop + " of " + stops);
        return wrong;
      }
      wrong.addAll(at(at, stop));
    }
    if (next(stops - 1) instanceof Map<?, ?> at && number(at.get("stop")) == stops - 1) {
      wrong.add("the focus cannot leave " + at.get("html"));
    }
    page().evaluate("() => document.activeElement.blur()");
    return wrong;
  }

  /// One press further. A field for a day is one stop and has several inside it: each of them is
  /// seen, and none of them holds the focus.
  private @Nullable Object next(int before) {
    Object here = null;
    for (int press = 0; press < MOST_INSIDE; press++) {
      page().keyboard().press("Tab");
      here = page().evaluate("() => walk.settled()");
      if (!(here instanceof Map<?, ?> at)
          || number(at.get("stop")) != before
          || !DAY.matcher(String.valueOf(at.get("html"))).find()
          || !shown(at).isEmpty()) {
        return here;
      }
    }
    return here;
  }

  /// Is it seen where the focus is now?
  List<String> stop() {
    if (!Boolean.TRUE.equals(page().evaluate("() => 'walk' in window"))) {
      page().evaluate(script("focus.js"));
    }
    var here = page().evaluate("() => walk.settled()");
    return here instanceof Map<?, ?> at ? shown(at) : List.of("the focus is nowhere");
  }

  private static List<String> at(Map<?, ?> at, int stop) {
    var wrong = new ArrayList<>(shown(at));
    if (number(at.get("stop")) != stop) {
      wrong.add("stop " + stop + " is out of order: " + at.get("html"));
    }
    return wrong;
  }

  private static List<String> shown(Map<?, ?> at) {
    var wrong = new ArrayList<String>();
    if (Boolean.TRUE.equals(at.get("hidden"))) {
      wrong.add("has the focus and cannot be seen: " + at.get("html"));
    }
    if (unseen(at)) {
      wrong.add("no ring is seen: " + at);
    }
    return wrong;
  }

  private static boolean unseen(Map<?, ?> at) {
    return number(at.get("ring")) < RING || number(at.get("contrast")) < CONTRAST;
  }

  private static double number(@Nullable Object of) {
    return of instanceof Number number ? number.doubleValue() : -1;
  }

  /// Can it be read in colours that the machine chooses, and is what can be pressed seen?
  List<String> colours() {
    var wrong = new ArrayList<>(told(script("kleuren.js"), Map.of()));
    page().evaluate(script("focus.js"));
    if (page().evaluate("() => walk.rings()") instanceof List<?> rings) {
      for (var ring : rings) {
        if (!(ring instanceof Map<?, ?> at) || unseen(at)) {
          wrong.add("no ring is seen: " + ring);
        }
      }
    }
    return wrong;
  }

  /// Colours are those of the machine from now on, light letters on a dark ground, or ours again.
  void forced(boolean on) {
    page()
        .emulateMedia(
            new Page.EmulateMediaOptions()
                .setForcedColors(on ? ForcedColors.ACTIVE : ForcedColors.NONE)
                .setColorScheme(on ? ColorScheme.DARK : ColorScheme.LIGHT));
  }

  /// Is on paper what belongs there, and nothing else?
  List<String> paper() {
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    var wrong = told(script("papier.js"), Map.of());
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    return wrong;
  }

  /// Keeps a picture of it under this name when somebody asked for pictures.
  void keeps(String name) {
    if (KEEPS) {
      browser.picture(name);
    }
  }

  /// The same, as it comes out of a printer.
  void keepsPaper(String name) {
    if (KEEPS) {
      browser.paper(name);
    }
  }

  /// All words that can be read, and everything that can be done.
  List<String> content() {
    return told(
        """
        () => [...document.querySelectorAll("body *")]
          .filter((one) => one.checkVisibility() && !one.matches("[data-voorlezen]"))
          .filter((one) => one.children.length === 0 || one.matches("a, button, summary, label"))
          .map((one) => `${one.tagName} ${one.innerText ?? ""}`.trim())
        """,
        Map.of());
  }

  /// To which it points.
  List<PageTable.Link> links() {
    return told(
            """
            () => [...document.querySelectorAll("a, link, script, img")]
              .map((one) => `${new URL(one.href || one.src).pathname} ${(one.closest("main li") ?? one).innerText}`)
            """,
            Map.of())
        .stream()
        .map(line -> new PageTable.Link(line.split(" ", 2)[0], line))
        .toList();
  }

  /// What a script says of the page, one line each.
  List<String> told(String script, Map<String, String> with) {
    var said = page().evaluate(script, with);
    return said instanceof List<?> lines
        ? lines.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(said));
  }

  private Page page() {
    return browser.page();
  }

  private static String script(String name) {
    try {
      return Files.readString(SCRIPTS.resolve(name)).replaceAll("(?m)^//.*$", "").strip();
    } catch (IOException e) {
      throw new IllegalStateException("the scripts of the spec", e);
    }
  }
}
