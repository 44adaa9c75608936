package nl.sluis.dev.rig;

import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.aanmelding.ProviderLine;
import org.jspecify.annotations.Nullable;

/// A real Chromium in which people's pages are opened, read and used; it hears everything that a
/// page asks for, and keeps pictures of what it showed under `target/schermafdrukken`.
///
/// Playwright leads it; the browser and the Node.js that Playwright runs on are those of the
/// machine (docs/decisions/0031-playwright-on-the-browser-of-the-machine.md). One thread.
public final class Browser implements AutoCloseable {
  /// As narrow as the phones that are still around.
  public static final int PHONE = 360;

  /// A desk, or a phone at 400 % when divided by four (WCAG 2.2, 1.4.10).
  public static final int DESK = 1280;

  private static final int HEIGHT = 800;
  private static final double MILLIS = 20_000;
  private static final int MOST_TABS = 100;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PICTURES = Path.of("target", "schermafdrukken");

  /// The size of what is pressed is a rule that axe only runs when it is asked for.
  private static final String ALL =
      """
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: {"target-size": {enabled: true}},
      """;

  /// What follows from where things stand and how they look, and not from what the page says.
  private static final String OF_LAYOUT =
      """
      runOnly: {type: "rule", values: [
        "color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]},
      """;

  private static final List<String> TOOLS = List.of("/usr/bin/chromium", "/usr/bin/node");

  private final URI home;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;
  private @Nullable BrowserContext besideContext;
  private @Nullable Page besidePage;

  private Browser(URI home, Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.home = home;
    this.playwright = playwright;
    this.chromium = chromium;
    this.context = fresh(true);
    this.page = opened();
  }

  /// Opens an empty page; where no browser is, the specs are not run, and in the pipeline they
  /// fail.
  ///
  /// @param gateway the pages of which are opened, under their public name
  public static Browser open(DevGateway gateway) {
    var door = gateway.doorway().people();
    return open(gateway.settings().login().map(ProviderLine::own).orElse(door), door.getPort());
  }

  /// The same for pages of a process that is found under this name, and is at this port.
  public static Browser open(URI own, int port) {
    for (var tool : TOOLS) {
      if (!Files.isExecutable(Path.of(tool))) {
        if ("true".equals(System.getenv("CI"))) {
          throw new IllegalStateException("in de pijplijn moet er zijn: " + tool);
        }
        return abort(tool + " afwezig: de bladzijden zijn niet in een echte browser beproefd");
      }
    }
    var environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    environment.put("PLAYWRIGHT_NODEJS_PATH", TOOLS.getLast());
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    var chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(TOOLS.getFirst()))
                    .setArgs(
                        List.of(
                            // As a load balancer does that knows where the gateway is.
                            "--host-resolver-rules=MAP " + own.getHost() + ":443 localhost:" + port,
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-breakpad")));
    return new Browser(own, playwright, chromium);
  }

  private BrowserContext fresh(boolean scripts) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setIgnoreHTTPSErrors(true)
            .setJavaScriptEnabled(scripts)
            .setViewportSize(PHONE, HEIGHT));
  }

  private Page opened() {
    var opened = context.newPage();
    opened.setDefaultTimeout(MILLIS);
    opened.onRequest(request -> asked.add(request.url()));
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(
        said -> {
          if (said.type().equals("error") || said.text().contains("Content Security Policy")) {
            complaints.add(said.text());
          }
        });
    return opened;
  }

  /// Forgets everything, as another person at another machine does.
  ///
  /// @param scripts whether that browser runs them
  public void another(boolean scripts) {
    if (besideContext != null) {
      besideContext.close();
    }
    besideContext = null;
    besidePage = null;
    context.close();
    context = fresh(scripts);
    page = opened();
    asked.clear();
    complaints.clear();
  }

  /// Turns to a second browser beside this one, in which somebody else may be logged in, and from
  /// that one back to this. It was never here before one first turns to it.
  public void turn() {
    var leftContext = context;
    var leftPage = page;
    if (besideContext == null || besidePage == null) {
      context = fresh(true);
      page = opened();
    } else {
      context = besideContext;
      page = besidePage;
    }
    besideContext = leftContext;
    besidePage = leftPage;
  }

  /// The page, as Playwright knows it.
  public Page page() {
    return page;
  }

  /// Goes to a path of Sluis.
  ///
  /// @return the status with which it was answered
  public int go(String path) {
    return page.navigate(home.resolve(path).toString()).status();
  }

  /// Under which name Sluis is found, without a path.
  public URI home() {
    return home;
  }

  /// Logs in as a person does who clicks through, and ends on the page that is her own.
  ///
  /// @param place of this person in the list of the provider
  public void logIn(int place) {
    logIn("/aanmelden", place, "/mijn");
  }

  /// Logs in as an officer does, and ends at the desk of officers.
  ///
  /// @param place of this person in the list of the provider
  public void officer(int place) {
    logIn("/toezicht/aanmelden", place, "/toezicht");
  }

  /// Logs in where this path leads to the provider, and ends there.
  public void logIn(String path, int place, String end) {
    go(path);
    page.check("input[name=persoon][value='" + place + "']");
    page.click("button:text-is('Inloggen')");
    page.waitForURL(home.resolve(end).toString());
  }

  /// Is this wide from now on.
  public void wide(int pixels) {
    page.setViewportSize(pixels, HEIGHT);
  }

  /// What this expression is worth in the page; a promise is waited for.
  public JsonNode value(String expression) {
    return JSON.valueToTree(page.evaluate(expression));
  }

  /// What axe finds wrong with the page as it is, by its rules for WCAG 2.2 A and AA and good
  /// practice; empty when nothing.
  public List<String> violations() {
    return violations(ALL);
  }

  /// The same by the rules that may say otherwise of a page that only became wider or narrower: all
  /// others judge what it says, and what is [#shown] of it.
  public List<String> violationsOfLayout() {
    return violations(OF_LAYOUT);
  }

  /// Which elements of the page can be seen, each in its place.
  public String shown() {
    return (String)
        page.evaluate(
            """
            () => [...document.querySelectorAll("body *")].map((one) =>
              one.checkVisibility({visibilityProperty: true, opacityProperty: true}) ? "1" : "0"
            ).join("")
            """);
  }

  private List<String> violations(String rules) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      // The pages that come after this one have it too: bringing it is dearer than running it.
      var axe = AxeBuilder.getAxeScript();
      context.addInitScript(axe);
      page.evaluate(axe);
    }
    var found = new ArrayList<String>();
    value(
            """
            axe.run(document, {
              %s
              resultTypes: ["violations"],
            }).then((all) => all.violations.flatMap((rule) =>
              rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`)))
            """
                .formatted(rules))
        .forEach(one -> found.add(one.asText()));
    return found;
  }

  /// Must one scroll sideways to read the page?
  public boolean tooWide() {
    return (boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /// What stands on the screen, kept under this name.
  public void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  /// What comes out of a printer, kept under this name.
  public void paper(String name) {
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(name + ".pdf")));
  }

  /// Goes with the tab key from the top until what has the focus is thus, and counts the presses.
  ///
  /// @param selector what is looked for
  /// @throws IllegalStateException when a hundred presses do not come there
  public int tabTo(String selector) {
    for (int presses = 1; presses <= MOST_TABS; presses++) {
      page.keyboard().press("Tab");
      var there =
          page.evaluate(
              "(s) => document.activeElement !== null && document.activeElement.matches(s)",
              selector);
      if (Boolean.TRUE.equals(there)) {
        return presses;
      }
    }
    throw new IllegalStateException("a keyboard does not come to " + selector);
  }

  /// How many bytes travelled for the page and what belongs to it.
  public long weight() {
    var sum =
        page.evaluate(
            "() => [...performance.getEntriesByType('navigation'),"
                + " ...performance.getEntriesByType('resource')]"
                + ".reduce((sum, one) => sum + one.transferSize, 0)");
    return ((Number) sum).longValue();
  }

  /// Every address that was asked for since this person came.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /// What the browser complained about: what it refused to load or to run, and errors of scripts.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// The cookies by name.
  public Map<String, String> cookies() {
    var found = new HashMap<String, String>();
    context.cookies().forEach(cookie -> found.put(cookie.name, cookie.value));
    return found;
  }

  /// Keeps a cookie that another site of the same municipality gave, for all of its names.
  public void ofNeighbours(String name, String value) {
    var host = home.getHost();
    var domain = host.substring(host.indexOf('.') + 1);
    context.addCookies(
        List.of(new Cookie(name, value).setDomain("." + domain).setPath("/").setSecure(true)));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
