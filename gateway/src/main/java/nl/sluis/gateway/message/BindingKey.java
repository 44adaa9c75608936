package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;

/// The point on P-256 that says which key of Sluis binds a message to its receiver (RFC 7800).
///
/// @param x the first coordinate, base64url
/// @param y the second coordinate, base64url
record BindingKey(String x, String y) {
  private static final Set<String> REQUIRED = Set.of("kty", "crv", "x", "y");
  private static final Set<String> OPTIONAL = Set.of("kid", "alg", "use");

  static BindingKey of(ECKey key) {
    return new BindingKey(key.getX().toString(), key.getY().toString());
  }

  static BindingKey of(JsonNode cnf) throws MessageFault {
    var outer = Members.of(cnf, "cnf", Set.of("jwk"), Set.of());
    var jwk = Members.of(outer.object().path("jwk"), "cnf.jwk", REQUIRED, OPTIONAL);
    if (!"EC".equals(jwk.text("kty", 2)) || !"P-256".equals(jwk.text("crv", 5))) {
      throw new MessageFault(FaultCode.BINDSLEUTEL_ONBEKEND);
    }
    return new BindingKey(jwk.text("x", 43), jwk.text("y", 43));
  }

  ECKey publicKey() {
    return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
  }
}
