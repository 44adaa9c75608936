package nl.sluis.dev.wandeling;

import com.microsoft.playwright.Locator;

/// With what somebody does what a walk says.
interface Hand {
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
        public void write(Locator field, String text) {
          field.fill(text);
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

  /// Writes this, instead of what stands there.
  void write(Locator field, String text);
}
