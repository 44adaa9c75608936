package nl.sluis.gateway.diagnose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.JudgesServers;
import org.jspecify.annotations.Nullable;

/// Calls an address once, and names the one cause why that does not work (lessons 21 and 25).
///
/// Sends nothing but one question by HTTP, in which there is nothing about anybody. What the other
/// end shows is judged as the gateway judges it, and refused when it would be. One thread each.
public final class Probe {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 5_000;
  private static final int ALERT_MILLIS = 400;
  private static final int MOST = 64 << 10;
  private static final int HTTPS = 443;
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  /// Judges what the other end showed.
  @FunctionalInterface
  public interface Judge {
    /// @param chain its own certificate first
    /// @param type the kind of key, as JSSE names it
    /// @param socket the connection, which knows the name that was called
    /// @return what is wrong; empty when it is trusted
    Optional<Diagnose> judge(X509Certificate[] chain, String type, Socket socket);
  }

  /// What was seen.
  ///
  /// @param wrong the cause; empty when it works
  /// @param protocol the version of TLS; empty when there was no handshake
  /// @param suite the cipher suite; empty when there was no handshake
  /// @param chain what the other end showed
  /// @param status of its answer by HTTP; 0 when it gave none
  /// @param date what time it says it is
  /// @param body what it said
  public record Seen(
      Optional<Diagnose> wrong,
      String protocol,
      String suite,
      List<X509Certificate> chain,
      int status,
      Optional<Instant> date,
      String body) {
    /// Copies its list.
    public Seen {
      chain = List.copyOf(chain);
    }
  }

  private final URI address;
  private final Recorder recorder;
  private final SSLContext context;
  private final boolean byName;
  private boolean connected;
  private String protocol = "";
  private String suite = "";

  private Probe(URI address, Optional<ServerIdentity> shown, Judge judge, boolean byName) {
    this.address = address;
    this.recorder = new Recorder(judge);
    this.context =
        shown.isEmpty() ? anonymous(recorder) : OutgoingTls.stubborn(shown.get(), recorder);
    this.byName = byName;
  }

  private static SSLContext anonymous(TrustManager recorder) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], new TrustManager[] {recorder}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every JDK", e);
    }
  }

  /// Calls and asks this.
  ///
  /// @param shown what we show; empty for nothing
  /// @param judge trusts the other end or not
  /// @param byName whether the name in the certificate must be the one that was called
  /// @param path with its query
  public static Seen call(
      URI address, Optional<ServerIdentity> shown, Judge judge, boolean byName, String path) {
    return new Probe(address, shown, judge, byName).call(path);
  }

  private Seen call(String path) {
    try (var plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), port()), CONNECT_MILLIS);
      plain.setSoTimeout(READ_MILLIS);
      connected = true;
      var socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, address.getHost(), port(), true);
      try (socket) {
        var parameters = OutgoingTls.parameters();
        if (byName) {
          parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        protocol = socket.getSession().getProtocol();
        suite = socket.getSession().getCipherSuite();
        listen(socket);
        return ask(socket, path);
      }
    } catch (IOException e) {
      return seen(Optional.of(recorder.wrong().orElseGet(() -> cause(e))), 0, Optional.empty(), "");
    }
  }

  /// In TLS 1.3 a certificate is refused after the handshake; who writes first may never read why.
  private static void listen(SSLSocket socket) throws IOException {
    socket.setSoTimeout(ALERT_MILLIS);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new SocketException("closed without a word");
      }
    } catch (SocketTimeoutException _) {
      // Nobody objects.
    }
    socket.setSoTimeout(READ_MILLIS);
  }

  private Seen ask(SSLSocket socket, String path) throws IOException {
    var question =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(path, address.getHost());
    socket.getOutputStream().write(question.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    var in = socket.getInputStream();
    var read = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    var end = System.nanoTime() + Duration.ofMillis(2L * READ_MILLIS).toNanos();
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      read.write(buffer, 0, n);
      if (read.size() > MOST || System.nanoTime() - end > 0) {
        break;
      }
    }
    return answered(read.toString(StandardCharsets.UTF_8));
  }

  private Seen answered(String text) {
    if (!text.startsWith("HTTP/1.")) {
      return seen(
          Optional.of(new Diagnose.Unreachable(shown(), Why.BROKEN)), 0, Optional.empty(), "");
    }
    var answer = HttpAnswer.read(text);
    return seen(Optional.empty(), answer.status(), answer.date(), answer.body());
  }

  private Seen seen(Optional<Diagnose> wrong, int status, Optional<Instant> date, String body) {
    return new Seen(wrong, protocol, suite, recorder.chain, status, date, body);
  }

  private Diagnose cause(IOException e) {
    var alert = ALERT.matcher(String.valueOf(e.getMessage()));
    if (alert.find()) {
      var word = alert.group(1);
      return word.equals("protocol_version") || word.equals("handshake_failure")
          ? new Diagnose.NoTls(shown())
          : new Diagnose.TurnedAway(word);
    }
    return switch (e) {
      case UnknownHostException _ -> new Diagnose.Unreachable(shown(), Why.NAME);
      case SocketTimeoutException _ when connected && protocol.isEmpty() ->
          new Diagnose.NoTls(shown());
      case SocketTimeoutException _ -> new Diagnose.Unreachable(shown(), Why.SILENT);
      case NoRouteToHostException _ -> new Diagnose.Unreachable(shown(), Why.SILENT);
      case ConnectException _ -> new Diagnose.Unreachable(shown(), Why.REFUSED);
      case SSLException s when String.valueOf(s.getMessage()).contains("SSL message") ->
          new Diagnose.NoTls(shown());
      default -> new Diagnose.Unreachable(shown(), Why.BROKEN);
    };
  }

  private String shown() {
    return address.getHost() + ":" + port();
  }

  private int port() {
    return address.getPort() < 0 ? HTTPS : address.getPort();
  }

  /// Keeps what the other end showed, and lets the judge decide.
  private static final class Recorder extends JudgesServers {
    private final Judge judge;
    private List<X509Certificate> chain = List.of();
    private @Nullable Diagnose wrong;

    Recorder(Judge judge) {
      this.judge = judge;
    }

    Optional<Diagnose> wrong() {
      return Optional.ofNullable(wrong);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
        throws CertificateException {
      chain = List.of(shown);
      var found = judge.judge(shown, type, socket);
      if (found.isPresent()) {
        wrong = found.get();
        throw new CertificateException(found.get().code());
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type)
        throws CertificateException {
      throw new CertificateException("only on a connection");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("only on a connection");
    }
  }
}
