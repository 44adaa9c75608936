package nl.sluis.dev.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/// HTTPS as one party speaks it; sends whatever it is told to, right or wrong.
///
/// May be shared between threads.
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final Witness witness;

  /// @param context the certificate it shows, or none, and whom it trusts
  /// @param witness sees what goes by
  Wire(SSLContext context, Witness witness) {
    this.witness = witness;
    this.client =
        HttpClient.newBuilder()
            .sslContext(context)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  /// Sends and waits for the answer; a closed or refused connection is an answer too.
  Answer send(String method, URI address, Map<String, String> headers, byte[] body) {
    var answer = ask(method, address, headers, body);
    witness.saw(method, address, answer);
    return answer;
  }

  private Answer ask(String method, URI address, Map<String, String> headers, byte[] body) {
    var publisher =
        body.length == 0 && method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, publisher);
    headers.forEach(request::header);
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      var seen = new TreeMap<String, String>();
      response
          .headers()
          .map()
          .forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      var text = new String(response.body(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), seen, text, Optional.empty());
    } catch (IOException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.refused("interrupted");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
