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

/// One of two fathers who opens every page on which something can be decided, tries every answer,
/// and says no at the end.
///
/// Own identifiers, hashes and the token of the session are replaced; everything else counts:
/// status, headers, length, order and every byte. For one thread.
final class TwinDecider {
  private static final List<String> HOMES =
      List.of(
          "/mijn/vragen",
          "/mijn/toestemmingen",
          "/mijn/meldingen",
          "/mijn/meekijkers",
          "/mijn/verzoeken");
  private static final Pattern LINK =
      Pattern.compile("href=\"(/mijn/(?:vragen|toestemmingen|verzoeken)/[^\"]*)\"");
  private static final Pattern ANSWERED =
      Pattern.compile("action=\"(/mijn/vragen/[^\"]+/bevestigen)\"");
  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\\b[0-9a-f]{32}\\b|\\b[0-9a-f]{4}(?:-[0-9a-f]{4}){2}\\b|:"
              + " [0-9]{6}<|name=\"bewijs\" value=\"[^\"]*\"");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");
  private static final List<String> ANSWERS = List.of("ja", "nee", "later");
  private static final int MOST = 300;

  private TwinDecider() {}

  /// Everything that he reads, and what is answered to what he tries.
  ///
  /// @param child whose father
  static List<String> does(DevGateway gateway, Scene scene, String child) {
    var heard = new ArrayList<String>();
    try (var father = new Decider(gateway, scene.number(child, "vader"))) {
      var forms = reads(father, heard);
      for (var form : forms) {
        for (var answer : ANSWERS) {
          father.at("/mijn");
          father.send(form, father.renewed(Map.of("antwoord", answer)));
          heard.add(answer + " " + text(father.page()));
        }
        if (father.body().contains("name=\"gezien\"")) {
          var sent = father.form("Dit klopt");
          father.send(sent.action(), sent.fields());
          heard.add("gezegd " + text(father.page()));
        }
      }
      reads(father, heard);
    }
    return heard;
  }

  private static Set<String> reads(Decider father, List<String> heard) {
    var forms = new LinkedHashSet<String>();
    var opened = new LinkedHashSet<String>();
    var next = new ArrayDeque<>(HOMES);
    while (!next.isEmpty() && opened.size() < MOST) {
      var path = next.removeFirst();
      if (opened.add(path) && !path.contains("/bewijs/")) {
        var page = father.at(path);
        heard.add(text(page.page()));
        LINK.matcher(page.body()).results().forEach(link -> next.add(link.group(1)));
        ANSWERED.matcher(page.body()).results().forEach(form -> forms.add(form.group(1)));
      }
    }
    return forms;
  }

  private static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var body = OWN.matcher(answer.body()).replaceAll("eigen");
    return answer.status() + " " + headers + "\n" + body.length() + "\n" + body;
  }
}
