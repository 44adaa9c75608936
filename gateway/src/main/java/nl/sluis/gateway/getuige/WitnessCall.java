package nl.sluis.gateway.getuige;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.OpenedCheckpoint;

/// Calls one witness over HTTP (C2SP tlog-witness).
///
/// What goes over the line is public, and what comes back counts only with the signature of the
/// witness; so the line is HTTPS by the public web trust of this JVM, and no certificate is shown.
/// An answer is at most 64 KiB and comes in time, or there is none. May be shared between threads.
final class WitnessCall {
  /// How long an answer may take while nobody waits for it.
  static final Duration LONG = Duration.ofSeconds(5);

  /// How long it may take while a gateway starts, and acute danger may be waiting at its door.
  static final Duration SHORT = Duration.ofSeconds(2);

  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

  private final WitnessLine line;
  private final Duration patience;
  private final HttpClient http;

  WitnessCall(WitnessLine line, Duration patience) {
    this.line = line;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  WitnessLine line() {
    return line;
  }

  /// Shows it a checkpoint.
  ///
  /// @param old the size that it is thought to have signed last; 0 for none
  /// @param proof that the tree of that size is the start of this one
  /// @param note the checkpoint, signed by the log
  Heard show(long old, List<byte[]> proof, String note) {
    var body = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    body.append('\n').append(note);
    try {
      var answer =
          send(
              HttpRequest.newBuilder(URI.create(line.address() + "/add-checkpoint"))
                  .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
      return switch (answer.statusCode()) {
        case 200 ->
            Cosignature.find(Cosignature.text(note), text(answer), line.key())
                .<Heard>map(Heard.Signed::new)
                .orElseGet(() -> new Heard.Nothing("a signature that is not good"));
        case 409 -> other(text(answer));
        case 400, 403, 404, 422 -> new Heard.Refuses(answer.statusCode());
        default -> new Heard.Nothing("status " + answer.statusCode());
      };
    } catch (IOException e) {
      return new Heard.Nothing(e.getClass().getSimpleName());
    }
  }

  /// Tells it how the keys of the log follow from each other, so that it can go on with the next.
  ///
  /// @param statements of every key there ever was, oldest first
  /// @return whether it believes them; a witness of another make knows no such question
  boolean tell(List<String> statements) {
    var body = JsonNodeFactory.instance.objectNode();
    statements.forEach(body.putArray("verklaringen")::add);
    try {
      var answer =
          send(
              HttpRequest.newBuilder(URI.create(line.address() + "/add-key-history"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static Heard other(String body) {
    var size = SIZE.matcher(body);
    return size.matches()
        ? new Heard.Other(Long.parseLong(size.group(1)))
        : new Heard.Nothing("a 409 without a size");
  }

  /// Asks for the newest checkpoint that it signed of this log; empty when it never did.
  ///
  /// @throws IOException when there is no answer that can be believed
  Optional<Seen> newest(String origin) throws IOException {
    var address = URI.create(line.address() + "/" + hash(origin) + "/checkpoint");
    var answer = send(HttpRequest.newBuilder(address).GET());
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    var note = text(answer);
    var text = Cosignature.text(note);
    if (Cosignature.find(text, note.substring(text.length()), line.key()).isEmpty()) {
      throw new IOException("a checkpoint that it did not sign");
    }
    return Optional.of(
        OpenedCheckpoint.body(text, origin)
            .map(opened -> new Seen(opened.size(), opened.root()))
            .orElseThrow(() -> new IOException("a checkpoint of another log")));
  }

  /// How a witness is asked for a log: by the SHA-256 of its origin, in lower case.
  private static String hash(String origin) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    var call =
        http.sendAsync(
            request.timeout(patience).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      // The patience of a request ends with its headers; a body may trickle on.
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new IOException("none in time", e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("no connection", e);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
