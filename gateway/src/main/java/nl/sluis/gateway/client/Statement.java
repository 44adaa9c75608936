package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;

/// A statement of a partner, such as that it gives something back (compact JWS, RFC 7515).
public final class Statement {
  private Statement() {}

  /// Signs these claims with the registered key of the partner.
  ///
  /// @param key a private P-256 or RSA key with its `kid`
  /// @param type the `typ` of the statement, which keeps it apart from everything else that is
  ///   signed
  /// @throws IllegalArgumentException when the key is of another kind
  public static String sign(JWK key, String type, ObjectNode claims) {
    var signer = new Signer(key);
    var header = JsonNodeFactory.instance.objectNode();
    header.put("alg", signer.algorithm()).put("kid", signer.kid()).put("typ", type);
    return signer.sign(header, claims);
  }
}
