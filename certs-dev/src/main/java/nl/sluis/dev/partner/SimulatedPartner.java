package nl.sluis.dev.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;

/// An invented organisation with its certificate and keys, which talks to a real gateway.
///
/// Sends what it is told to, right or wrong, and never throws because of an answer. Used by one
/// thread.
public final class SimulatedPartner implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Oin oin;
  private final String name;
  private final PartnerKeys keys;
  private final DevCertificate certificate;
  private final Supplier<Doorway> doorway;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Consumer<String> calls;
  private final Witness witness;
  private Wire wire;
  private String token = "";
  private boolean keepsToken;

  /// @param identity who it is, with the certificate it shows
  /// @param signingKey signs its messages and client assertions, with a `kid`
  /// @param encryptionKey opens what is sealed for it, with a `kid`
  /// @param doorway where the gateway is now
  /// @param calls hears every call that is made, such as `GET /v1/postbus`
  /// @param witness sees what goes by
  public SimulatedPartner(
      DevPartner identity,
      ECKey signingKey,
      ECKey encryptionKey,
      Supplier<Doorway> doorway,
      InstantSource clock,
      SecureRandom random,
      Consumer<String> calls,
      Witness witness) {
    this.oin = identity.oin();
    this.name = identity.name();
    this.keys = new PartnerKeys(signingKey, encryptionKey, random);
    this.certificate = identity.identity();
    this.doorway = doorway;
    this.clock = clock;
    this.random = random;
    this.calls = calls;
    this.witness = witness;
    this.wire = new Wire(identity.sslContext(), witness);
  }

  /// Its number.
  public Oin oin() {
    return oin;
  }

  /// Its name.
  public String name() {
    return name;
  }

  /// The private key with which it signs.
  public ECKey signingKey() {
    return keys.signing();
  }

  /// The private key for which others seal now.
  public ECKey encryptionKey() {
    return keys.encryption().getLast();
  }

  /// A new private key for which others seal from now on; what was sealed before still opens.
  public ECKey newEncryptionKey() {
    return keys.addEncryption();
  }

  /// Shows this at the door from now on, and forgets its access token.
  public void show(SSLContext context) {
    wire.close();
    wire = new Wire(context, witness);
    freshToken();
  }

  /// Forgets its access token, unless it was told to keep the one it has.
  public void forgetToken() {
    if (!keepsToken) {
      token = "";
    }
  }

  /// Asks for a new access token when it next needs one.
  public void freshToken() {
    token = "";
    keepsToken = false;
  }

  /// Keeps the access token it has, also when that is over.
  public void keepToken() {
    token();
    keepsToken = true;
  }

  /// Shows this instead of an access token from now on, right or wrong.
  public void showToken(String shown) {
    token = shown;
    keepsToken = true;
  }

  /// Makes its messages.
  public MessageBuilder messages() {
    var door = doorway.get();
    return new MessageBuilder(
        oin, keys.signing(), door.sluis(), door.bindingKeys().getFirst(), random, clock);
  }

  /// Opens what it receives.
  public Opener opener(SenderKeys senders) {
    var door = doorway.get();
    return new Opener(oin, keys.encryption(), door.sluis(), door.bindingKeys(), senders, clock);
  }

  /// Its access token; asks for one when it has none, and is empty when it gets none.
  public String token() {
    if (token.isEmpty()) {
      var answer = requestToken(assertion());
      token = accessToken(answer.body());
    }
    return token;
  }

  /// A fresh client assertion (RFC 7523), good for fifty seconds.
  public String assertion() {
    return assertion(doorway.get().issuer(), 50, "");
  }

  /// A client assertion for this audience and term, with this number or a fresh one.
  public String assertion(String audience, int seconds, String jti) {
    return keys.assertion(oin, audience, clock.instant(), seconds, jti);
  }

  /// A JWS over this JSON with its signing key, such as a mandate.
  public String signed(String type, String json) {
    return keys.signed(type, json);
  }

  /// The private key of somebody who works there and signs as nobody else.
  public ECKey ownKey(String person) {
    return keys.own(person);
  }

  /// A JWS over this JSON with the own key of somebody who works there.
  public String signedBy(String person, String type, String json) {
    return PartnerKeys.signed(keys.own(person), type, json);
  }

  /// A JWS over this JSON with the key of its certificate, such as a signature under a convenant.
  public String certified(String type, String json) {
    return PartnerKeys.certified(certificate, type, json);
  }

  /// A number that was never used before.
  public String fresh() {
    return keys.fresh();
  }

  /// Asks for a token with this assertion.
  public Answer requestToken(String assertion) {
    var body =
        "grant_type=client_credentials&client_assertion_type="
            + URLEncoder.encode(ASSERTION_TYPE, StandardCharsets.UTF_8)
            + "&client_assertion="
            + URLEncoder.encode(assertion, StandardCharsets.UTF_8);
    return call(
        "POST", "/v1/token", Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  private static String accessToken(String json) {
    try {
      return JSON.readTree(json).path("access_token").asText("");
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  /// Hands in a message with this access token.
  public Answer sendMessage(String message, String accessToken) {
    var headers = new HashMap<>(authorised(accessToken));
    headers.put("Content-Type", "application/sd-jwt");
    return call("POST", "/v1/berichten", headers, message);
  }

  /// Hands in a message by the road for acute danger, which asks no token.
  public Answer sendUrgently(String message) {
    return call(
        "POST", "/v1/acute-meldingen", Map.of("Content-Type", "application/sd-jwt"), message);
  }

  /// Posts JSON with its own access token.
  public Answer postJson(String path, String json) {
    return post(path, "application/json", json);
  }

  /// Posts any text with its own access token.
  public Answer post(String path, String contentType, String body) {
    var headers = new HashMap<>(authorised(token()));
    headers.put("Content-Type", contentType);
    return call("POST", path, headers, body);
  }

  /// Asks for a page with its own access token.
  public Answer get(String path) {
    return call("GET", path, authorised(token()), "");
  }

  /// Sends exactly this.
  public Answer call(String method, String path, Map<String, String> headers, String body) {
    return call(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends exactly these bytes.
  public Answer call(String method, String path, Map<String, String> headers, byte[] body) {
    calls.accept(method + " " + path);
    return wire.send(method, doorway.get().partners().resolve(path), headers, body);
  }

  /// Sends exactly this to the port for browsers.
  public Answer browse(String method, String path, Map<String, String> headers, byte[] body) {
    calls.accept(method + " " + path);
    return wire.send(method, doorway.get().people().resolve(path), headers, body);
  }

  private static Map<String, String> authorised(String token) {
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    wire.close();
  }
}
