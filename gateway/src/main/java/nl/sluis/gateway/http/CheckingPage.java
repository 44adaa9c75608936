package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The pages on which anybody checks a receipt, or the statement of a month, in a browser, and
/// their scripts; for anybody.
///
/// They verify with code that shares nothing with the writer of the logbook, and their headers let
/// the browser load that script and nothing else: what is given to them goes nowhere (C2SP
/// tlog-proof, W3C Content Security Policy 3). May be shared between threads.
public final class CheckingPage implements OpenRoutes {
  /// The digest of the one style that both pages carry in themselves, so that it is there from a
  /// disk too; a browser refuses any other.
  private static final String STYLE = "sha256-h8aqMS0qwdKb9SrVblcMwc5A/zqW4anP58D58oLsHec=";

  private static final Map<String, String> ALONE =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src '"
              + STYLE
              + "'; img-src data:; form-action 'none';"
              + " base-uri 'none'; frame-ancestors 'none'");

  private final Reply page = reply("nakijken.html", "text/html");
  private final Reply script = reply("nakijken.js", "text/javascript");
  private final Reply statementPage = reply("overzicht.html", "text/html");
  private final Reply statementScript = reply("overzicht.js", "text/javascript");

  @Override
  public void add(Router router, Web web) {
    web.add(router, GET, "/logboek/nakijken", "", _ -> page);
    web.add(router, GET, "/logboek/nakijken.js", "", _ -> script);
    web.add(router, GET, "/logboek/overzicht-nakijken", "", _ -> statementPage);
    web.add(router, GET, "/logboek/overzicht-nakijken.js", "", _ -> statementScript);
  }

  private static Reply reply(String name, String type) {
    try (var in = CheckingPage.class.getResourceAsStream("/nakijken/" + name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is not beside the code");
      }
      return new Reply(200, type + "; charset=utf-8", in.readAllBytes(), ALONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
