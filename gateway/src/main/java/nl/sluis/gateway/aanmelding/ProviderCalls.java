package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.NIET_BEREIKBAAR;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.edge.OutgoingTls;

/// What Sluis asks a provider itself, over TLS, with an end to size and time. May be shared between
/// threads.
final class ProviderCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 128 * 1024;

  private final HttpClient http;

  /// An answer.
  ///
  /// @param status the HTTP status
  /// @param body as text; MUST NOT be logged
  record Told(int status, String body) {}

  /// @param trust the authorities of the other end, in one PEM file
  /// @throws IllegalArgumentException when the file cannot be used
  ProviderCalls(Path trust) {
    this.http =
        HttpClient.newBuilder()
            .sslContext(OutgoingTls.anonymous(trust))
            .sslParameters(OutgoingTls.parameters())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
  }

  /// Looks something up that everybody may know.
  Told get(URI address) throws LoginFault {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /// Sends a form.
  Told post(URI address, String form) throws LoginFault {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form, StandardCharsets.US_ASCII)));
  }

  private Told send(HttpRequest.Builder request) throws LoginFault {
    var call =
        http.sendAsync(
            request.timeout(PATIENCE).header("Accept", "application/json").build(),
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    try {
      HttpResponse<String> answer = call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return new Told(answer.statusCode(), answer.body());
    } catch (TimeoutException _) {
      call.cancel(true);
      throw new LoginFault(NIET_BEREIKBAAR, "no answer in time");
    } catch (InterruptedException _) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new LoginFault(NIET_BEREIKBAAR, "interrupted");
    } catch (ExecutionException e) {
      var cause = e.getCause();
      throw new LoginFault(
          NIET_BEREIKBAAR, cause == null ? "no answer" : cause.getClass().getSimpleName());
    }
  }
}
