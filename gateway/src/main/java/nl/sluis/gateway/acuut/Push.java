package nl.sluis.gateway.acuut;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;

/// Brings a report to the door of its receiver, by mutual TLS.
///
/// The server at the other end MUST show a certificate with the receiver's own number: an address
/// in a file is not proof of who answers. A connection is made for each delivery and not kept, so
/// that one receiver never waits for another and a new certificate of ours counts at once. May be
/// shared between threads; blocks for at most eight seconds.
public final class Push {
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(5);

  private final Function<Oin, SSLContext> lines;
  private final PartnerRegister partners;
  private final Function<UUID, Optional<String>> notes;

  /// @param lines how each receiver is called: with the certificate of Sluis, and trusting nobody
  ///   but that receiver; see [ReceiverTrust]
  /// @param partners know where they can be reached
  /// @param notes the note for another region that goes along with the report of an exchange
  public Push(
      Function<Oin, SSLContext> lines,
      PartnerRegister partners,
      Function<UUID, Optional<String>> notes) {
    this.lines = lines;
    this.partners = partners;
    this.notes = notes;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// The receiver's system took it, or had it already.
    record Arrived() implements Outcome {}

    /// It did not; trying again is safe, for the receiver knows a report by its signer and number.
    ///
    /// @param why a word without personal data
    record Failed(String why) implements Outcome {}
  }

  /// Does it have an address? Without one nothing is handed over for nothing.
  public boolean reaches(Oin receiver) {
    return partners.partner(receiver).flatMap(Partner::pushEndpoint).isPresent();
  }

  /// Delivers once.
  ///
  /// @param message the sender's SD-JWT, minimised, with Sluis' key binding
  public Outcome deliver(Oin receiver, UUID transaction, String message) {
    return deliver(receiver, transaction, message, Trace.current().fsc(), Optional.empty());
  }

  /// Delivers a report that stands in the logbook, with the note that it must be handed over to
  /// another region, if it must.
  ///
  /// @param message the sender's SD-JWT, minimised, with Sluis' key binding
  public Outcome deliver(Report report, String message) {
    var transaction = report.transaction();
    var number = report.crossed().map(UUID::toString).or(() -> Trace.current().fsc());
    return deliver(report.to().oin(), transaction, message, number, notes.apply(transaction));
  }

  private Outcome deliver(
      Oin receiver,
      UUID transaction,
      String message,
      Optional<String> number,
      Optional<String> handover) {
    var address = partners.partner(receiver).flatMap(Partner::pushEndpoint);
    if (address.isEmpty()) {
      return new Outcome.Failed("geen-adres");
    }
    var request =
        HttpRequest.newBuilder(address.get())
            .timeout(ANSWERING)
            .header("Content-Type", "application/sd-jwt")
            .header(Trace.HEADER, Trace.current().header())
            .header("Sluis-Transactie", transaction.toString())
            .POST(BodyPublishers.ofString(message, StandardCharsets.US_ASCII));
    // The number under which its sender sent it (FSC Logging, Outway).
    number.ifPresent(one -> request.header(Trace.FSC_HEADER, one));
    handover.ifPresent(note -> request.header("Sluis-Overdracht", note));
    try (var client = client(receiver)) {
      var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Outcome.Arrived() : new Outcome.Failed("status-" + status);
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Failed(e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("onderbroken");
    }
  }

  private HttpClient client(Oin receiver) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(lines.apply(receiver))
        .connectTimeout(CONNECTING)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
