package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkEndpoint;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Parts of the desk without the process around them: somebody who is logged in asks their pages,
/// and each page is printed as it is in the frame of a desk. One thread.
final class DeskInHand implements WorkRoutes {
  private static final String FRAME = "toezicht/kader.jte";
  private static final int HOPS = 5;

  private final Map<String, WorkEndpoint> routes = new TreeMap<>();
  private final Map<String, String> cookies;
  private final Supplier<Worker> who;
  private final Printer printer =
      new Printer(
          Texts.ofThisRelease(),
          new Assets(Optional.empty()),
          new Helper("Noor van Dam", "023 555 01 23"));

  /// One page, and where it was found.
  record Page(String path, String text, boolean faulty) {}

  /// @param who is at the desk, now
  /// @param cookies of the browser
  DeskInHand(Supplier<Worker> who, Map<String, String> cookies, WorkPart... parts) {
    this.who = who;
    this.cookies = Map.copyOf(cookies);
    for (var part : parts) {
      part.add(this);
    }
  }

  Page get(String path) {
    return ask("GET", path, Map.of());
  }

  Page post(String path, Map<String, String> form) {
    return ask("POST", path, form);
  }

  private Page ask(String method, String path, Map<String, String> form) {
    var here = path;
    var view = answer(method, here, form);
    for (int hops = 0; view instanceof View.Moved(var to, var _) && hops < HOPS; hops++) {
      here = to;
      view = answer("GET", here, Map.of());
    }
    return switch (view) {
      case View.Shown shown -> new Page(here, printed(shown), shown.faulty());
      case View.Framed _, View.Moved _, View.Left _, View.File _, View.Streamed _, View.Gone _ ->
          new Page(here, "", false);
    };
  }

  private View answer(String method, String path, Map<String, String> form) {
    var worker = who.get();
    var fields = new HashMap<String, List<String>>();
    form.forEach((name, value) -> fields.put(name, List.of(value)));
    try {
      for (var route : routes.entrySet()) {
        var found = match(route.getKey(), method + " " + path);
        if (!found.isEmpty()) {
          var at = worker.at().line().clock().instant();
          return route.getValue().answer(worker, new Asked(at, found, fields, Map.of(), cookies));
        }
      }
      throw new IllegalStateException("no page " + method + " " + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputFault | Stopped e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The variable parts of a path, with one more that says that it is this route; empty when it is
  /// another.
  private static Map<String, String> match(String route, String asked) {
    var pattern = route.split("/", -1);
    var parts = asked.split("/", -1);
    var found = new HashMap<String, String>();
    found.put("route", route);
    if (pattern.length != parts.length) {
      return Map.of();
    }
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith(":")) {
        found.put(pattern[i].substring(1), parts[i]);
      } else if (!pattern[i].equals(parts[i])) {
        return Map.of();
      }
    }
    return found;
  }

  private String printed(View.Shown page) {
    var reader = new Reader(Language.NL, false, who.get().formToken(), true);
    return new String(printer.print(page, reader, FRAME), StandardCharsets.UTF_8);
  }

  @Override
  public void get(String path, Set<Task> may, WorkEndpoint page) {
    routes.put("GET " + path, page);
  }

  @Override
  public void post(String path, Set<Task> may, WorkEndpoint page) {
    routes.put("POST " + path, page);
  }

  @Override
  public void strong(String path, Set<Task> may, WorkEndpoint page) {
    get(path, may, page);
  }

  @Override
  public void strongPost(String path, Set<Task> may, WorkEndpoint page) {
    post(path, may, page);
  }
}
