package nl.sluis.policies.export;

import java.util.List;
import nl.sluis.policies.convenant.Convenant;

/// What stands at the top of every exported file, so that it says of itself what it is.
final class Heading {
  private Heading() {}

  static List<String> lines(Convenant convenant) {
    return List.of(
        plain("Convenant " + convenant.id() + ", versie " + convenant.version()),
        "Digest van de bestanden: " + convenant.digest(),
        "Gemaakt uit het convenant; verander dat en nooit dit. Uitleg: docs/uitvoer.md.");
  }

  /// As a remark: neither a new line nor two hyphens may end it.
  static String plain(String text) {
    return text.replaceAll("\\R", " ").replaceAll("-(?=-|$)", "- ");
  }
}
