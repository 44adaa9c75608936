package nl.sluis.gateway.peer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls an authority about what it took back: within a time, up to a size, and nowhere else than
/// where the operator said.
///
/// May be shared between threads. A call waits; MUST NOT be made on an event loop.
final class RevocationCall {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final String OCSP_REQUEST = "application/ocsp-request";
  private static final String OCSP_RESPONSE = "application/ocsp-response";

  /// No answer that can be read, and why.
  static final class Silent extends Exception {
    private static final long serialVersionUID = 1L;
    private final String why;

    Silent(String why) {
      super(why);
      this.why = why;
    }

    /// Why, such as `gave no answer within PT10S`.
    String why() {
      return why;
    }
  }

  private final Duration whole;
  private final int most;
  private final HttpClient client;

  /// @param whole how long an answer may take
  /// @param most how many bytes it may have
  RevocationCall(Duration whole, int most) {
    this.whole = whole;
    this.most = most;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The list at this address.
  byte[] list(URI address) throws Silent {
    return send(HttpRequest.newBuilder(address).timeout(whole).GET().build()).body();
  }

  /// What the responder at this address answers (RFC 6960, appendix A).
  byte[] answer(URI responder, byte[] question) throws Silent {
    var answer =
        send(
            HttpRequest.newBuilder(responder)
                .timeout(whole)
                .header("Content-Type", OCSP_REQUEST)
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build());
    if (!OCSP_RESPONSE.equals(answer.headers().firstValue("Content-Type").orElse(""))) {
      throw new Silent("answered something else than `" + OCSP_RESPONSE + "`");
    }
    return answer.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws Silent {
    try {
      var underway =
          client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
      HttpResponse<byte[]> answer;
      try {
        answer = underway.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        underway.cancel(true);
      }
      if (answer.statusCode() != 200) {
        throw new Silent("answered with status " + answer.statusCode());
      }
      return answer;
    } catch (ExecutionException e) {
      throw new Silent(why(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException _) {
      throw new Silent("gave no answer within " + whole);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Silent("was not waited for");
    }
  }

  private String why(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> "gave no answer within " + whole;
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          "has a name that cannot be found";
      case ConnectException _ -> "cannot be reached";
      case IOException e when String.valueOf(e.getMessage()).contains("exceeds") ->
          "answered with more than " + most + " bytes";
      default -> "broke off: " + cause.getClass().getSimpleName();
    };
  }
}
