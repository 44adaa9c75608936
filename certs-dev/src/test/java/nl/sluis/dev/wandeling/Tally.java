package nl.sluis.dev.wandeling;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.sluis.dev.proef.Effort;

/// What a walk asks of who follows it, from the moment that person is logged in: how many
/// decisions, and how long it takes by the model of [Effort].
///
/// A decision is whatever is chosen, pressed or filled in; a code that is copied is none. Each page
/// is read from its first word to the last thing on it that the walk lets one see or press, each
/// time it comes. One thread.
final class Tally {
  private static final String IN = "Inloggen";
  private static final String OUT = "Afmelden";

  /// As many as a day has, written as people do.
  private static final int DAY_CHARACTERS = 10;

  /// How many words can be seen from the top of the page to here, with what stands here; all that
  /// there are when this stands elsewhere.
  private static final String WORDS =
      """
      (here) => {
        const main = document.querySelector("main");
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const inside = here && main.contains(here);
        let words = 0;
        while (texts.nextNode()) {
          const text = texts.currentNode;
          const later = inside && !here.contains(text)
            && here.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
          if (!later && text.parentElement.checkVisibility({visibilityProperty: true})) {
            words += (text.data.match(/\\S+/g) ?? []).length;
          }
        }
        return words;
      }
      """;

  private final Set<Boolean> loggedIn = new HashSet<>();

  /// How far the page in each browser was read, in words.
  private final Map<Boolean, Integer> read = new HashMap<>();

  private Effort effort = Effort.NONE;
  private int decisions;
  private boolean second;

  /// Counts a click that is about to be made: what stands there is read by then.
  ///
  /// @param what is pressed
  /// @throws AssertionError when the walk does not say what is to be seen on a page before it goes
  ///   on
  void presses(Locator what) {
    if (loggedIn.contains(second)) {
      if (!read.containsKey(second)) {
        throw new AssertionError("the walk leaves a page of which it does not say what one sees");
      }
      reads(words(what));
    }
  }

  /// Counts one deed that was just done.
  ///
  /// @param page as it is after it
  void did(Deed deed, Page page) {
    switch (deed) {
      case Deed.Turn(boolean other) -> second = other;
      case Deed.Click(Deed.Words name, int _) when name.written().equals(IN) ->
          loggedIn.add(second);
      case Deed.Click(Deed.Words name, int _) when name.written().equals(OUT) -> {
        loggedIn.remove(second);
        leaves();
      }
      default -> {
        if (loggedIn.contains(second)) {
          count(deed, page);
        }
      }
    }
  }

  private void count(Deed deed, Page page) {
    switch (deed) {
      case Deed.Click _ -> {
        decide(Effort.click());
        leaves();
      }
      case Deed.Open _, Deed.Refresh _ -> leaves();
      case Deed.Choose _, Deed.Answer _, Deed.HandIn _, Deed.Download _ -> decide(Effort.click());
      case Deed.Type(String text, Deed.Words _) -> decide(Effort.text(text.length()));
      case Deed.TypeDay _ -> decide(Effort.text(DAY_CHARACTERS));
      case Deed.TypeCode(Deed.Words field) -> {
        var code = page.getByLabel(Walker.whole(field)).inputValue();
        effort = effort.plus(Effort.text(code.length()));
      }
      case Deed.Paste _ -> effort = effort.plus(Effort.text(0));
      case Deed.OnPage _ -> reads(0);
      case Deed.Remember _ -> reads(words(page.locator("main code").first()));
      case Deed.Sees(Deed.Words text) -> {
        var found = page.locator("main").getByText(text.somewhere());
        var end = found.count() > 0 ? found.last() : page.locator("body");
        reads(words(end));
      }
      case Deed.Turn _, Deed.Within _, Deed.ReadLetter _, Deed.Picture _ -> {
        // Costs nothing that the model knows.
      }
    }
  }

  private static int words(Locator end) {
    return ((Number) end.evaluate(WORDS)).intValue();
  }

  private void decide(Effort asked) {
    decisions++;
    effort = effort.plus(asked);
  }

  /// Nobody reads back.
  private void reads(int words) {
    int before = read.getOrDefault(second, 0);
    int now = Math.max(before, words);
    read.put(second, now);
    effort = effort.plus(Effort.reading(now - before));
  }

  private void leaves() {
    read.remove(second);
  }

  /// How many decisions it took so far.
  int decisions() {
    return decisions;
  }

  /// What it took so far.
  Effort effort() {
    return effort;
  }
}
