package nl.sluis.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.FrontPages;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.HomePages;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who gets in at the pages, which forms are taken, and under which headers pages travel.
final class PageDoorSpec {
  private static final String WORD = "het-woord-van-de-sessie";
  private static final String TOKEN = "alleen-onze-bladzijden-weten-dit";
  private static final List<String> DONE = new ArrayList<>();

  private static Vertx vertx;
  private static HttpServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /// One session.
  private static final class OneVisitor implements Visitors {
    @Override
    public Optional<Session> of(String cookie, Instant now) {
      return cookie.equals(WORD)
          ? Optional.of(
              new Session(new SignedIn(hmac(1), hmac(2), SignedIn.Level.SUBSTANTIEEL), TOKEN))
          : Optional.empty();
    }

    @Override
    public void end(String cookie, Instant now) {
      if (cookie.equals(WORD)) {
        DONE.add("beeindigd");
      }
    }
  }

  private static Hmac hmac(int seed) {
    var bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Hmac.of(bytes);
  }

  private static void add(Pages pages) {
    pages.post(
        "/mijn/proef",
        (_, asked) -> {
          DONE.add("gedaan:" + asked.one("wat"));
          return new View.Moved("/mijn");
        });
    pages.get("/mijn/weg", (_, _) -> new View.Gone());
    pages.get(
        "/mijn/bestand",
        (_, _) -> new View.File("overzicht.json", "application/json", new byte[] {'{', '}'}));
    pages.get(
        "/mijn/stuk",
        (_, _) -> {
          throw new IllegalStateException("iets geheims");
        });
    pages.get(
        "/mijn/onvolledig",
        (_, _) -> {
          throw new NoClassDefFoundError("iets geheims");
        });
    pages.get(
        "/mijn/database",
        (_, _) -> {
          throw new SQLException("iets geheims", "08006");
        });
    pages.get(
        "/mijn/opnieuw",
        (_, _) -> new View.Shown("vorm/bericht", new Message("vorm.vreemd"), "vorm.titel").again());
    pages.post(
        "/mijn/vreemd",
        (_, _) -> {
          throw new InputFault("wat");
        });
  }

  @BeforeAll
  static void start() throws TimeoutException {
    vertx = Vertx.vertx();
    var router = Router.router(vertx);
    var web = new Web(InstantSource.system(), Runnable::run, "1.0.0");
    web.prepare(router);
    web.add(
        router,
        HttpMethod.GET,
        "/onvolledig",
        "",
        _ -> {
          throw new NoClassDefFoundError("iets geheims");
        });
    var texts = Texts.ofThisRelease();
    var visitors = new OneVisitor();
    var assets = new Assets(Optional.empty());
    new StylePages(assets).add(router, web);
    var printer = new Printer(texts, assets, new Helper("Noor van Dam", "023 555 01 23"));
    var pages = new PageDoor(router, web, visitors, new PageReplies(printer), Beat.NONE);
    new FrontPages(texts, visitors).add(pages);
    new HomePages(List.of()).add(pages);
    add(pages);
    pages.otherwise();
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .await(20, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    CLIENT.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private static HttpRequest.Builder to(String path) {
    var address = URI.create("http://localhost:" + server.actualPort() + path);
    return HttpRequest.newBuilder(address).header("Accept", "text/html");
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = to(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    var request =
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static final String[] NONE = {};
  private static final String[] SESSION = {"Cookie", Visitors.COOKIE + "=" + WORD};

  private static String[] session(String... more) {
    var all = new ArrayList<>(List.of(SESSION));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String own() {
    return "https://localhost:" + server.actualPort();
  }

  @Test
  void who_is_not_logged_in_goes_to_log_in_and_no_form_of_theirs_is_taken() throws Exception {
    DONE.clear();
    var page = get("/mijn", NONE);
    var old = get("/mijn", "Cookie", Visitors.COOKIE + "=van-vroeger");
    var form = post("/mijn/proef", "bewijs=" + TOKEN, "Sec-Fetch-Site", "same-origin");

    assertThat(List.of(page.statusCode(), old.statusCode())).containsOnly(303);
    assertThat(page.headers().firstValue("Location")).contains("/aanmelden");
    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(form.body()).contains("U bent niet meer aangemeld");
    assertThat(DONE).isEmpty();
  }

  @Test
  void a_form_is_taken_once_it_holds_the_word_of_the_session_and_comes_from_a_page_of_ours()
      throws Exception {
    DONE.clear();
    var good = "wat=a&bewijs=" + TOKEN;

    assertThat(post("/mijn/proef", good, session("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(303);
    assertThat(post("/mijn/proef", good, session("Origin", own())).statusCode()).isEqualTo(303);
    assertThat(DONE).containsExactly("gedaan:a", "gedaan:a");
    DONE.clear();
    var own = session("Origin", own());
    var twoFaced = session("Origin", "https://elders.example", "Sec-Fetch-Site", "same-origin");
    for (var refused :
        List.of(
            post("/mijn/proef", "wat=a", own),
            post("/mijn/proef", "wat=a&bewijs=geraden", own),
            post("/mijn/proef", good + "&bewijs=" + TOKEN, own),
            post("/mijn/proef", good, SESSION),
            post("/mijn/proef", good, session("Origin", "null")),
            post("/mijn/proef", good, session("Origin", "https://elders.example")),
            post("/mijn/proef", good, session("Sec-Fetch-Site", "cross-site")),
            post("/mijn/proef", good, session("Sec-Fetch-Site", "none")),
            post("/mijn/proef", good, twoFaced),
            post("/taal", "taal=en", "Origin", "https://elders.example"),
            post("/weg", "", session("Sec-Fetch-Site", "cross-site")))) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("Er is niets veranderd");
    }
    assertThat(DONE).isEmpty();
  }

  @Test
  void a_page_runs_nothing_that_is_not_ours_and_is_kept_nowhere() throws Exception {
    for (var path : List.of("/", "/taal", "/mijn", "/mijn/weg", "/nergens", "/mijn/stuk")) {
      var headers = get(path, SESSION).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'")
          .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self' ")
          .doesNotContain("unsafe", "data:", "*");
      assertThat(headers.firstValue("Cache-Control")).as(path).contains("no-store");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Content-Type")).as(path).contains("text/html; charset=utf-8");
      assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
    }
  }

  @Test
  void style_and_script_may_be_kept_for_ever_because_their_name_changes_with_them()
      throws Exception {
    var page = get("/", NONE).body();
    var style = page.replaceAll("(?s).*href=\"(/stijl/sluis\\.[0-9a-f]{16}\\.css)\".*", "$1");
    var kept = get(style, NONE);

    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(get("/stijl/sluis.0000000000000000.css", NONE).statusCode()).isEqualTo(404);
    assertThat(get("/stijl/sluis.css", NONE).statusCode()).isEqualTo(404);
  }

  @Test
  void what_goes_wrong_is_one_page_that_tells_nothing() throws Exception {
    var gone = get("/mijn/weg", SESSION);
    var broken = get("/mijn/stuk", SESSION);
    var incomplete = get("/mijn/onvolledig", SESSION);
    var program = get("/onvolledig", SESSION);
    var away = get("/mijn/database", SESSION);
    var again = get("/mijn/opnieuw", SESSION);
    var strange = post("/mijn/vreemd", "bewijs=" + TOKEN, session("Sec-Fetch-Site", "same-origin"));

    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(List.of(gone.body(), get("/nergens", SESSION).body()))
        .allMatch(page -> page.contains("<h1>Deze bladzijde is er niet</h1>"));
    assertThat(List.of(broken, incomplete, program))
        .extracting(HttpResponse::statusCode)
        .containsOnly(500);
    assertThat(incomplete.body() + program.body()).doesNotContain("geheims", "Error");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).contains("10");
    assertThat(broken.body() + away.body()).doesNotContain("geheims", "Exception", "08006");
    assertThat(strange.statusCode()).isEqualTo(400);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("<title>Let op: Sluis</title>");
  }

  @Test
  void leaving_quickly_ends_the_session_and_lets_the_browser_forget() throws Exception {
    DONE.clear();
    var left = post("/weg", "", session("Sec-Fetch-Site", "same-origin"));

    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(left.headers().firstValue("Location")).contains("https://www.knmi.nl");
    assertThat(left.headers().firstValue("Clear-Site-Data"))
        .as("cookies of neighbours stay")
        .contains("\"cache\", \"storage\"");
    assertThat(left.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.matches("__Host-[a-z-]+=; Path=/; Secure; .*Max-Age=0"));
    assertThat(DONE).containsExactly("beeindigd");
  }

  @Test
  void a_file_is_kept_under_a_name_that_tells_nothing() throws Exception {
    assertThat(get("/mijn/bestand", SESSION).headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"overzicht.json\"");
  }

  @Test
  void a_language_is_remembered_until_the_browser_closes_and_changes_every_page() throws Exception {
    var chosen =
        post("/taal", "taal=ar&makkelijk=ja", session("Sec-Fetch-Site", "same-origin"))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();

    assertThat(chosen)
        .isEqualTo("__Host-taal=ar.makkelijk; Path=/; Secure; HttpOnly; SameSite=Lax");
    var page = get("/", "Cookie", "__Host-taal=ar").body();
    assertThat(page).contains("lang=\"ar\" dir=\"rtl\"", "هذه مسودة");
    assertThat(get("/toegankelijkheid", "Cookie", "__Host-taal=ar").body())
        .contains("lang=\"ar\" dir=\"rtl\"")
        .doesNotContain("tabindex=\"-1\" lang=\"nl\"");
    assertThat(get("/", "Cookie", "__Host-taal=klingon").body()).contains("lang=\"nl\"");
    assertThat(post("/taal", "taal=klingon", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_person_with_a_phone_number_stands_on_every_page() throws Exception {
    for (var path : List.of("/", "/taal", "/toegankelijkheid", "/mijn", "/nergens", "/mijn/stuk")) {
      assertThat(get(path, SESSION).body())
          .as(path)
          .contains("Noor van Dam", "tel:0235550123", "Snel weg");
    }
  }
}
