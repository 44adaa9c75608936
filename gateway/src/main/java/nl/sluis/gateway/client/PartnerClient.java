package nl.sluis.gateway.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// Talks to Sluis over mutual TLS as one holder of a certificate.
///
/// Messages that it sends may be of several parties, when mandates say so. May be shared between
/// threads; keeps its access token until shortly before it expires.
public final class PartnerClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration ASSERTION = Duration.ofSeconds(50);
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final String JSON_TYPE = "application/json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final HttpClient http;
  private final Oin client;
  private final Signer key;
  private final String issuer;
  private final SecureRandom random;
  private final InstantSource clock;
  private @Nullable Token token;

  private record Token(String value, Instant until) {}

  /// @param base where the partner port of Sluis is
  /// @param tls holds the client certificate and whom to trust
  /// @param client the OIN in that certificate
  /// @param key the private key registered for signing client assertions, with its `kid`
  /// @param issuer the name of Sluis' token endpoint, which an assertion is addressed to
  public PartnerClient(
      URI base,
      SSLContext tls,
      Oin client,
      JWK key,
      String issuer,
      SecureRandom random,
      InstantSource clock) {
    this.base = base;
    this.http = HttpClient.newBuilder().sslContext(tls).connectTimeout(PATIENCE).build();
    this.client = client;
    this.key = new Signer(key);
    this.issuer = issuer;
    this.random = random;
    this.clock = clock;
  }

  /// A valid access token, asked for when there is none (RFC 7523, RFC 8705).
  ///
  /// @throws IOException when Sluis gives none
  public synchronized String token() throws IOException, InterruptedException {
    var now = clock.instant();
    if (token == null || !now.isBefore(token.until())) {
      var answer = requestToken(assertion());
      var value = answer.body().path("access_token").textValue();
      if (!answer.isOk() || value == null) {
        throw new IOException("no access token: status " + answer.status());
      }
      var life = Duration.ofSeconds(answer.body().path("expires_in").asLong(60));
      token = new Token(value, now.plus(life).minus(MARGIN));
    }
    return token.value();
  }

  /// Forgets the access token, so that the next call asks for a new one.
  public synchronized void forgetToken() {
    token = null;
  }

  /// A fresh client assertion, good for one use within fifty seconds.
  public String assertion() {
    var id = new byte[16];
    random.nextBytes(id);
    long now = clock.instant().getEpochSecond();
    var header = JsonNodeFactory.instance.objectNode();
    header.put("alg", key.algorithm()).put("kid", key.kid()).put("typ", "JWT");
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", client.value()).put("sub", client.value()).put("aud", issuer);
    claims.put("jti", Base64Url.encode(id)).put("iat", now);
    claims.put("exp", now + ASSERTION.toSeconds());
    return key.sign(header, claims);
  }

  /// Asks for a token with this assertion, whatever comes of it.
  public Answer requestToken(String assertion) throws IOException, InterruptedException {
    var form =
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion);
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return call(
        request("/v1/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// Hands in a message.
  public Answer send(Sent message) throws IOException, InterruptedException {
    return send(message.text().getBytes(StandardCharsets.US_ASCII));
  }

  /// Hands in these bytes as a message.
  public Answer send(byte[] body) throws IOException, InterruptedException {
    return call(
        authorised("/v1/berichten")
            .header("Content-Type", "application/sd-jwt")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /// Hands in a report of acute danger, along the road that asks no token.
  public Answer sendAcute(Sent report) throws IOException, InterruptedException {
    return call(
        request("/v1/acute-meldingen")
            .header("Content-Type", "application/sd-jwt")
            .POST(BodyPublishers.ofString(report.text(), StandardCharsets.US_ASCII)));
  }

  /// Lists the parcels that wait for a party in this role.
  public Answer postbus(PartyRole party) throws IOException, InterruptedException {
    var path = "/v1/postbus?rol=" + party.role().code();
    // Only a supplier asks for another than itself.
    return get(party.oin().equals(client) ? path : path + "&namens=" + party.oin());
  }

  /// Takes a parcel; from here on it counts as disclosed.
  public Answer handOver(String id) throws IOException, InterruptedException {
    return post(
        "/v1/postbus/" + encode(id) + "/uitreikingen", JsonNodeFactory.instance.objectNode());
  }

  /// Confirms that a parcel arrived.
  public Answer acknowledge(String id) throws IOException, InterruptedException {
    return post(
        "/v1/postbus/" + encode(id) + "/bevestigingen", JsonNodeFactory.instance.objectNode());
  }

  /// Posts any JSON.
  public Answer post(String path, JsonNode json) throws IOException, InterruptedException {
    return post(path, JSON_TYPE, json.toString());
  }

  /// Posts any text, such as a JWS.
  public Answer post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return call(
        authorised(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  /// Asks for any page.
  public Answer get(String path) throws IOException, InterruptedException {
    return call(authorised(path).GET());
  }

  /// Asks for a file, such as a form to print.
  ///
  /// @return the bytes as they came, or what Sluis said instead of them
  public HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
    var request = authorised(path).setHeader("Accept", "application/pdf, application/problem+json");
    return http.send(request.GET().build(), BodyHandlers.ofByteArray());
  }

  /// The binding keys of Sluis, which follow what it publishes.
  public SluisKeys keys() {
    return new SluisKeys(this::publishedKeys, clock);
  }

  private String publishedKeys() throws IOException {
    try {
      var answer = call(request("/v1/sleutels").GET());
      if (!answer.isOk()) {
        throw new IOException("status " + answer.status());
      }
      return answer.body().toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest.Builder authorised(String path) throws IOException, InterruptedException {
    return request(path).header("Authorization", "Bearer " + token());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", JSON_TYPE + ", application/problem+json")
        .header(Trace.HEADER, Trace.current().header());
  }

  private Answer call(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    var headers =
        response.headers().map().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                    header -> header.getValue().getFirst(),
                    (first, second) -> first));
    return new Answer(response.statusCode(), json(response.body()), headers);
  }

  private static JsonNode json(byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Ends the connections.
  @Override
  public void close() {
    http.close();
  }
}
