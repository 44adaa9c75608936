package nl.sluis.dev.rig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.sluis.dev.partner.DevSite;

/// A partner's system that keeps many connections with mutual TLS open to one gateway.
///
/// May be shared between threads.
public final class Caller implements AutoCloseable {
  private static final String ASSERTION =
      "grant_type=client_credentials&client_assertion_type="
          + URLEncoder.encode(
              "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
          + "&client_assertion=";
  private static final long PATIENCE_MILLIS = 30_000;

  private final Rig rig;
  private final DevSite.Identity identity;
  private final int port;
  private final HttpClientAgent client;
  private volatile String token = "";

  /// @param connections how many at most
  public Caller(Rig rig, DevSite.Identity identity, int port, int connections) {
    this.rig = rig;
    this.identity = identity;
    this.port = port;
    var own = identity.partner().identity();
    var tls = new ClientSSLOptions();
    tls.setKeyCertOptions(
        new PemKeyCertOptions()
            .addCertPath(own.chainFile().toString())
            .addKeyPath(own.keyFile().toString()));
    tls.setTrustOptions(
        new PemTrustOptions().addCertPath(rig.site().authority().trustFile().toString()));
    tls.setHostnameVerificationAlgorithm("HTTPS");
    var builder =
        rig.vertx()
            .httpClientBuilder()
            .with(
                new HttpClientConfig()
                    .setVersions(HttpVersion.HTTP_1_1)
                    .setSsl(true)
                    .setConnectTimeout(Duration.ofSeconds(10)))
            .with(tls)
            .with(new PoolOptions().setHttp1MaxSize(connections));
    if (OpenSSLEngineOptions.isAvailable()) {
      builder.with(new OpenSSLEngineOptions());
    }
    this.client = builder.build();
  }

  /// Asks for an access token, which goes with every later call.
  public void authenticate() {
    var seen =
        post("/v1/token", "application/x-www-form-urlencoded", bytes(ASSERTION + assertion()))
            .join();
    if (seen.status() != 200) {
      throw new IllegalStateException("no token: " + seen.status() + " " + seen.body());
    }
    token = seen.text("access_token");
  }

  /// The access token that goes with its calls; empty before it has one.
  public String token() {
    return token;
  }

  private String assertion() {
    var now = rig.site().clock().instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(identity.partner().oin().value())
            .subject(identity.partner().oin().value())
            .audience(rig.issuer())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(50)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(identity.signing().getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(identity.signing()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
    return jwt.serialize();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Hands in a message.
  public CompletableFuture<Seen> send(byte[] message) {
    return post("/v1/berichten", "application/sd-jwt", message);
  }

  /// Hands in JSON.
  public CompletableFuture<Seen> file(String path, String json) {
    return post(path, "application/json", bytes(json));
  }

  /// Asks to do something that needs no words.
  public CompletableFuture<Seen> act(String path) {
    return call(HttpMethod.POST, path, "", new byte[0]);
  }

  /// Looks something up.
  public CompletableFuture<Seen> get(String path) {
    return call(HttpMethod.GET, path, "", new byte[0]);
  }

  /// Posts bytes; a broken line is an answer with status 0.
  public CompletableFuture<Seen> post(String path, String contentType, byte[] body) {
    return call(HttpMethod.POST, path, contentType, body);
  }

  /// Hands in a message, and keeps everything of the answer.
  public CompletableFuture<Heard> hear(byte[] message) {
    return whole(HttpMethod.POST, "/v1/berichten", "application/sd-jwt", message);
  }

  private CompletableFuture<Seen> call(
      HttpMethod method, String path, String contentType, byte[] body) {
    return whole(method, path, contentType, body)
        .thenApply(heard -> new Seen(heard.status(), heard.body()));
  }

  private CompletableFuture<Heard> whole(
      HttpMethod method, String path, String contentType, byte[] body) {
    var options =
        new RequestOptions()
            .setMethod(method)
            .setHost("localhost")
            .setPort(port)
            .setURI(path)
            .setTimeout(PATIENCE_MILLIS);
    if (!contentType.isEmpty()) {
      options.putHeader("Content-Type", contentType);
    }
    if (!token.isEmpty()) {
      options.putHeader("Authorization", "Bearer " + token);
    }
    var answer = new CompletableFuture<Heard>();
    client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        text ->
                            new Heard(
                                response.statusCode(),
                                List.copyOf(response.headers().entries()),
                                text.toString(StandardCharsets.UTF_8))))
        .onComplete(
            done ->
                answer.complete(
                    done.succeeded()
                        ? done.result()
                        : new Heard(0, List.of(), String.valueOf(done.cause().getMessage()))));
    return answer;
  }

  @Override
  public void close() {
    var _ = client.close();
  }
}
