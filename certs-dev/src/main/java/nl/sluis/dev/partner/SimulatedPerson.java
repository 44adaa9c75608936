package nl.sluis.dev.partner;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A parent, guardian or young person at the port for people, with real TLS and a real token.
///
/// Used by one thread.
public final class SimulatedPerson {
  private final DevSite site;
  private final Supplier<Doorway> doorway;
  private final String number;
  private final Consumer<String> calls;
  private final Witness witness;

  SimulatedPerson(
      DevSite site,
      Supplier<Doorway> doorway,
      String number,
      Consumer<String> calls,
      Witness witness) {
    this.site = site;
    this.doorway = doorway;
    this.number = number;
    this.calls = calls;
    this.witness = witness;
  }

  /// Looks something up.
  public Answer get(String path) {
    return send("GET", path, site.signIn().token(number), null);
  }

  /// Looks something up in this form.
  ///
  /// @param accept the media type that is asked for
  public Answer get(String path, String accept) {
    var headers = headers(site.signIn().token(number));
    headers.put("Accept", accept);
    return send("GET", path, headers, new byte[0]);
  }

  /// Sends JSON.
  public Answer post(String path, String json) {
    return send("POST", path, site.signIn().token(number), json);
  }

  /// Sends with this token instead of the person's own; an empty one is left out.
  public Answer send(String method, String path, String token, @Nullable String json) {
    var headers = headers(token);
    if (json != null) {
      headers.put("Content-Type", "application/json");
    }
    var body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    return send(method, path, headers, body);
  }

  private static Map<String, String> headers(String token) {
    var headers = new TreeMap<String, String>();
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    return headers;
  }

  private Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    calls.accept(method + " " + path);
    try (var wire = new Wire(site.browser(), witness)) {
      return wire.send(method, doorway.get().people().resolve(path), headers, body);
    }
  }
}
