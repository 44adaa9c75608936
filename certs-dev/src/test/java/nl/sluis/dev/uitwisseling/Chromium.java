package nl.sluis.dev.uitwisseling;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One page in a real browser, led over the DevTools protocol; it hears what the page asks for.
///
/// Needs `chromium` and no driver. Used by one thread. Every wait ends within [#SECONDS].
final class Chromium implements AutoCloseable, WebSocket.Listener {
  private static final int SECONDS = 30;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Path profile;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final StringBuilder coming = new StringBuilder();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final List<String> requested = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
  private volatile String session = "";

  private Chromium(Path profile, Process process, URI address) {
    this.profile = profile;
    this.process = process;
    this.socket = within(client.newWebSocketBuilder().buildAsync(address, this));
  }

  /// Opens an empty page; where no browser is, the specs are not run, and in the pipeline they
  /// fail.
  static Chromium open() throws IOException {
    var program = Path.of("/usr/bin/chromium");
    if (!Files.isExecutable(program)) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("in de pijplijn moet er een browser zijn: chromium");
      }
      return abort("chromium afwezig: de bladzijde is niet in een echte browser beproefd");
    }
    var profile = Files.createTempDirectory("browser");
    var process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-breakpad",
                "--ignore-certificate-errors",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var browser = new Chromium(profile, process, within(listening(process)));
    var target = browser.ask("Target.createTarget", Map.of("url", "about:blank")).path("targetId");
    browser.session =
        browser
            .ask("Target.attachToTarget", Map.of("targetId", target.asText(), "flatten", true))
            .path("sessionId")
            .asText();
    for (var domain : List.of("Page", "Network", "Runtime")) {
      browser.ask(domain + ".enable", Map.of());
    }
    return browser;
  }

  /// Where the browser listens, as it says itself; what it says after that is read and forgotten.
  private static CompletableFuture<URI> listening(Process process) {
    var address = new CompletableFuture<URI>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (var said = process.errorReader()) {
                said.lines()
                    .map(LISTENING::matcher)
                    .filter(found -> found.find())
                    .forEach(found -> address.complete(URI.create(found.group(1))));
              } catch (IOException | UncheckedIOException e) {
                address.completeExceptionally(e);
              }
            });
    return address;
  }

  /// Goes to a page and waits until it and its scripts are there.
  void go(URI page) {
    loaded = new CompletableFuture<>();
    var answer = ask("Page.navigate", Map.of("url", page.toString()));
    if (answer.has("errorText")) {
      throw new IllegalStateException(page + ": " + answer.path("errorText").asText());
    }
    within(loaded);
  }

  /// What this expression is worth in the page; a promise is waited for.
  JsonNode value(String expression) {
    var answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /// Presses and lets go of a key, as a person without a mouse does.
  void press(String key, int code, String text) {
    for (var type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", text));
    }
  }

  /// Every address that the page asked for since the browser opened.
  List<String> requested() {
    return List.copyOf(requested);
  }

  /// Gives one command of the protocol, and waits for its answer.
  JsonNode ask(String method, Map<String, Object> parameters) {
    var number = numbers.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    asked.put(number, answer);
    ObjectNode command = JSON.createObjectNode().put("id", number).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    within(socket.sendText(command.toString(), true));
    var told = within(answer);
    if (told.has("error")) {
      throw new IllegalStateException(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  private static <T> T within(CompletableFuture<T> future) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the browser did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    coming.append(data);
    if (last) {
      hear(coming.toString());
      coming.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void hear(String text) {
    try {
      var told = JSON.readTree(text);
      var answer = asked.remove(told.path("id").asInt());
      if (answer != null) {
        answer.complete(told);
        return;
      }
      switch (told.path("method").asText()) {
        case "Network.requestWillBeSent" -> requested.add(told.at("/params/request/url").asText());
        case "Page.loadEventFired" -> loaded.complete(told);
        default -> {}
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    session = "";
    try {
      ask("Browser.close", Map.of());
      within(process.onExit());
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
      client.shutdownNow();
    }
    all.forEach(one -> within(one.onExit()));
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
