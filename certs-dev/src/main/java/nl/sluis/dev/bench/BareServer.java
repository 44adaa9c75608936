package nl.sluis.dev.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.edge.PartnerListener;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerTrust;
import nl.sluis.gateway.peer.TrustAnchors;

/// The least that any such gateway must do, as a yardstick: the same TLS, one signature, one row.
///
/// `/echo` returns the body. `/verify` verifies its ES256 signature and returns it once a row is
/// durable, one commit for whatever waits.
public final class BareServer {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Vertx vertx;
  private final JWSVerifier signatures;
  private final GroupWriter writer;

  private BareServer(Vertx vertx, JWSVerifier signatures, GroupWriter writer) {
    this.vertx = vertx;
    this.signatures = signatures;
    this.writer = writer;
  }

  /// @param args port, chain, key, trust, the two lists, the file of the sender's public key, and
  ///   the address of the database
  public static void main(String[] args) throws Exception {
    CryptoProvider.install();
    var clock = InstantSource.system();
    var anchors = TrustAnchors.read(Path.of(args[3]));
    var lists = new CrlStore(List.of(Path.of(args[4]), Path.of(args[5])), anchors, clock);
    lists.reload();
    var trust = new PeerTrust(new PeerCheck(anchors, lists), anchors, clock);
    var identity = ServerIdentity.read(Path.of(args[1]), Path.of(args[2]), clock.instant());
    var vertx = Vertx.vertx();
    var verifier = new ECDSAVerifier(ECKey.parse(Files.readString(Path.of(args[6]))));
    var server = new BareServer(vertx, verifier, GroupWriter.start(args[7]));
    var config =
        new HttpServerConfig()
            .setVersions(HttpVersion.HTTP_1_1)
            .setTcpHost("localhost")
            .setTcpPort(Integer.parseInt(args[0]));
    config.getTcpConfig().setSsl(true);
    var _ =
        vertx
            .httpServerBuilder()
            .with(config)
            .with(PartnerListener.tls(identity, Limits.STANDARD, trust))
            .with(
                OpenSSLEngineOptions.isAvailable()
                    ? new OpenSSLEngineOptions()
                    : new JdkSSLEngineOptions())
            .build()
            .requestHandler(server::answer)
            .listen()
            .await(30, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    var _ =
        request
            .body()
            .onSuccess(
                body -> {
                  if ("/echo".equals(request.path())) {
                    var _ = request.response().end(body);
                  } else {
                    verify(request, body);
                  }
                });
  }

  private void verify(HttpServerRequest request, Buffer body) {
    var context = vertx.getOrCreateContext();
    threads.execute(
        () -> {
          var ok = isSigned(body.getBytes()) && writer.write(body.getBytes(0, 1_200)).join();
          context.runOnContext(
              _ -> {
                var _ = request.response().setStatusCode(ok ? 200 : 400).end(body);
              });
        });
  }

  private boolean isSigned(byte[] message) {
    var text = new String(message, StandardCharsets.US_ASCII);
    try {
      return JWSObject.parse(text.substring(0, text.indexOf('~'))).verify(signatures);
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }
}
