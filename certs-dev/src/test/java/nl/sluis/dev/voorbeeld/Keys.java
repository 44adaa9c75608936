package nl.sluis.dev.voorbeeld;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import nl.sluis.dev.rig.Browser;

/// Somebody who has a keyboard and nothing else, and counts what a finger would tap. At each stop
/// it must be seen where one is. One thread.
final class Keys {
  /// Enough to pass through the longest page of the story.
  private static final int MOST_TABS = 150;

  private static final String NEW = "() => !window.left && document.readyState === 'complete'";

  private final Browser browser;
  private final Look look;
  private final List<String> wrong = new ArrayList<>();
  private int taps;

  Keys(Browser browser) {
    this.browser = browser;
    this.look = new Look(browser);
  }

  /// Begins a task on the page after logging in.
  Keys begin() {
    return begin("/mijn");
  }

  /// Begins a task on this page.
  Keys begin(String path) {
    browser.go(path);
    taps = 0;
    return this;
  }

  /// Goes with the tab key to what is thus and has these words.
  ///
  /// @throws IllegalStateException when a keyboard does not come there
  Keys to(String selector, String words) {
    for (int presses = 0; presses < MOST_TABS; presses++) {
      page().keyboard().press("Tab");
      if (page().url().startsWith(browser.home().toString())) {
        wrong.addAll(look.stop());
      }
      if (Boolean.TRUE.equals(
          page()
              .evaluate(
                  """
                  ([selector, words]) => document.activeElement.matches(selector)
                    && document.activeElement.innerText.includes(words)
                  """,
                  List.of(selector, words)))) {
        return this;
      }
    }
    throw new IllegalStateException(
        "a keyboard does not come to " + selector + " " + words + " on " + page().url());
  }

  /// Follows a link, or presses a button that leads to another page.
  Keys press(String selector, String words) {
    to(selector, words);
    page().evaluate("() => { window.left = true; }");
    page().keyboard().press("Enter");
    taps++;
    page().waitForFunction(NEW);
    return this;
  }

  /// Presses what changes this page and leads to no other.
  ///
  /// @param until what is there when it is done
  Keys submit(String selector, String words, String until) {
    to(selector, words);
    page().keyboard().press("Enter");
    taps++;
    page().waitForSelector(until);
    return this;
  }

  /// Follows a link to a file and keeps what comes.
  ///
  /// @param home the folder in which it is kept
  Path keep(String selector, String words, Path home) {
    to(selector, words);
    var download = page().waitForDownload(() -> page().keyboard().press("Enter"));
    taps++;
    var kept = home.resolve(download.suggestedFilename());
    download.saveAs(kept);
    return kept;
  }

  /// Hands in a file that was kept.
  Keys handIn(String field, Path file) {
    var chooser = new CompletableFuture<FileChooser>();
    // Listened for from before the way to the field: a slow machine would otherwise miss it.
    Consumer<FileChooser> chosen = chooser::complete;
    page().onFileChooser(chosen);
    to(field, "");
    page().keyboard().press("Space");
    page().waitForCondition(chooser::isDone);
    page().offFileChooser(chosen);
    chooser.join().setFiles(file);
    taps++;
    return this;
  }

  /// The same, whatever its words.
  Keys press(String selector) {
    return press(selector, "");
  }

  /// Opens what is folded.
  Keys unfold(String words) {
    to("summary", words);
    page().keyboard().press("Enter");
    taps++;
    return this;
  }

  /// Chooses in a group that was come to, with the arrows: so many further than the first.
  Keys choose(String group, int further) {
    to(group, "");
    page().keyboard().press("Space");
    for (int i = 0; i < further; i++) {
      page().keyboard().press("ArrowDown");
    }
    taps++;
    return this;
  }

  /// Writes in a field.
  Keys write(String field, String words) {
    to(field, "");
    page().keyboard().type(words);
    taps++;
    return this;
  }

  /// How often somebody with a finger would have tapped since the task began.
  int taps() {
    return taps;
  }

  /// The words of what the page is about.
  String reads() {
    return page().innerText("main");
  }

  /// Where it is.
  String path() {
    return page().url();
  }

  /// Where the focus was lost or could not be seen, and what axe finds on the page that is open.
  List<String> wrong() {
    var all = new ArrayList<>(wrong);
    all.addAll(browser.violations());
    wrong.clear();
    return all;
  }

  private Page page() {
    return browser.page();
  }
}
