package nl.sluis.dev.uitwisseling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.SimulatedBrowser;

/// An officer who clicks through the desk of officers. One thread.
final class OfficerVisit implements AutoCloseable {
  private static final Pattern ROW = Pattern.compile("href=\"(/toezicht/regels/[0-9a-f-]{36})\"");

  private final SimulatedBrowser browser;

  private OfficerVisit(SimulatedBrowser browser) {
    this.browser = browser;
  }

  /// A browser at which this officer logged in, surely enough.
  static OfficerVisit of(DevGateway gateway, DevOfficer officer) {
    return new OfficerVisit(officer.at(gateway));
  }

  /// A browser at which nobody logged in.
  static OfficerVisit nobody(DevGateway gateway) {
    DevOfficer.appoint(gateway.site().login().people());
    return new OfficerVisit(SimulatedBrowser.at(gateway));
  }

  Answer logIn(String number, String level) {
    var page = browser.follow(browser.get("/toezicht/aanmelden"));
    return browser.follow(browser.pick(page, number, level));
  }

  SimulatedBrowser browser() {
    return browser;
  }

  Answer get(String path) {
    return browser.get(path);
  }

  /// Sends a form with the word of this session.
  Answer post(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("bewijs", token());
    return browser.post(path, all);
  }

  private String token() {
    try {
      return browser.formToken("/toezicht");
    } catch (IllegalStateException _) {
      return "";
    }
  }

  /// The addresses of the rows on a page, each once.
  static List<String> rows(Answer page) {
    return ROW.matcher(page.body()).results().map(one -> one.group(1)).distinct().toList();
  }

  @Override
  public void close() {
    browser.close();
  }
}
