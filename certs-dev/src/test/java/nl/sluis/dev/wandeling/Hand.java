package nl.sluis.dev.wandeling;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// With what somebody does what a walk says.
interface Hand {
  /// A day as people here write it.
  DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);

  /// A finger, or a mouse: straight to where it is.
  Hand FINGER =
      new Hand() {
        @Override
        public void press(Locator what) {
          what.click();
        }

        @Override
        public void take(Locator what) {
          what.click();
        }

        @Override
        public void choose(Locator what) {
          what.check();
        }

        @Override
        public void pick(Locator list, String option) {
          list.selectOption(new SelectOption().setLabel(option));
        }

        @Override
        public void write(Locator field, String text) {
          boolean isDay = "date".equals(field.getAttribute("type"));
          field.fill(isDay ? LocalDate.parse(text, DAY).toString() : text);
        }
      };

  /// Keys and nothing else.
  Hand KEYS = new TenFingers();

  /// Follows a link, presses a button, or opens what is folded.
  void press(Locator what);

  /// Presses what gives a file, and stays where it is.
  void take(Locator what);

  /// Chooses one of several, or ticks a box.
  void choose(Locator what);

  /// Chooses this from a list that folds out.
  void pick(Locator list, String option);

  /// Writes this, instead of what stands there.
  void write(Locator field, String text);
}
