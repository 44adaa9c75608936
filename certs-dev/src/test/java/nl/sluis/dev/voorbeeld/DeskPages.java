package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.gateway.partner.PartnerSettings;
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
import nl.sluis.gateway.werkplek.Workplace;

/// Some pages of the desk as one professional opens them, over a real line with a real gateway and
/// without a browser: what they say, and where their forms lead. One thread.
final class DeskPages implements AutoCloseable {
  /// The cookie that yields the key of drafts.
  static final String COOKIE = "concept";

  private static final String SECRET = "een-geheim-van-deze-browser-alleen";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HungPages pages;
  private final InstantSource clock;
  private final Line line;
  private final Worker worker;
  private final Printer printer =
      new Printer(
          Texts.ofThisRelease(),
          new Assets(Optional.empty()),
          new Helper("Mirjam Zuid", "023 123 45 67"));

  /// @param settings of the organisation
  DeskPages(Path settings, String function, InstantSource clock, WorkPart... parts)
      throws Stopped, IOException {
    this.clock = clock;
    var read = PartnerSettings.read(settings);
    line = Line.open(read, clock);
    var own = new OwnLine(read.self(), line, OwnCheck.of(Optional.empty()));
    worker =
        new Worker(
            new Workplace(read.self(), "onze organisatie", own),
            function,
            "pseudoniem-77",
            "geheim-van-deze-sessie",
            true);
    pages = HungPages.of(parts);
  }

  /// A page as it came.
  ///
  /// @param path where it stands
  /// @param html the page
  /// @param state whether something must be filled in otherwise or could not be trusted, or is not
  ///   there
  record Page(String path, String html, View.Shown.State state) {
    boolean faulty() {
      return state == View.Shown.State.AGAIN;
    }

    /// What a person reads.
    String text() {
      return html.substring(html.indexOf("<main"))
          .replaceAll("<[^>]+>", " ")
          .replace("&#39;", "'")
          .replace("&amp;", "&")
          .replaceAll("\\s+", " ");
    }

    /// What the form gives back without anybody typing it.
    String hidden(String name) {
      var found = HIDDEN.matcher(html);
      while (found.find()) {
        if (found.group(1).equals(name)) {
          return found.group(2);
        }
      }
      throw new AssertionError("no hidden field `" + name + "` on " + path);
    }

    /// Where a link leads of which this is a part.
    String link(String part) {
      var found = Pattern.compile("href=\"([^\"]*" + part + "[^\"]*)\"").matcher(html);
      assertThat(found.find()).as("a link with `%s` on %s: %s", part, path, text()).isTrue();
      return found.group(1);
    }
  }

  Page get(String path) throws Exception {
    return open("GET", path, Map.of());
  }

  /// Sends a form and goes on to where it leads.
  Page post(String path, Map<String, String> fields) throws Exception {
    return open("POST", path, fields);
  }

  private Page open(String method, String path, Map<String, String> fields) throws Exception {
    var uri = URI.create(path);
    var view = answer(method, uri, fields);
    return switch (view) {
      case View.Moved(var to, var cookies) -> {
        assertThat(cookies).isEmpty();
        yield open("GET", to, Map.of());
      }
      case View.Shown shown ->
          new Page(
              path,
              new String(
                  printer.print(
                      shown,
                      new Reader(Language.NL, false, worker.formToken(), false),
                      "toezicht/kader.jte"),
                  StandardCharsets.UTF_8),
              shown.state());
      default -> throw new AssertionError("no page at " + path + " but " + view);
    };
  }

  private View answer(String method, URI uri, Map<String, String> fields)
      throws InputFault, Stopped, IOException, InterruptedException {
    var found = pages.find(method, uri.getPath());
    var form =
        fields.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
    var query = new HashMap<String, String>();
    if (uri.getQuery() != null) {
      var pair = uri.getQuery().split("=", 2);
      query.put(pair[0], pair[1]);
    }
    return found
        .page()
        .answer(
            worker,
            new Asked(clock.instant(), found.variables(), form, query, Map.of(COOKIE, SECRET)));
  }

  @Override
  public void close() {
    line.close();
  }
}
