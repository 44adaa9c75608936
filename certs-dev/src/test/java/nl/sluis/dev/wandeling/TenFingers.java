package nl.sluis.dev.wandeling;

import com.microsoft.playwright.Locator;

/// Somebody who has a keyboard and nothing else: with the tab key from where one is to what is
/// wanted, in a group of choices with the arrows, and never anywhere by another way.
final class TenFingers implements Hand {
  /// Enough to go once around the longest page.
  private static final int MOST = 200;

  private static final String NEW = "() => !window.left && document.readyState === 'complete'";

  @Override
  public void press(Locator what) {
    var page = what.page();
    boolean folds = Boolean.TRUE.equals(what.evaluate("(one) => one.matches('summary')"));
    page.evaluate("() => { window.left = true; }");
    take(what);
    if (!folds) {
      page.waitForFunction(NEW);
    }
  }

  @Override
  public void take(Locator what) {
    reach(what, "(one) => one === document.activeElement", "Tab");
    what.page().keyboard().press("Enter");
  }

  /// The tab key comes to a group once; in it the arrows go on.
  @Override
  public void choose(Locator what) {
    reach(
        what,
        """
        (one) => one === document.activeElement || (one.type === "radio"
          && document.activeElement.type === "radio" && document.activeElement.name === one.name)
        """,
        "Tab");
    reach(what, "(one) => one === document.activeElement", "ArrowDown");
    if (!what.isChecked()) {
      what.page().keyboard().press("Space");
    }
  }

  /// A list goes to what is typed.
  @Override
  public void pick(Locator list, String option) {
    reach(list, "(one) => one === document.activeElement", "Tab");
    list.page().keyboard().type(option);
  }

  @Override
  public void write(Locator field, String text) {
    reach(field, "(one) => one === document.activeElement", "Tab");
    field.page().keyboard().press("Control+A");
    field.page().keyboard().type(text);
  }

  /// @throws AssertionError when a keyboard does not come there
  private static void reach(Locator what, String there, String key) {
    var wanted = what.elementHandle();
    for (int presses = 0; presses <= MOST; presses++) {
      if (Boolean.TRUE.equals(wanted.evaluate(there))) {
        return;
      }
      what.page().keyboard().press(key);
    }
    throw new AssertionError("a keyboard does not come to " + what);
  }
}
