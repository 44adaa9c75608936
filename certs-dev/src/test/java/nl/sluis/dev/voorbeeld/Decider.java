package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;

/// Somebody who reads and decides in a browser without scripts, and counts the clicks. For one
/// thread.
final class Decider implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>(.*?)</a>");
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern BUTTON = Pattern.compile("<button ([^>]*)>([^<]*)</button>");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern NAMED = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final SimulatedBrowser browser;
  private Answer page;
  private int clicks;

  Decider(DevGateway gateway, String number) {
    gateway.site().login().provider().people().add("iemand " + number, number);
    this.browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
    this.page = browser.get("/mijn");
  }

  /// Begins to count at this page.
  Decider at(String path) {
    page = browser.get(path);
    clicks = 0;
    return this;
  }

  /// Clicks on the link with this in its words.
  Decider follow(String words) {
    var to =
        LINK.matcher(page.body())
            .results()
            .filter(link -> link.group(2).contains(words))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no link `" + words + "`\n" + body()));
    page = browser.get(to.group(1));
    clicks++;
    return this;
  }

  /// Presses the button with these words, in the form where it stands.
  Decider press(String words) {
    var sent = form(words);
    return send(sent.action(), sent.fields());
  }

  /// What pressing a button would send.
  record Sent(String action, Map<String, String> fields) {}

  Sent form(String words) {
    for (var form : FORM.matcher(page.body()).results().toList()) {
      var button =
          BUTTON.matcher(form.group(2)).results().filter(b -> b.group(2).equals(words)).findFirst();
      if (button.isPresent()) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form.group(2)).results().forEach(one -> put(fields, one));
        NAMED.matcher(button.get().group(1)).results().forEach(one -> put(fields, one));
        return new Sent(form.group(1), fields);
      }
    }
    throw new IllegalStateException("no button `" + words + "`\n" + body());
  }

  private static void put(Map<String, String> fields, MatchResult one) {
    fields.put(one.group(1), one.group(2));
  }

  /// Sends a form, once more if it was sent before, and goes where it is sent.
  Decider send(String action, Map<String, String> fields) {
    var answer = browser.post(action, fields);
    page = answer.status() == 303 ? browser.follow(answer) : answer;
    clicks++;
    return this;
  }

  /// The token of the session of now, with everything else as it was.
  Map<String, String> renewed(Map<String, String> fields) {
    var now = new LinkedHashMap<>(fields);
    now.put("bewijs", browser.formToken("/mijn"));
    return now;
  }

  /// The buttons of the page that decide, with everything by which they look.
  List<String> buttons(String type) {
    var found = new ArrayList<String>();
    BUTTON
        .matcher(page.body())
        .results()
        .filter(b -> b.group(1).contains(type))
        .forEach(b -> found.add(b.group(1).replaceAll(" value=\"[^\"]*\"", "")));
    return found;
  }

  int clicks() {
    return clicks;
  }

  int status() {
    return page.status();
  }

  String body() {
    return page.body();
  }

  Answer page() {
    return page;
  }

  /// A file or page beside the one that is open.
  Answer fetch(String path) {
    return browser.get(path);
  }

  @Override
  public void close() {
    browser.close();
  }
}
