package nl.sluis.dev.voorbeeld;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;

/// One of two fathers who opens every page about his child, and follows every link on it.
///
/// Names of children and lines, and the token of his session, are replaced; everything else counts:
/// status, headers, length, order and every byte. For one thread.
final class TwinReader implements AutoCloseable {
  private static final List<String> HOMES = List.of("/mijn/inzien", "/mijn/verzoeken");
  private static final int MOST = 600;
  private static final Pattern LINK =
      Pattern.compile("href=\"(/mijn/(?:inzien|verzoeken)[^\"]*)\"");
  private static final Pattern QUESTION = Pattern.compile("href=\"(/mijn/toestemmingen/[^\"]*)\"");
  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b"
              + "|name=\"bewijs\" value=\"[^\"]*\"");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");

  private final SimulatedBrowser browser;
  private final Set<String> opened = new LinkedHashSet<>();
  private final Set<String> questions = new LinkedHashSet<>();

  TwinReader(DevGateway gateway, String number) {
    gateway.site().login().provider().people().add("vader", number);
    this.browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
  }

  /// Every page, in the order of the links.
  List<String> reads() {
    var pages = new ArrayList<String>();
    var next = new ArrayDeque<>(HOMES);
    while (!next.isEmpty() && opened.size() < MOST) {
      var path = next.removeFirst();
      if (opened.add(path)) {
        var answer = browser.get(path);
        pages.add(text(answer));
        QUESTION.matcher(answer.body()).results().forEach(link -> questions.add(link.group(1)));
        LINK.matcher(answer.body()).results().forEach(link -> next.add(link.group(1)));
      }
    }
    return pages;
  }

  /// Asks why of every line that he sees, and what he then reads; to ask again changes nothing.
  List<String> asks() {
    var pages = new ArrayList<String>();
    for (var path : opened) {
      if (path.endsWith("/waarom")) {
        var form = Map.of("bewijs", browser.formToken("/mijn/verzoeken"), "woorden", "Waarom?");
        var sent = browser.post(path, form);
        pages.add(text(sent.status() == 303 ? browser.follow(sent) : sent));
      }
    }
    pages.add(reads("/mijn/verzoeken"));
    return pages;
  }

  /// The same page once more, by its path.
  String reads(String path) {
    return text(browser.get(path));
  }

  /// The paths that were opened.
  Set<String> opened() {
    return opened;
  }

  /// The pages of deciding to which lines pointed, each opened.
  List<String> questions() {
    return questions.stream().map(this::reads).toList();
  }

  private static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var body = OWN.matcher(answer.body()).replaceAll("eigen");
    return answer.status() + " " + headers + "\n" + body.length() + "\n" + body;
  }

  @Override
  public void close() {
    browser.close();
  }
}
