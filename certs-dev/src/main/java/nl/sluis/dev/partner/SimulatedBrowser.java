package nl.sluis.dev.partner;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.gateway.aanmelding.ProviderLine;
import org.jspecify.annotations.Nullable;

/// A browser of one person, with real TLS and cookies of its own, that goes where it is sent only
/// when it is told to. It finds Sluis under its public name, as behind a load balancer.
///
/// Used by one thread.
public final class SimulatedBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern HIDDEN = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"bewijs\" value=\"([^\"]+)\"");
  private static final Pattern PARTS = Pattern.compile("; ?");

  private final HttpClient http;
  private final URI own;
  private final DevProvider provider;
  private final Witness witness;
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final List<URI> visited = new ArrayList<>();
  private Supplier<URI> door;
  private byte[] last = {};

  /// A browser that was never here before.
  ///
  /// @param witness sees what goes by
  public static SimulatedBrowser at(DevGateway gateway, Witness witness) {
    var site = gateway.site();
    var own = gateway.settings().login().map(ProviderLine::own).orElse(gateway.doorway().people());
    return new SimulatedBrowser(
        site, own, site.login().provider(), () -> gateway.doorway().people(), witness);
  }

  /// A browser that finds a gateway in a process of its own, at its door for people.
  public static SimulatedBrowser at(DevSite site, URI people) {
    return new SimulatedBrowser(
        site, people, site.login().provider(), () -> people, Witness.NOBODY);
  }

  /// A browser of somebody who works where people log in at another provider, such as that of an
  /// organisation.
  ///
  /// @param own the address of what is opened
  public static SimulatedBrowser at(DevSite site, URI own, DevProvider provider) {
    return new SimulatedBrowser(site, own, provider, () -> own, Witness.NOBODY);
  }

  /// The same, unseen.
  public static SimulatedBrowser at(DevGateway gateway) {
    return at(gateway, Witness.NOBODY);
  }

  private SimulatedBrowser(
      DevSite site, URI own, DevProvider provider, Supplier<URI> door, Witness witness) {
    this.http =
        HttpClient.newBuilder()
            .sslContext(site.browser())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    this.own = own;
    this.provider = provider;
    this.door = door;
    this.witness = witness;
  }

  /// From now on its requests come at this gateway.
  public void through(DevGateway gateway) {
    door = () -> gateway.doorway().people();
  }

  /// The bytes of what came back last, for a file that is no text.
  public byte[] lastBytes() {
    return last.clone();
  }

  /// Opens a page of Sluis.
  public Answer get(String path) {
    return send("GET", own.resolve(path), null, Map.of());
  }

  /// Opens whatever address.
  public Answer get(URI address) {
    return send("GET", address, null, Map.of());
  }

  /// Sends a form of a page of Sluis to Sluis.
  public Answer post(String path, Map<String, String> fields) {
    return send("POST", own.resolve(path), form(fields), ownForm());
  }

  /// Sends such a form, and reads what comes back while it comes.
  ///
  /// @throws IOException when there is no answer
  /// @throws InterruptedException when this thread must stop
  public HttpResponse<InputStream> stream(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var request = request("POST", own.resolve(path), form(fields), ownForm());
    return http.send(request, BodyHandlers.ofInputStream());
  }

  /// The same, of a form in which one name may have several values.
  public Answer postAll(String path, Map<String, List<String>> fields) {
    var sent =
        fields.entrySet().stream()
            .flatMap(one -> one.getValue().stream().map(value -> Map.of(one.getKey(), value)))
            .map(SimulatedBrowser::form)
            .collect(Collectors.joining("&"));
    return send("POST", own.resolve(path), sent, ownForm());
  }

  private Map<String, String> ownForm() {
    return Map.of("Origin", origin(door.get()), "Sec-Fetch-Site", "same-origin");
  }

  /// Sends a form of a page elsewhere to whom that page belongs.
  public Answer post(URI address, Map<String, String> fields) {
    return send("POST", address, form(fields), Map.of());
  }

  /// Sends a form to Sluis from the page of somebody else, which a browser says.
  public Answer postFromElsewhere(String path, Map<String, String> fields) {
    return send(
        "POST",
        own.resolve(path),
        form(fields),
        Map.of("Origin", "https://elders.example", "Sec-Fetch-Site", "cross-site"));
  }

  /// Sends a form to Sluis as a program does, which says nothing of where it began.
  public Answer call(String path, Map<String, String> fields) {
    return send("POST", own.resolve(path), form(fields), Map.of());
  }

  /// The token that stands in the forms of a page of this session.
  ///
  /// @throws IllegalStateException when there is none
  public String formToken(String path) {
    var found = TOKEN.matcher(get(path).body());
    if (!found.find()) {
      throw new IllegalStateException("no form of a session on `" + path + "`");
    }
    return found.group(1);
  }

  /// How the provider calls its own session with this browser.
  public Optional<String> sessionAtProvider() {
    return Optional.ofNullable(jar(URI.create(provider.issuer())).get(DevProvider.COOKIE));
  }

  /// Goes where it is sent.
  ///
  /// @throws IllegalStateException when it is sent nowhere
  public Answer follow(Answer answer) {
    return get(own.resolve(to(answer)));
  }

  /// Where it is sent.
  public static URI to(Answer answer) {
    var location = answer.headers().get("location");
    if (location == null) {
      throw new IllegalStateException(
          "not sent anywhere: status " + answer.status() + answer.refusedConnection().orElse(""));
    }
    return URI.create(location);
  }

  /// Says at the provider who it is.
  ///
  /// @param page the page of the provider that lists people
  /// @return where the provider sends it
  public Answer pick(Answer page, String number, String level) {
    var fields = asked(page);
    fields.put("persoon", String.valueOf(provider.people().placeOf(number)));
    fields.put("niveau", level);
    return post(URI.create(provider.issuer() + "/inloggen"), fields);
  }

  /// Stops at the provider.
  ///
  /// @return where the provider sends it
  public Answer cancel(Answer page) {
    var fields = asked(page);
    fields.put("stop", "ja");
    return post(URI.create(provider.issuer() + "/inloggen"), fields);
  }

  private static Map<String, String> asked(Answer page) {
    var fields = new TreeMap<String, String>();
    var question = HIDDEN.matcher(page.body());
    if (question.find()) {
      fields.put(question.group(1), question.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  /// Logs in as somebody does who clicks through.
  ///
  /// @return what Sluis answers to what comes back
  public Answer logIn(String number, String level) {
    return follow(pick(follow(get("/aanmelden")), number, level));
  }

  /// The same, surely enough.
  public Answer logIn(String number) {
    return logIn(number, DevSignIn.SUBSTANTIAL);
  }

  /// A cookie of Sluis that it has.
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(jar(own).get(name));
  }

  /// Puts a cookie of Sluis in its place, as who stole it.
  public void keep(String name, String value) {
    jar(own).put(name, value);
  }

  /// Every address that it opened, as its history would show.
  public List<URI> visited() {
    return List.copyOf(visited);
  }

  private Answer send(
      String method, URI address, @Nullable String form, Map<String, String> headers) {
    visited.add(address);
    var jar = jar(address);
    try {
      var response = http.send(request(method, address, form, headers), BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(cookie -> set(jar, cookie));
      last = response.body();
      var answer = answer(response);
      witness.saw(method, address, answer);
      return answer;
    } catch (IOException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.refused("interrupted");
    }
  }

  private HttpRequest request(
      String method, URI address, @Nullable String form, Map<String, String> headers) {
    var body =
        form == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII);
    var request = HttpRequest.newBuilder(real(address)).timeout(PATIENCE).method(method, body);
    if (form != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.forEach(request::header);
    var jar = jar(address);
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request.build();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    var seen = new TreeMap<String, String>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> seen.put(name.toLowerCase(Locale.ROOT), String.join("\n", values)));
    var text = new String(response.body(), StandardCharsets.UTF_8);
    return new Answer(response.statusCode(), seen, text, Optional.empty());
  }

  private URI real(URI address) {
    if (!origin(address).equals(origin(own))) {
      return address;
    }
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return door.get().resolve(address.getRawPath() + query);
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  private Map<String, String> jar(URI address) {
    return cookies.computeIfAbsent(origin(address), _ -> new TreeMap<>());
  }

  private static void set(Map<String, String> jar, String cookie) {
    var parts = PARTS.splitAsStream(cookie).toList();
    int is = parts.getFirst().indexOf('=');
    var name = parts.getFirst().substring(0, is);
    if (parts.contains("Max-Age=0")) {
      jar.remove(name);
    } else {
      jar.put(name, parts.getFirst().substring(is + 1));
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
