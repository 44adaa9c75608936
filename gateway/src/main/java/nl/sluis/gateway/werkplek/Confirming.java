package nl.sluis.gateway.werkplek;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;

/// Where somebody shows more surely who it is before something goes out or is opened (step-up), and
/// how that person comes back to where it was.
final class Confirming {
  static final String PATH = "/werk/bevestigen";
  private static final String BACK = "__Host-sluis-werk-terug";
  private static final Pattern OURS = Pattern.compile("/werk(/[a-z0-9][a-z0-9-]{0,63}){1,6}");

  private Confirming() {}

  /// Why, and the way there.
  static View.Shown page() {
    return new View.Shown("werkplek/bevestigen", new Plain(), WorkDoor.TITLE).again();
  }

  /// Keeps in the browser where to go on; nothing that came in stands in it but a path of ours.
  static String back(String path) {
    return Cookies.kept(BACK, OURS.matcher(path).matches() ? path : WorkDoor.HOME);
  }

  static String gone() {
    return Cookies.gone(BACK);
  }

  /// Where to go on; the home page when that is not known.
  static String afterwards(Asked asked) {
    return Optional.ofNullable(asked.cookies().get(BACK))
        .filter(path -> OURS.matcher(path).matches())
        .orElse(WorkDoor.HOME);
  }
}
