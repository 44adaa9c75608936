package nl.sluis.dev.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
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
  private final ECKey signingKey;
  private final List<ECKey> encryptionKeys = new ArrayList<>();
  private final Supplier<Doorway> doorway;
  private final InstantSource clock;
  private final SecureRandom random;
  private Wire wire;
  private String token = "";

  /// @param identity who it is, with the certificate it shows
  /// @param signingKey signs its messages and client assertions, with a `kid`
  /// @param encryptionKey opens what is sealed for it, with a `kid`
  /// @param doorway where the gateway is now
  public SimulatedPartner(
      DevPartner identity,
      ECKey signingKey,
      ECKey encryptionKey,
      Supplier<Doorway> doorway,
      InstantSource clock,
      SecureRandom random) {
    this.oin = identity.oin();
    this.name = identity.name();
    this.signingKey = signingKey;
    this.encryptionKeys.add(encryptionKey);
    this.doorway = doorway;
    this.clock = clock;
    this.random = random;
    this.wire = new Wire(identity.sslContext());
  }

  /// A fresh private key on P-256 with this identifier, for this algorithm.
  public static ECKey newKey(String kid, Algorithm alg) {
    try {
      var use = alg.equals(JWSAlgorithm.ES256) ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION;
      return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).algorithm(alg).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
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
    return signingKey;
  }

  /// The private key for which others seal now.
  public ECKey encryptionKey() {
    return encryptionKeys.getLast();
  }

  /// A new private key for which others seal from now on; what was sealed before still opens.
  public ECKey newEncryptionKey() {
    var kid = "enc-" + (encryptionKeys.size() + 1) + "-" + fresh();
    encryptionKeys.add(newKey(kid, JWEAlgorithm.ECDH_ES_A256KW));
    return encryptionKeys.getLast();
  }

  /// Shows this at the door from now on, and forgets its access token.
  public void show(SSLContext context) {
    wire.close();
    wire = new Wire(context);
    token = "";
  }

  /// Forgets its access token.
  public void forgetToken() {
    token = "";
  }

  /// Makes its messages.
  public MessageBuilder messages() {
    var door = doorway.get();
    return new MessageBuilder(
        oin, signingKey, door.sluis(), door.bindingKeys().getFirst(), random, clock);
  }

  /// Opens what it receives.
  public Opener opener(SenderKeys senders) {
    var door = doorway.get();
    return new Opener(oin, encryptionKeys, door.sluis(), door.bindingKeys(), senders, clock);
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
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(oin.value())
            .subject(oin.value())
            .audience(audience)
            .jwtID(jti.isEmpty() ? fresh() : jti)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(seconds)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(signingKey.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(signingKey));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
    return jwt.serialize();
  }

  /// A JWS over this JSON with its signing key, such as a mandate.
  public String signed(String type, String json) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(signingKey.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    var jws = new JWSObject(header, new Payload(json));
    try {
      jws.sign(new ECDSASigner(signingKey));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
    return jws.serialize();
  }

  /// A number that was never used before.
  public String fresh() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
    return wire.send(
        method,
        doorway.get().partners().resolve(path),
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends exactly this to the port for browsers.
  public Answer browse(String path) {
    return wire.send("GET", doorway.get().people().resolve(path), Map.of(), new byte[0]);
  }

  private static Map<String, String> authorised(String token) {
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    wire.close();
  }
}
