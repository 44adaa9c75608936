package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.SimulatedBrowser;

/// An officer in a browser without scripts. For one thread.
final class OfficerBrowser implements AutoCloseable {
  private final SimulatedBrowser browser;

  OfficerBrowser(DevGateway gateway, DevOfficer who) {
    this.browser = who.at(gateway);
  }

  /// Opens a page.
  Answer get(String path) {
    return browser.get(path);
  }

  /// Fills in a form of this page and goes where it is sent.
  ///
  /// @param page where the form stands
  /// @param fields name and value, by turns
  Answer send(String page, String action, String... fields) {
    var sent = new LinkedHashMap<String, String>(Map.of("bewijs", browser.formToken(page)));
    for (int i = 0; i < fields.length; i += 2) {
      sent.put(fields[i], fields[i + 1]);
    }
    var answer = browser.post(action, sent);
    return answer.status() == 303 ? browser.follow(answer) : answer;
  }

  /// The path of the first link in a page that begins so.
  static String link(Answer page, String begins) {
    var found = Pattern.compile("href=\"(" + begins + "[^\"]+)\"").matcher(page.body());
    if (!found.find()) {
      throw new IllegalStateException("no link `" + begins + "`\n" + page.body());
    }
    return found.group(1);
  }

  /// The bytes of what came back last.
  byte[] lastBytes() {
    return browser.lastBytes();
  }

  @Override
  public void close() {
    browser.close();
  }
}
