package nl.sluis.dev.voorbeeld;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.WorkVisit;

/// What a session at the desk reaches by clicking alone.
final class DeskCrawl {
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/werk[^\"#?]*)");

  private DeskCrawl() {}

  /// Every page to which links lead from the home page, with what it says.
  static Map<String, String> from(WorkVisit visit) {
    var seen = new LinkedHashMap<String, String>();
    var todo = new ArrayDeque<>(List.of(WorkVisit.HOME));
    while (!todo.isEmpty()) {
      var path = todo.remove();
      if (seen.containsKey(path) || path.contains("aanmelden")) {
        continue;
      }
      var page = visit.open(path);
      seen.put(path, page.body());
      LINK.matcher(page.body()).results().map(link -> link.group(1)).forEach(todo::add);
    }
    return seen;
  }
}
