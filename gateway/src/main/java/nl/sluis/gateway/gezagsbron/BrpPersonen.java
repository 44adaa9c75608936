package nl.sluis.gateway.gezagsbron;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.RenewedTls;
import nl.sluis.gateway.gezagsbron.Answer.Trouble;
import nl.sluis.gateway.gezagsbron.Answer.Why;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.StrictJson;
import nl.sluis.gateway.trace.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// BRP API Personen with gezag (Haal Centraal), over mutual TLS.
///
/// It asks for gezag and nothing else. The number of the child stands in the body of the call and
/// nowhere besides; what comes back is read and dropped. May be shared between threads.
public final class BrpPersonen implements GezagBron {
  private static final Logger LOG = LoggerFactory.getLogger(BrpPersonen.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int DEEPEST = 16;
  private static final String JSON = "application/json; charset=utf-8";
  private static final StrictJson STRICT = new StrictJson(DEEPEST, StrictJson.TEXT);

  private final URI address;
  private final RenewedTls tls;
  private final Duration patience;
  private @Nullable Open open;

  /// A client, and by what it was made.
  private record Open(RenewedTls.Tls by, HttpClient http) {}

  /// How Sluis reaches it.
  ///
  /// @param address the base of the API, to which `/personen` is added
  /// @param chain the certificate of Sluis for this API, PEM, own certificate first
  /// @param key its key, PEM, PKCS#8
  /// @param trust the authorities of the other end, in one PEM file
  public record Line(URI address, Path chain, Path key, Path trust) {}

  private BrpPersonen(URI address, RenewedTls tls, Duration patience) {
    this.address = address;
    this.tls = tls;
    this.patience = patience;
  }

  /// Reads the files; asks nothing yet. They are looked at again at each question.
  ///
  /// @throws IllegalArgumentException when they cannot be used now
  public static BrpPersonen over(Line line, InstantSource clock) {
    return over(line, clock, PATIENCE);
  }

  /// The same, with another patience for connecting and answering together.
  public static BrpPersonen over(Line line, InstantSource clock, Duration patience) {
    var tls = new RenewedTls(line.chain(), line.key(), line.trust(), clock);
    return new BrpPersonen(URI.create(line.address() + "/personen"), tls, patience);
  }

  private synchronized HttpClient http() {
    var by = tls.now();
    var before = open;
    if (before != null && before.by().equals(by)) {
      return before.http();
    }
    var http =
        HttpClient.newBuilder()
            .sslContext(by.context())
            .sslParameters(OutgoingTls.parameters())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
    open = new Open(by, http);
    if (before != null) {
      // Whoever was asking is answered first.
      before.http().shutdown();
    }
    return http;
  }

  @Override
  public String code() {
    return "brp";
  }

  @Override
  public Answer ask(Question question) {
    var call =
        http()
            .sendAsync(
                HttpRequest.newBuilder(address)
                    .timeout(patience)
                    .header("Content-Type", JSON)
                    .header(Trace.HEADER, Trace.current().header())
                    .header("Accept", "application/json, application/problem+json")
                    .POST(
                        BodyPublishers.ofString(body(question).toString(), StandardCharsets.UTF_8))
                    .build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      // The patience of a request ends with its headers; a body may trickle on.
      return read(call.get(patience.toMillis(), TimeUnit.MILLISECONDS), question);
    } catch (TimeoutException _) {
      call.cancel(true);
      return unreachable(Trouble.TE_LAAT, "none in time");
    } catch (InterruptedException _) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return unreachable(Trouble.TE_LAAT, "interrupted");
    } catch (ExecutionException e) {
      var cause = e.getCause();
      return cause instanceof HttpTimeoutException
          ? unreachable(Trouble.TE_LAAT, "none in time")
          : unreachable(
              Trouble.GEEN_VERBINDING, cause == null ? "?" : cause.getClass().getSimpleName());
    }
  }

  /// What is asked: nothing more than who has gezag. The only text in which the number stands.
  public static ObjectNode body(Question question) {
    var body = JsonNodeFactory.instance.objectNode().put("type", BrpAnswer.ASKED);
    body.putArray("burgerservicenummer").add(question.child().digits());
    var fields = body.putArray("fields");
    List.of("burgerservicenummer", "gezag").forEach(fields::add);
    return body;
  }

  private static Answer read(HttpResponse<byte[]> response, Question question) {
    int status = response.statusCode();
    if (status != 200) {
      boolean ours = status >= 400 && status < 500 && status != 429;
      return unreachable(ours ? Trouble.GEWEIGERD : Trouble.STORING, "status " + status);
    }
    try {
      return BrpAnswer.read(STRICT.object(response.body()), question);
    } catch (MessageFault _) {
      return new Answer.Unclear(Why.ANTWOORD_ONBEGREPEN);
    }
  }

  /// @param what for the operator; never anything that came from the other end
  private static Answer unreachable(Trouble trouble, String what) {
    LOG.warn("the BRP gave no answer: {}", what);
    return new Answer.Unreachable(trouble);
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.http().shutdownNow();
    }
  }
}
