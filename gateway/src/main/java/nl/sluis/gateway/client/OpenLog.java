package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.logbook.TilePath;

/// The public side of a logbook over HTTPS (C2SP tlog-tiles): no certificate is shown, and an
/// answer is at most 64 KiB. May be shared between threads.
public final class OpenLog implements TileProofs.Tiles, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI prefix;
  private volatile HttpClient http;

  /// @param prefix such as `https://sluis.example/logboek`, without a slash at the end
  /// @param tls whom to trust
  public OpenLog(URI prefix, SSLContext tls) {
    this.prefix = prefix;
    this.http = http(tls);
  }

  private static HttpClient http(SSLContext tls) {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(PATIENCE)
        .build();
  }

  /// Trusts others from now on; whoever waits for an answer gets it.
  public void believe(SSLContext tls) {
    // The one before is not closed, for somebody may be about to use it; it ends by itself.
    http = http(tls);
  }

  /// The newest checkpoint; empty when there is none yet.
  public Optional<String> newest() throws IOException {
    return text("checkpoint");
  }

  /// The checkpoint of exactly this size; empty when there is none.
  public Optional<String> at(long size) throws IOException {
    return text("checkpoint/" + size);
  }

  /// The newest checkpoint under which so many witnesses signed; empty when there is none.
  public Optional<String> cosigned(int witnesses) throws IOException {
    return text("medeondertekend?getuigen=" + witnesses);
  }

  /// The statements about every key that ever signed the log, oldest first; none when there is no
  /// such page.
  public List<String> keyStatements() throws IOException {
    var statements = new ArrayList<String>();
    var page = text("sleutels").orElse("{}");
    JSON.readTree(page).path("verklaringen").forEach(one -> statements.add(one.asText()));
    return List.copyOf(statements);
  }

  @Override
  public Optional<byte[]> read(TilePath path) throws IOException {
    return get("tile/" + path.path());
  }

  private Optional<String> text(String path) throws IOException {
    return get(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> get(String path) throws IOException {
    // Whoever stands in between may keep what it saw, but not give that to us.
    var request =
        HttpRequest.newBuilder(URI.create(prefix + "/" + path))
            .header("Cache-Control", "no-cache")
            .timeout(PATIENCE)
            .GET()
            .build();
    try {
      var answer =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(answer.body());
        case 404 -> Optional.empty();
        default -> throw new IOException("status " + answer.statusCode());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
