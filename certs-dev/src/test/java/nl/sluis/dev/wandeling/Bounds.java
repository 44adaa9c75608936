package nl.sluis.dev.wandeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the manual says that a walk takes after logging in, and what it may take. Immutable.
///
/// @param decisions as it says
/// @param minutes as it says
/// @param mostDecisions a walk without a limit has the greatest number there is
/// @param mostMinutes likewise
record Bounds(int decisions, String minutes, int mostDecisions, int mostMinutes) {
  private static final Pattern SAID =
      Pattern.compile(
          "Na het aanmelden zijn dat (\\d+) keuzes en (\\d+,\\d) minuten\\."
              + "(?: Meer dan(?: (\\d+) keuzes of)? (\\d+) minuten mag het niet zijn\\.)?");

  /// What the manual says before the first step of a walk.
  ///
  /// @throws AssertionError when it does not say so
  static Bounds of(Walk walk) {
    var said = SAID.matcher(walk.promise());
    if (!said.find()) {
      throw new AssertionError("it is not said what «" + walk.title() + "» takes");
    }
    return new Bounds(
        Integer.parseInt(said.group(1)), said.group(2), most(said.group(3)), most(said.group(4)));
  }

  private static int most(@Nullable String number) {
    return number == null ? Integer.MAX_VALUE : Integer.parseInt(number);
  }

  /// In which of these a walk went otherwise; empty when in none.
  List<String> brokenBy(int took, double seconds) {
    var broken = new ArrayList<String>();
    if (took != decisions) {
      broken.add("%d keuzes, en er staat %d".formatted(took, decisions));
    }
    if (!written(seconds).equals(minutes)) {
      broken.add("%s minuten, en er staat %s".formatted(written(seconds), minutes));
    }
    if (took > mostDecisions) {
      broken.add("%d keuzes, en meer dan %d mag niet".formatted(took, mostDecisions));
    }
    if (seconds > mostMinutes * 60.0) {
      broken.add("%s minuten, en meer dan %d mag niet".formatted(written(seconds), mostMinutes));
    }
    return broken;
  }

  private static String written(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds / 60).replace('.', ',');
  }
}
