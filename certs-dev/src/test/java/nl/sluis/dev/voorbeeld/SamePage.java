package nl.sluis.dev.voorbeeld;

import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;

/// What of a page may not differ when two people may not tell it apart: everything but numbers that
/// were drawn, what was looked at, where in the logbook it stands, and the word of the session.
final class SamePage {
  private static final Pattern DRAWN =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\\d+ van \\d+"
              + "|value=\"[A-Za-z0-9_-]{22}\"|<code>[A-Za-z0-9_-]{43}</code>"
              + "|name=\"bewijs\" value=\"[^\"]*\"");

  private SamePage() {}

  static String of(Answer page) {
    return page.status() + " " + DRAWN.matcher(page.body()).replaceAll("~");
  }

  /// The same of a page on which somebody filled in this.
  static String of(Answer page, String filled) {
    return page.status() + " " + DRAWN.matcher(page.body().replace(filled, "~")).replaceAll("~");
  }
}
