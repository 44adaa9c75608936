package nl.sluis.gateway.tijdstempel;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.tijdstempel.StampFault.Reason;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/// Asks an authority for timestamps over HTTP (RFC 3161, 3.4), within ten seconds or not at all.
///
/// Only a hash goes out. May be shared between threads.
public final class TimestampAuthority {
  private static final int NONCE_BITS = 64;
  private static final int MOST = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final StampLine line;
  private final SecureRandom random;
  private final HttpClient client;

  /// @param line which authority
  public TimestampAuthority(StampLine line, SecureRandom random) {
    this.line = line;
    this.random = random;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// A timestamp over these bytes, checked in full.
  ///
  /// @param now the time of Sluis, from which that of the authority may differ five minutes
  public Stamp stamp(byte[] data, Instant now) throws StampFault {
    var request = request(data);
    var response = ask(request);
    try {
      response.validate(request);
    } catch (TSPValidationException e) {
      throw new StampFault(
          response.getTimeStampToken() == null ? Reason.REFUSED : Reason.OTHER_QUESTION, e);
    } catch (TSPException e) {
      throw new StampFault(Reason.NOT_SIGNED, e);
    }
    var stamp = new StampCheck(trust(), line.policy()).fresh(response, data);
    if (Duration.between(stamp.at(), now).abs().compareTo(SKEW) > 0) {
      throw new StampFault(Reason.OTHER_TIME);
    }
    return stamp;
  }

  /// Read anew each time, so that new issuers and lists count at once.
  private StampTrust trust() throws StampFault {
    try {
      return StampTrust.read(line);
    } catch (IOException | IllegalStateException e) {
      throw new StampFault(Reason.NOT_TRUSTED, e);
    }
  }

  private TimeStampRequest request(byte[] data) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    line.policy().ifPresent(policy -> generator.setReqPolicy(new ASN1ObjectIdentifier(policy)));
    return generator.generate(
        TSPAlgorithms.SHA256, StampCheck.sha256(data), new BigInteger(NONCE_BITS, random));
  }

  private TimeStampResponse ask(TimeStampRequest question) throws StampFault {
    try {
      var post =
          HttpRequest.newBuilder(line.address())
              .timeout(WHOLE)
              .header("Content-Type", "application/timestamp-query")
              .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
              .build();
      var underway =
          client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
      HttpResponse<byte[]> answer;
      try {
        answer = underway.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        underway.cancel(true);
      }
      var type = answer.headers().firstValue("Content-Type").orElse("");
      if (answer.statusCode() != 200 || !"application/timestamp-reply".equals(type)) {
        throw new StampFault(Reason.NO_ANSWER);
      }
      return new TimeStampResponse(answer.body());
    } catch (IOException | TSPException | ExecutionException | TimeoutException e) {
      throw new StampFault(Reason.NO_ANSWER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StampFault(Reason.NO_ANSWER, e);
    }
  }
}
