package nl.sluis.gateway.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A compact JWS (RFC 7515) read strictly: canonical base64url, few header members, no doubled
/// names.
///
/// Nothing in it is believed before [#verifyWith]; the algorithm follows from the registered key
/// and never from the header. Immutable; may be shared between threads.
public final class CompactJws {
  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
  private static final Set<String> CERTIFIED = Set.of("alg", "typ", "x5c");
  private static final int MAX_CHAIN = 4;
  private static final int MIN_RSA_BITS = 2048;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxStringLength(8192)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode header;
  private final ObjectNode payload;
  private final Base64URL headerPart;
  private final byte[] signed;
  private final Base64URL signature;

  private CompactJws(String[] parts, Set<String> allowed) throws JwsFault {
    this.header = object(parts[0]);
    this.payload = object(parts[1]);
    decode(parts[2]);
    this.headerPart = new Base64URL(parts[0]);
    this.signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    this.signature = new Base64URL(parts[2]);
    for (var names = header.fieldNames(); names.hasNext(); ) {
      if (!allowed.contains(names.next())) {
        throw new JwsFault("a header member other than " + new TreeSet<>(allowed));
      }
    }
  }

  /// Reads the three parts.
  ///
  /// @param maxLength longer text is not looked at
  public static CompactJws parse(String text, int maxLength) throws JwsFault {
    return parse(text, maxLength, HEADER);
  }

  /// Reads the three parts of a statement that carries the certificate of its signer (`x5c`)
  /// instead of the name of a key.
  ///
  /// @param maxLength longer text is not looked at
  public static CompactJws parseCertified(String text, int maxLength) throws JwsFault {
    return parse(text, maxLength, CERTIFIED);
  }

  private static CompactJws parse(String text, int maxLength, Set<String> allowed) throws JwsFault {
    if (text.length() > maxLength) {
      throw new JwsFault("longer than " + maxLength + " characters");
    }
    var parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new JwsFault("not three parts");
    }
    return new CompactJws(parts, allowed);
  }

  /// The name of the key in the header; empty when it has none.
  public String kid() {
    return header.path("kid").asText("");
  }

  /// The type in the header; empty when it has none.
  public String typ() {
    return header.path("typ").asText("");
  }

  /// The certificates in the header, that of the signer first (RFC 7515 4.1.6). MUST be checked
  /// before they are believed.
  public List<X509Certificate> chain() throws JwsFault {
    var list = header.path("x5c");
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_CHAIN) {
      throw new JwsFault("`x5c` is no list of 1 to " + MAX_CHAIN + " certificates");
    }
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var item : list) {
        var der = Base64.getDecoder().decode(item.asText());
        if (factory.generateCertificate(new ByteArrayInputStream(der))
            instanceof X509Certificate certificate) {
          chain.add(certificate);
        }
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw new JwsFault("`x5c` holds something else than certificates");
    }
    if (chain.size() != list.size()) {
      throw new JwsFault("`x5c` holds something else than certificates");
    }
    return List.copyOf(chain);
  }

  /// Checks the signature with the key of this certificate.
  public void verifyWith(X509Certificate certificate) throws JwsFault {
    try {
      verifyWith(
          switch (certificate.getPublicKey()) {
            case ECPublicKey ec ->
                new ECKey.Builder(Curve.P_256, ec).algorithm(JWSAlgorithm.ES256).build();
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= MIN_RSA_BITS ->
                new RSAKey.Builder(rsa).algorithm(JWSAlgorithm.PS256).build();
            default -> throw new JwsFault("the key of the certificate is of no kind we take");
          });
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new JwsFault("the key of the certificate is of no kind we take");
    }
  }

  /// What is stated. MUST NOT be acted on before [#verifyWith] returned.
  public ObjectNode payload() {
    return payload;
  }

  /// Checks the signature with this key, whose own algorithm must be the one in the header.
  public void verifyWith(JWK key) throws JwsFault {
    var algorithm = key.getAlgorithm();
    if (algorithm == null || !header.path("alg").asText("").equals(algorithm.getName())) {
      throw new JwsFault("`alg` is not the one of the registered key");
    }
    try {
      var parsed = JWSHeader.parse(headerPart);
      var holds =
          switch (key) {
            case ECKey ec when JWSAlgorithm.ES256.equals(algorithm) ->
                new ECDSAVerifier(ec.toPublicJWK()).verify(parsed, signed, signature);
            case RSAKey rsa when JWSAlgorithm.PS256.equals(algorithm) ->
                new RSASSAVerifier(rsa.toPublicJWK()).verify(parsed, signed, signature);
            default -> false;
          };
      if (!holds) {
        throw new JwsFault("the signature does not hold");
      }
    } catch (JOSEException | ParseException e) {
      throw new JwsFault("the signature cannot be checked");
    }
  }

  /// A claim that must be text.
  public String text(String claim) throws JwsFault {
    var value = payload.path(claim);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new JwsFault("`" + claim + "` is missing or no text");
    }
    return value.asText();
  }

  /// A claim that must be whole seconds.
  public long seconds(String claim) throws JwsFault {
    var value = payload.path(claim);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
      throw new JwsFault("`" + claim + "` is missing or no whole number");
    }
    return value.asLong();
  }

  private static ObjectNode object(String part) throws JwsFault {
    try {
      if (JSON.readTree(decode(part)) instanceof ObjectNode object) {
        return object;
      }
      throw new JwsFault("a part is no JSON object");
    } catch (IOException e) {
      throw new JwsFault("a part is no strict JSON");
    }
  }

  private static byte[] decode(String part) throws JwsFault {
    try {
      var bytes = Base64.getUrlDecoder().decode(part);
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        throw new JwsFault("a part is not canonical base64url");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new JwsFault("a part is not base64url");
    }
  }
}
