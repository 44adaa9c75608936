package nl.sluis.gateway.aflevering;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.peer.PeerFault;
import org.jspecify.annotations.Nullable;

/// The open line to the door of one receiver, on which one parcel goes.
///
/// It is opened before anything is decided: who does not answer, or shows a certificate of somebody
/// else, is handed nothing, and nothing is recorded as handed over. It is a line of its own and not
/// kept, so that one receiver never waits for another and a new certificate counts at once. Of an
/// answer no more is read than [AnswerReader] does. Used by one thread; every step has an end.
final class Line implements AutoCloseable {
  private static final int HTTPS = 443;

  private final Socket plain;
  private final SSLSocket tls;
  private final URI address;
  private final CountDownLatch done;

  /// How long each step may take.
  ///
  /// @param connecting until the line is there
  /// @param shaking until both know who the other is
  /// @param whole from the first moment to the answer, the deciding in between included
  record Times(Duration connecting, Duration shaking, Duration whole) {
    /// What is usual.
    static final Times STANDARD =
        new Times(Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(20));
  }

  /// What the receiver said.
  ///
  /// @param status the HTTP status
  /// @param patience how long it asks to wait before the next time
  /// @param receipt what it signed of it, unread; empty when it signed nothing
  record Said(int status, Optional<Duration> patience, Optional<String> receipt) {}

  private Line(Socket plain, SSLSocket tls, URI address, CountDownLatch done) {
    this.plain = plain;
    this.tls = tls;
    this.address = address;
    this.done = done;
  }

  /// Goes to the door and finds out who is there.
  ///
  /// @param context shows the certificate of Sluis and trusts nobody but this receiver
  /// @throws LineFault when nobody is there, or somebody else is
  static Line open(URI address, SSLContext context, Times times) throws LineFault {
    var plain = new Socket();
    // A receiver that takes a byte a minute keeps no line: what is not done by then is cut.
    var done = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> cutAfter(times.whole(), done, plain));
    try {
      var port = address.getPort() < 0 ? HTTPS : address.getPort();
      plain.connect(
          new InetSocketAddress(address.getHost(), port), (int) times.connecting().toMillis());
      plain.setSoTimeout((int) times.shaking().toMillis());
      var tls =
          (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHost(), port, true);
      tls.setSSLParameters(OutgoingTls.parameters());
      tls.startHandshake();
      plain.setSoTimeout((int) times.whole().toMillis());
      return new Line(plain, tls, address, done);
    } catch (IOException | IllegalArgumentException e) {
      done.countDown();
      close(plain);
      throw new LineFault(word(e), e);
    }
  }

  private static void cutAfter(Duration time, CountDownLatch done, Socket socket) {
    try {
      if (!done.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        close(socket);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String word(Exception fault) {
    var otherwise =
        switch (fault) {
          case SocketTimeoutException _ -> "geen-antwoord";
          case SSLException _ -> "tls-mislukt";
          default -> "geen-verbinding";
        };
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof PeerFault peer) {
        return peer.code();
      }
      if (cause instanceof CertificateException) {
        otherwise = "certificaat-van-een-ander";
      }
    }
    return otherwise;
  }

  /// Sends this, and hears what the receiver says of it.
  ///
  /// @param fields more header fields, all of Sluis itself
  /// @throws LineFault when it says nothing, too late, or something that is not HTTP
  Said post(byte[] body, Map<String, String> fields) throws LineFault {
    try {
      var out = tls.getOutputStream();
      out.write(head(body.length, fields).getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return new AnswerReader(tls.getInputStream()).read();
    } catch (IOException e) {
      throw new LineFault("geen-antwoord", e);
    }
  }

  private String head(int length, Map<String, String> fields) {
    var path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    var head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.getRawAuthority()).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    head.append("Connection: close\r\n");
    fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // A line that breaks while it is closed is closed.
    }
  }

  /// Lets go of the line, whatever the other end still does.
  @Override
  public void close() {
    // First a word that it is over; who does not read that is cut like whoever is slow.
    close(tls);
    done.countDown();
    close(plain);
  }
}
