package nl.sluis.dev.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/// Opens a receipt of consent as whoever has it would: with the published key and nothing else.
public final class ReceiptCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String X509 = "302a300506032b6570032100";

  private ReceiptCheck() {}

  /// What the receipt says; empty when this key did not sign it.
  public static Optional<JsonNode> open(String jws, OctetKeyPair key) {
    var parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var header = json(parts[0]);
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(
                      HexFormat.of()
                          .parseHex(X509 + HexFormat.of().formatHex(key.getX().decode())))));
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(new Base64URL(parts[2]).decode())
              && header.path("alg").asText().equals("EdDSA")
              && header.path("kid").asText().equals(key.getKeyID())
          ? Optional.of(json(parts[1]))
          : Optional.empty();
    } catch (GeneralSecurityException | JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static JsonNode json(String part) throws JsonProcessingException {
    return JSON.readTree(new String(new Base64URL(part).decode(), StandardCharsets.UTF_8));
  }
}
