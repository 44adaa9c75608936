package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.wandeling.Deed.Words;
import org.jspecify.annotations.Nullable;

/// Somebody who does what a walk says and nothing else. One thread.
final class Walker {
  /// What a picture may weigh, so that the manual stays light.
  static final long MOST_BYTES = 60_000;

  private static final Pattern CODE = Pattern.compile("(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}");
  private static final long PATIENCE_MILLIS = 20_000;
  private static final int MOMENT_MILLIS = 200;

  /// `-Dsluis.schermen=schrijf` takes the pictures anew.
  private static final boolean TAKES_PICTURES =
      "schrijf".equals(System.getProperty("sluis.schermen"));

  private final Browser browser;
  private final Hand hand;
  private final Ground ground;
  private final Path pictures;
  private final Path downloads;
  private @Nullable Path kept;
  private @Nullable Locator part;
  private String code = "";
  private @Nullable Pattern seen;
  private boolean refreshes;
  private boolean second;

  /// @param hand with what it presses, chooses and writes
  /// @param ground where it is walked
  /// @param pictures the folder with those of the manual
  /// @param downloads where files that come are kept
  Walker(Browser browser, Hand hand, Ground ground, Path pictures, Path downloads) {
    this.browser = browser;
    this.hand = hand;
    this.ground = ground;
    this.pictures = pictures;
    this.downloads = downloads;
  }

  /// Does one thing.
  ///
  /// @throws AssertionError when it cannot be done, or what was to be seen is not there
  void does(Deed deed) {
    switch (deed) {
      case Deed.Open(URI address) -> open(address);
      case Deed.Turn(boolean other) -> turn(other);
      case Deed.Within(Words name) -> part = part(name);
      case Deed.Choose(Words name) -> hand.choose(labelled(name));
      case Deed.Answer(Words name, Words question) -> answer(name, question);
      case Deed.Click(Words name, int place) -> press(name, place);
      case Deed.Type(String text, Words field) -> hand.write(labelled(field), text);
      case Deed.Remember() -> code = codeOnThePage();
      case Deed.ReadLetter() -> code = ground.letter();
      case Deed.TypeDay(int daysAgo, Words field) ->
          hand.write(labelled(field), Hand.DAY.format(ground.today().minusDays(daysAgo)));
      case Deed.TypeCode(Words field) -> hand.write(labelled(field), code);
      case Deed.Paste(URI address, Words field) -> paste(address, field);
      case Deed.Download(Words name, int place) -> keep(one(name, place));
      case Deed.HandIn(Words field) -> page().getByLabel(whole(field)).setInputFiles(file());
      case Deed.Refresh() -> refreshes = true;
      case Deed.OnPage(Words heading) -> sees(heading.whole(), "h1");
      case Deed.Sees(Words text) -> sees(text.somewhere(), "body");
      case Deed.Picture(String heading, String file) -> compare(heading, pictures.resolve(file));
    }
  }

  private Page page() {
    return browser.page();
  }

  private void turn(boolean other) {
    assertThat(other).as("the walk turns to where it is not").isNotEqualTo(second);
    browser.turn();
    second = other;
    part = null;
  }

  /// What has a name, or a heading that says it.
  private Locator part(Words name) {
    var heading =
        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(whole(name)));
    var section = page().locator("section").filter(new Locator.FilterOptions().setHas(heading));
    return only(group(page().locator("body"), name).or(section), "parts", name);
  }

  private static Locator group(Locator within, Words name) {
    return within.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(whole(name)));
  }

  private static Locator only(Locator found, String what, Words name) {
    assertThat(found.count()).as("%s «%s»", what, name.written()).isEqualTo(1);
    return found;
  }

  /// In the part to which the walk turned, when it is there, and else on the page.
  private Locator near(Function<Locator, Locator> what) {
    if (part != null) {
      var there = what.apply(part);
      if (there.count() > 0) {
        return there;
      }
    }
    return what.apply(page().locator("body"));
  }

  private Locator labelled(Words name) {
    return near(
        there ->
            there.getByLabel(whole(name)).filter(new Locator.FilterOptions().setVisible(true)));
  }

  private void answer(Words name, Words question) {
    var list = labelled(question).and(page().locator("select"));
    if (list.count() > 0) {
      hand.pick(list, name.written());
    } else {
      var group = only(near(there -> group(there, question)), "questions", question);
      hand.choose(group.getByLabel(whole(name)));
    }
  }

  private void press(Words name, int place) {
    hand.press(one(name, place));
    part = null;
  }

  /// The address of a demo leads to what stands in its place in this spec.
  private void open(URI address) {
    part = null;
    assertThat(browser.go(path(address))).isEqualTo(200);
  }

  private String path(URI address) {
    assertThat(address.resolve("/")).isEqualTo(ground.inTheDemo().resolve("/"));
    return address.getPath().isEmpty() ? "/" : address.getPath();
  }

  private String codeOnThePage() {
    var marked = page().locator("main code").filter(new Locator.FilterOptions().setVisible(true));
    if (marked.count() > 0) {
      return marked.first().innerText().strip();
    }
    var found = CODE.matcher(page().innerText("main"));
    assertThat(found.find()).as("there is a code").isTrue();
    return found.group();
  }

  private void paste(URI address, Words field) {
    try (var other = page().context().newPage()) {
      var answer = other.navigate(browser.home().resolve(path(address)).toString());
      assertThat(answer.status()).isEqualTo(200);
      page().getByLabel(whole(field)).fill(other.innerText("body").strip());
    }
  }

  /// What can be clicked and is called so; there is exactly one, or the walk says which.
  Locator one(Words name, int place) {
    var found = near(there -> clickable(there, name));
    return place > 0 ? found.nth(place - 1) : only(found, "what is called", name);
  }

  private static Locator clickable(Locator there, Words name) {
    var named = new Locator.GetByRoleOptions().setName(whole(name));
    var more = there.locator("summary").filter(new Locator.FilterOptions().setHasText(whole(name)));
    return there
        .getByRole(AriaRole.LINK, named)
        .or(there.getByRole(AriaRole.BUTTON, named))
        .or(more)
        .filter(new Locator.FilterOptions().setVisible(true));
  }

  /// Exactly what is called so.
  static Pattern whole(Words name) {
    return Pattern.compile("^" + name.whole().pattern() + "$");
  }

  private void keep(Locator link) {
    var download = page().waitForDownload(() -> hand.take(link));
    kept = downloads.resolve(download.suggestedFilename());
    download.saveAs(kept);
  }

  private Path file() {
    if (kept == null) {
      throw new AssertionError("there is no file yet");
    }
    return kept;
  }

  /// Waits until it is there; after a wait that the walk asks for, with the page anew each time.
  private void sees(Pattern text, String where) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    boolean whole = where.equals("h1");
    var shown = page().innerText(where);
    while (!found(text, shown, whole) && System.nanoTime() < end) {
      page().waitForTimeout(MOMENT_MILLIS);
      if (refreshes) {
        page().reload();
      }
      shown = page().innerText(where);
    }
    refreshes = false;
    seen = text;
    assertThat(found(text, shown, whole)).as("«%s» in: %s", text, shown).isTrue();
  }

  private static boolean found(Pattern text, String shown, boolean whole) {
    var found = text.matcher(shown);
    return whole ? found.matches() : found.find();
  }

  /// Scrolls to what was read last, as who reads it does.
  private void look() {
    var read = seen == null ? page().locator("h1") : page().getByText(seen);
    if (read.count() > 0) {
      read.first().scrollIntoViewIfNeeded();
    }
  }

  /// The page still says what the picture is said to show; the picture is there, and light.
  private void compare(String heading, Path file) {
    assertThat(page().innerText("h1").strip()).as("what %s shows", file).isEqualTo(heading);
    try {
      if (TAKES_PICTURES) {
        Files.createDirectories(pictures);
        look();
        Picture.write(page().screenshot(), file);
      }
      assertThat(file).exists();
      assertThat(Files.size(file)).as("bytes of %s", file).isBetween(1L, MOST_BYTES);
      assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
