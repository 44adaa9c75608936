package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// From now on a party shows another access token at the door: a new one, an old one, or one that
/// is forged.
///
/// A forged token starts from a real one of this party and this certificate, so that exactly one
/// thing is wrong with it; where a forger could not sign it, we do, with the key of the gateway.
///
/// @param party whose
/// @param becomes what it shows, in the word of the scenario
record ShowTokenAction(String party, String becomes) implements Action {
  private static final int LIFE_SECONDS = 600;
  private static final String NEW = "nieuw";
  private static final String KEPT = "bewaard";
  private static final Map<String, Forgery> FORGERIES = new LinkedHashMap<>();

  static {
    FORGERIES.put("verlopen", changed((_, claims) -> shift(claims, -LIFE_SECONDS)));
    FORGERIES.put("klok-loopt-voor", changed((_, claims) -> shift(claims, 2 * LIFE_SECONDS)));
    FORGERIES.put(
        "te-lang-geldig",
        changed((_, claims) -> claims.put("exp", claims.path("iat").asLong() + 86_400)));
    FORGERIES.put(
        "verkeerde-aud", changed((_, claims) -> claims.put("aud", "https://elders.example")));
    FORGERIES.put(
        "verkeerde-iss", changed((_, claims) -> claims.put("iss", "https://elders.example")));
    FORGERIES.put("verkeerde-typ", changed((header, _) -> header.put("typ", "JWT")));
    FORGERIES.put("onbekende-sleutel", changed((header, _) -> header.put("kid", "bestaat-niet")));
    FORGERIES.put("alg-none", ShowTokenAction::unsigned);
    FORGERIES.put("hs256", ShowTokenAction::macWithPublicKey);
    FORGERIES.put("kapotte-handtekening", (token, _, _) -> spoiled(token));
    FORGERIES.put("andere-sleutel", (token, _, own) -> token.signed(own));
  }

  static final ActionKind KIND =
      ActionKind.ofBlock(
          "token",
          (fields, names) -> {
            var words = new LinkedHashMap<String, String>();
            words.put(NEW, NEW);
            words.put(KEPT, KEPT);
            FORGERIES.keySet().forEach(word -> words.put(word, word));
            return new ShowTokenAction(
                names.party(fields.need("van")), Fields.oneOf(fields.need("wordt"), words));
          });

  /// Makes a wrong token of a good one.
  @FunctionalInterface
  private interface Forgery {
    /// @param token the good one
    /// @param gateway the key with which the gateway signs tokens
    /// @param own the signing key of the party itself
    String of(Parts token, ECKey gateway, ECKey own);
  }

  /// Changes header and claims before they are signed.
  @FunctionalInterface
  private interface Change {
    void make(ObjectNode header, ObjectNode claims);
  }

  /// A token taken apart. Nothing else has the JSON, which is changed in place.
  private record Parts(ObjectNode header, ObjectNode claims, String signature) {
    static Parts of(String token) {
      var parts = token.split("\\.", -1);
      return new Parts(json(parts[0]), json(parts[1]), parts[2]);
    }

    String input() {
      return encoded(header.toString()) + "." + encoded(claims.toString());
    }

    String signed(ECKey key) {
      try {
        return input() + "." + es256(input(), key.toECPrivateKey());
      } catch (JOSEException e) {
        throw new IllegalStateException("a key of our own has a private half", e);
      }
    }
  }

  /// The words that can stand after `wordt`, for the manual.
  static java.util.Set<String> words() {
    return FORGERIES.keySet();
  }

  @Override
  public String told() {
    return "het token van %s is voortaan: %s".formatted(party, becomes);
  }

  @Override
  public Observed play(Scene scene) {
    var partner = scene.partner(party);
    if (becomes.equals(KEPT)) {
      partner.keepToken();
      return Observed.told();
    }
    partner.freshToken();
    if (becomes.equals(NEW)) {
      return Observed.told();
    }
    var real = partner.token();
    if (real.isEmpty()) {
      return Observed.told("er is geen token om na te maken").with("verbinding", "geweigerd");
    }
    var forgery = Objects.requireNonNull(FORGERIES.get(becomes));
    var ours = scene.gateway().ownKeys().token().current();
    var forged = forgery.of(Parts.of(real), ours, partner.signingKey());
    partner.showToken(forged);
    return Observed.told();
  }

  private static Forgery changed(Change change) {
    return (token, gateway, _) -> {
      change.make(token.header(), token.claims());
      return token.signed(gateway);
    };
  }

  private static void shift(ObjectNode claims, int seconds) {
    claims.put("iat", claims.path("iat").asLong() + seconds);
    claims.put("exp", claims.path("exp").asLong() + seconds);
  }

  private static String unsigned(Parts token, ECKey gateway, ECKey own) {
    token.header().put("alg", "none");
    return token.input() + ".";
  }

  /// The public key is public: whoever takes it for a shared secret lets anybody sign.
  private static String macWithPublicKey(Parts token, ECKey gateway, ECKey own) {
    token.header().put("alg", "HS256");
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(gateway.toECPublicKey().getEncoded(), "HmacSHA256"));
      return token.input() + "." + encoded(mac.doFinal(ascii(token.input())));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }

  private static String spoiled(Parts token) {
    char other = token.signature().charAt(0) == 'A' ? 'B' : 'A';
    return token.input() + "." + other + token.signature().substring(1);
  }

  private static String es256(String input, PrivateKey key) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(ascii(input));
      return encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ES256 is part of every JDK", e);
    }
  }

  private static ObjectNode json(String part) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      return new ObjectMapper().readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway gave a token that is none", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
