package nl.sluis.dev.aanbieder;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page on which somebody says who they are here. Works without a script.
final class ProviderPage {
  /// The levels, as they are asked for and as people call them.
  static final Map<String, String> LEVELS =
      Map.of(
          "http://eidas.europa.eu/LoA/high", "hoog",
          "http://eidas.europa.eu/LoA/substantial", "substantieel",
          "http://eidas.europa.eu/LoA/low", "laag (te laag voor Sluis)");

  private static final List<String> ORDER =
      List.of(
          "http://eidas.europa.eu/LoA/substantial",
          "http://eidas.europa.eu/LoA/high",
          "http://eidas.europa.eu/LoA/low");

  private ProviderPage() {}

  /// @param query what the client asked, which comes back with the form
  static String login(List<TestPeople.Person> people, String query) {
    var told = people.stream().filter(one -> !one.about().isEmpty()).toList();
    var others = people.stream().filter(one -> one.about().isEmpty()).toList();
    var names =
        choices("Wie bent u?", told)
            + choices(told.isEmpty() ? "Wie bent u?" : "Anderen uit het verhaal", others);
    var levels =
        ORDER.stream()
            .map(
                acr ->
                    "<option value=\"%s\">%s</option>"
                        .formatted(acr, safe(LEVELS.getOrDefault(acr, acr))))
            .collect(Collectors.joining());
    return page(
        "Inloggen (proef)",
        """
        <p>Dit is een nagemaakte inlogdienst. Kies wie u bent; alle mensen hier zijn verzonnen.</p>
        <form method="post" action="/inloggen">
        <input type="hidden" name="vraag" value="%s">
        %s
        <p><label>Hoe zeker? <select name="niveau">%s</select></label></p>
        <p><button type="submit">Inloggen</button></p>
        </form>
        <form method="post" action="/inloggen">
        <input type="hidden" name="vraag" value="%s">
        <input type="hidden" name="stop" value="ja">
        <p><button type="submit">Annuleren</button></p>
        </form>
        """
            .formatted(safe(query), names, levels, safe(query)));
  }

  /// People to choose from; what is said about somebody belongs to the choice, not to the name.
  private static String choices(String legend, List<TestPeople.Person> people) {
    return people.isEmpty()
        ? ""
        : people.stream()
            .map(ProviderPage::choice)
            .collect(
                Collectors.joining(
                    "\n", "<fieldset><legend>" + legend + "</legend>\n", "\n</fieldset>"));
  }

  private static String choice(TestPeople.Person one) {
    var input = "<input type=\"radio\" name=\"persoon\" value=\"" + one.place() + "\" required";
    var name = "> " + safe(one.name()) + "</label>";
    if (one.about().isEmpty()) {
      return "<p><label>" + input + name + "</p>";
    }
    var about = "over-" + one.place();
    return "<p><label>%s aria-describedby=\"%s\"%s<br><small id=\"%s\">%s</small></p>"
        .formatted(input, about, name, about, safe(one.about()));
  }

  static String message(String text) {
    return page("Inlogdienst (proef)", "<p>" + safe(text) + "</p>");
  }

  private static String page(String title, String main) {
    return """
    <!doctype html>
    <html lang="nl">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="icon" href="data:,">
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(title, title, main);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
