package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.Worker;

/// Parts of the desk without the process around them: somebody who is logged in asks their pages,
/// and each page is printed as it is in the frame of a desk. One thread.
final class DeskInHand {
  private static final String FRAME = "toezicht/kader.jte";
  private static final int HOPS = 5;

  private final HungPages pages;
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
    this.pages = HungPages.of(parts);
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
      var found = pages.find(method, path);
      var at = worker.at().line().clock().instant();
      return found
          .page()
          .answer(worker, new Asked(at, found.variables(), fields, Map.of(), cookies));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputFault | Stopped e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String printed(View.Shown page) {
    var reader = new Reader(Language.NL, false, who.get().formToken(), true);
    return new String(printer.print(page, reader, FRAME), StandardCharsets.UTF_8);
  }
}
