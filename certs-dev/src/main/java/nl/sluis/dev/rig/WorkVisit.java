package nl.sluis.dev.rig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.person.SignedIn;

/// A professional who clicks through the desk, in a browser without scripts. One thread.
public final class WorkVisit implements AutoCloseable {
  /// Where the desk begins.
  public static final String HOME = "/werk";

  /// The name of the form token in every form.
  public static final String TOKEN = "bewijs";

  private final SimulatedBrowser browser;

  WorkVisit(SimulatedBrowser browser) {
    this.browser = browser;
  }

  /// Logs in as somebody does who clicks through, with this level.
  ///
  /// @return what the desk answers to what comes back from the provider
  public Answer logIn(DevWorker worker, String level) {
    var page = browser.follow(browser.get(HOME + "/aanmelden"));
    return browser.follow(browser.pick(page, worker.number(), level));
  }

  /// Logs in surely enough for everything, in the first of the functions of this worker.
  ///
  /// @throws IllegalStateException when that does not end at the desk
  public void enter(DevWorker worker) {
    var answer = arrive(logIn(worker, SignedIn.Level.HOOG.acr()));
    if (worker.functions().size() > 1) {
      answer =
          arrive(
              post(
                  HOME + "/functie",
                  Map.of("functie", worker.role(worker.functions().getFirst()))));
    }
    if (answer.status() != 200 || token().isEmpty()) {
      throw new IllegalStateException(
          "not at the desk: status " + answer.status() + ", " + text(answer));
    }
  }

  /// The browser itself.
  public SimulatedBrowser browser() {
    return browser;
  }

  /// Opens a page.
  public Answer get(String path) {
    return browser.get(path);
  }

  /// Opens a page, and goes where it is sent until it is sent nowhere.
  public Answer open(String path) {
    return arrive(browser.get(path));
  }

  /// Goes where an answer sends it until it is sent nowhere.
  public Answer arrive(Answer answer) {
    var here = answer;
    for (int hops = 0; here.headers().containsKey("location") && hops < 5; hops++) {
      here = browser.follow(here);
    }
    return here;
  }

  /// Sends these fields with the word of this session.
  public Answer post(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.putIfAbsent(TOKEN, token());
    return browser.post(path, all);
  }

  /// The same, where one name may have several values.
  public Answer postAll(String path, Map<String, List<String>> fields) {
    var all = new LinkedHashMap<>(fields);
    all.putIfAbsent(TOKEN, List.of(token()));
    return browser.postAll(path, all);
  }

  /// Sends a form as it stands, but for these fields.
  public Answer send(PageForm form, Map<String, String> changed) {
    var all = new LinkedHashMap<>(form.filled());
    all.putAll(changed);
    return browser.post(form.action(), all);
  }

  /// The form on this page that goes to an address that ends so.
  ///
  /// @throws IllegalStateException when there is none, with what the page says instead
  public static PageForm form(Answer page, String action) {
    return PageForm.all(page.body()).stream()
        .filter(form -> form.action().endsWith(action))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no form to `%s` on a page with status %d: %s"
                        .formatted(action, page.status(), text(page))));
  }

  /// What a page says, without how it looks.
  public static String text(Answer page) {
    var main = page.body().indexOf("<main");
    return page.body()
        .substring(Math.max(0, main))
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// The word of this session that stands in its forms; empty when nobody is logged in.
  public String token() {
    try {
      return browser.formToken(HOME);
    } catch (IllegalStateException _) {
      return "";
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
