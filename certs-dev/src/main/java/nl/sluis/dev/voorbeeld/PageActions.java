package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.voorbeeld.PersonActions.Doing;
import nl.sluis.dev.voorbeeld.PersonActions.Who;
import nl.sluis.policies.terms.DataCategory;

/// The step of somebody who decides on the pages, in a browser without scripts: opens the question,
/// chooses, reads what follows, and says that it is right where the page lets that be said.
final class PageActions {
  static final ActionKind DECIDE =
      ActionKind.ofBlock("beslis op de bladzijde", PageActions::decide);

  private static final Set<String> LANGUAGES = Set.of("nl", "en", "tr", "ar", "pl", "uk", "ti");
  private static final Set<String> ANSWERS = Set.of("ja", "nee", "later");
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private PageActions() {}

  private static Action decide(Fields fields, Names names) {
    var who = Who.read(fields, names);
    var consent = names.step(fields.need("toestemming"), ConsentActions.CONSENT.name());
    var chosen = chosen(fields, names);
    var language = fields.text("taal", "nl");
    if (!LANGUAGES.contains(language)) {
      throw new VoorbeeldFault(fields.place("taal"), Suggestion.unknown(language, LANGUAGES));
    }
    return new Doing(
        who,
        "%s beslist op de bladzijde over `%s`: %s".formatted(who, consent, chosen.told()),
        scene -> {
          try (var browser = SimulatedBrowser.at(scene.gateway())) {
            browser.logIn(scene.number(who.child(), who.person()));
            browser.post("/taal", Map.of("taal", language));
            var page = "/mijn/vragen/" + scene.registered(consent).id();
            return decided(browser, page, chosen.fields());
          }
        });
  }

  /// What is sent, and how the report tells it.
  private record Chosen(Map<String, String> fields, String told) {
    Chosen {
      fields = Map.copyOf(fields);
    }
  }

  private static Chosen chosen(Fields fields, Names names) {
    var parts = fields.block("per soort");
    if (parts.isEmpty()) {
      var answer = answer(fields.need("antwoord"));
      return new Chosen(Map.of("antwoord", answer), answer);
    }
    var sent = new LinkedHashMap<>(Map.of("antwoord", "per-soort"));
    var told = new StringBuilder();
    parts
        .get()
        .all()
        .forEach(
            (code, word) -> {
              DataCategory category = names.category(word.place(), code);
              sent.put("soort-" + category.name(), answer(word));
              told.append(category.name()).append(' ').append(answer(word)).append(' ');
            });
    return new Chosen(sent, told.toString().strip());
  }

  private static String answer(Tree tree) {
    var word = Fields.textOf(tree);
    if (!ANSWERS.contains(word)) {
      throw new VoorbeeldFault(tree.place(), Suggestion.unknown(word, ANSWERS));
    }
    return word;
  }

  /// The last page that this person sees: what was said, or why it could not be.
  private static Answer decided(
      SimulatedBrowser browser, String question, Map<String, String> chosen) {
    var page = browser.get(question);
    var choose = form(page, "/bevestigen");
    if (choose.isEmpty()) {
      return page;
    }
    var sent = choose.get();
    sent.putAll(chosen);
    var follows = browser.post(question + "/bevestigen", sent);
    var confirm = form(follows, "/antwoord");
    if (confirm.isEmpty()) {
      return follows;
    }
    var said = browser.post(question + "/antwoord", confirm.get());
    return said.status() == 303 ? browser.follow(said) : said;
  }

  /// What a form of this page sends of itself; empty when the page has no such form.
  private static Optional<Map<String, String>> form(Answer page, String action) {
    return FORM.matcher(page.body())
        .results()
        .filter(form -> form.group(1).endsWith(action))
        .findFirst()
        .map(
            form -> {
              var fields = new LinkedHashMap<String, String>();
              HIDDEN
                  .matcher(form.group(2))
                  .results()
                  .forEach(field -> fields.put(field.group(1), field.group(2)));
              return fields;
            });
  }
}
