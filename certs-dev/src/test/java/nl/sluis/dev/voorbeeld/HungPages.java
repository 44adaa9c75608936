package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkEndpoint;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// The pages of a part of the desk without the door before them: for what happens behind it. One
/// thread.
final class HungPages implements WorkRoutes {
  private final Map<String, WorkEndpoint> pages = new LinkedHashMap<>();

  static HungPages of(WorkPart... parts) {
    var hung = new HungPages();
    for (var part : parts) {
      part.add(hung);
    }
    return hung;
  }

  /// A page that was asked for by its path.
  ///
  /// @param variables the variable parts of that path
  record Found(WorkEndpoint page, Map<String, String> variables) {}

  /// The page at a path.
  Found find(String method, String path) {
    for (var one : pages.entrySet()) {
      var variables = match(one.getKey(), method + " " + path);
      if (variables.isPresent()) {
        return new Found(one.getValue(), variables.get());
      }
    }
    throw new AssertionError("no page at " + method + " " + path);
  }

  private static Optional<Map<String, String>> match(String route, String asked) {
    var pattern = route.split("/", -1);
    var parts = asked.split("/", -1);
    if (pattern.length != parts.length) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith(":")) {
        found.put(pattern[i].substring(1), parts[i]);
      } else if (!pattern[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  @Override
  public void get(String path, Set<Task> may, WorkEndpoint page) {
    pages.put("GET " + path, page);
  }

  @Override
  public void post(String path, Set<Task> may, WorkEndpoint page) {
    pages.put("POST " + path, page);
  }

  @Override
  public void strong(String path, Set<Task> may, WorkEndpoint page) {
    get(path, may, page);
  }

  @Override
  public void strongPost(String path, Set<Task> may, WorkEndpoint page) {
    post(path, may, page);
  }

  /// Opens a page.
  View get(String path, Worker who, Map<String, String> variables) throws Exception {
    return open("GET " + path, who, variables, Map.of());
  }

  /// Sends a form in which each field has one value, but for those in which more can be ticked:
  /// those have a `+` between them.
  View post(String path, Worker who, Map<String, String> variables, Map<String, String> form)
      throws Exception {
    return open("POST " + path, who, variables, form);
  }

  private View open(
      String route, Worker who, Map<String, String> variables, Map<String, String> form)
      throws Exception {
    var fields = new HashMap<String, List<String>>();
    form.forEach((name, value) -> fields.put(name, List.of(value.split("[+]", -1))));
    Instant now = who.at().line().clock().instant();
    return Objects.requireNonNull(pages.get(route), route)
        .answer(who, new Asked(now, variables, fields, Map.of(), Map.of()));
  }
}
