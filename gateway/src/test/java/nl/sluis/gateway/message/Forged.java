package nl.sluis.gateway.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// A message written by hand, byte by byte, by somebody who holds the school's real key.
///
/// Starts out in order; each test breaks one thing.
final class Forged {
  static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
  static final String JTI = "bericht-0123456789-abc";

  private final Partners partners;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> claims = new LinkedHashMap<>();
  private final List<String> disclosures = new ArrayList<>();
  private String header =
      "{\"alg\":\"ES256\",\"kid\":\"school-2026\",\"typ\":\"sluis-bericht+sd-jwt\"}";
  private UnaryOperator<List<String>> digests = UnaryOperator.identity();
  private UnaryOperator<byte[]> payload = UnaryOperator.identity();

  Forged(Partners partners) {
    this.partners = partners;
    long now = Partners.NOW.getEpochSecond();
    claim("iss", "\"" + Partners.SCHOOL + "\"").claim("aud", "\"" + Partners.SLUIS + "\"");
    claim("jti", "\"" + JTI + "\"").claim("iat", "" + now).claim("exp", "" + (now + 300));
    claim("doel", "\"signaal-bespreken-cjg\"");
    claim("van", "{\"oin\":\"" + Partners.SCHOOL + "\",\"rol\":\"school-ib\"}");
    claim("aan", "{\"oin\":\"" + Partners.CJG + "\",\"rol\":\"cjg-coach\"}");
    claim("cnf", "{\"jwk\":" + partners.bindingKey.toPublicJWK().toJSONString() + "}");
    claim("_sd_alg", "\"sha-256\"");
  }

  Forged claim(String name, String rawJson) {
    claims.put(name, rawJson);
    return this;
  }

  Forged without(String claim) {
    claims.remove(claim);
    return this;
  }

  Forged header(String json) {
    header = json;
    return this;
  }

  /// A disclosure of this name, in order but for the value.
  Forged disclose(String name, String rawJson) {
    return disclosure("[\"" + fresh() + "\",\"" + name + "\"," + rawJson + "]");
  }

  /// A disclosure of exactly this JSON, with its digest in place.
  Forged disclosure(String rawJson) {
    return disclosure(rawJson.getBytes(StandardCharsets.UTF_8));
  }

  Forged disclosure(byte[] bytes) {
    return encodedDisclosure(Base64Url.encode(bytes));
  }

  Forged encodedDisclosure(String encoded) {
    disclosures.add(encoded);
    return this;
  }

  Forged digests(UnaryOperator<List<String>> change) {
    digests = change;
    return this;
  }

  Forged payload(UnaryOperator<byte[]> change) {
    payload = change;
    return this;
  }

  Forged payloadText(UnaryOperator<String> change) {
    return payload(
        bytes ->
            change
                .apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
  }

  String fresh() {
    return random(16);
  }

  String random(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  String jwt() {
    var listed = new TreeSet<String>();
    disclosures.forEach(one -> listed.add(Disclosure.digestOf(one)));
    while (listed.size() < 32) {
      listed.add(random(32));
    }
    claims.putIfAbsent("_sd", quoted(digests.apply(new ArrayList<>(listed))));
    var json = new ArrayList<String>();
    claims.forEach((name, value) -> json.add("\"" + name + "\":" + value));
    var bytes = ("{" + String.join(",", json) + "}").getBytes(StandardCharsets.UTF_8);
    return sign(header.getBytes(StandardCharsets.UTF_8), payload.apply(bytes));
  }

  String sign(byte[] headerBytes, byte[] payloadBytes) {
    var input = Base64Url.encode(headerBytes) + "." + Base64Url.encode(payloadBytes);
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(partners.schoolKey.toECPrivateKey());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64Url.encode(signature.sign());
    } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static String quoted(List<String> listed) {
    return "[" + String.join(",", listed.stream().map(one -> "\"" + one + "\"").toList()) + "]";
  }

  String text() {
    var jwt = jwt();
    return jwt + "~" + String.join("", disclosures.stream().map(one -> one + "~").toList());
  }

  /// Why the verifier refuses this message; fails when it does not.
  FaultCode refusal() {
    return refusalOf(text());
  }

  FaultCode refusalOf(String text) {
    return refusalOf(text.getBytes(StandardCharsets.UTF_8));
  }

  FaultCode refusalOf(byte[] body) {
    try {
      partners.verifier.verify(body, partners.senders, Partners.NOW);
    } catch (MessageFault fault) {
      return fault.code();
    }
    throw new AssertionError("the message was taken");
  }
}
