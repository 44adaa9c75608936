package nl.sluis.gateway.ondertekening;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.SignedStatement;

/// The two statements that somebody signs with a key of their own: this is my key, and I agree.
public final class SignedAgreement {
  /// The `typ` of a statement by which somebody shows to hold a key.
  public static final String KEY_TYP = "sluis-eigen-sleutel+jwt";

  /// The `typ` of an agreement.
  public static final String TYP = "sluis-akkoord+jwt";

  private static final Set<String> KEY_CLAIMS = Set.of("iss", "sub", "sleutel", "op", "jti");
  private static final Set<String> CLAIMS =
      Set.of("iss", "sub", "voorstel", "voorwaarde", "uitkomst", "op", "jti");
  private static final Set<String> KEY_NAMES = Set.of("kty", "crv", "x", "y");
  private static final int LONGEST = 4_096;

  private SignedAgreement() {}

  /// A key of which somebody showed to hold the private half.
  ///
  /// @param statement signed with it; says of whom it is
  /// @param key the public half, with its own algorithm and its print as `kid`
  record Shown(SignedStatement statement, ECKey key) {}

  /// Reads the statement by which somebody shows to hold a key.
  static Shown key(String text) throws JwsFault {
    var stated = CompactJws.parse(text, LONGEST).payload().path("sleutel");
    if (!Set.copyOf(stated.propertyStream().map(m -> m.getKey()).toList()).equals(KEY_NAMES)) {
      throw new JwsFault("`sleutel` has not exactly the members " + KEY_NAMES);
    }
    try {
      var plain = ECKey.parse(stated.toString());
      if (!Curve.P_256.equals(plain.getCurve())) {
        throw new JwsFault("`sleutel` is not on P-256");
      }
      var key =
          new ECKey.Builder(plain).algorithm(JWSAlgorithm.ES256).keyIDFromThumbprint().build();
      return new Shown(SignedStatement.verify(text, KEY_TYP, KEY_CLAIMS, only(key)), key);
    } catch (ParseException | JOSEException | IllegalStateException | IllegalArgumentException e) {
      throw new JwsFault("`sleutel` is not a public key");
    }
  }

  /// By which print of a key this text says that it is signed; not believed yet.
  static String print(String text) throws JwsFault {
    return CompactJws.parse(text, LONGEST).kid();
  }

  /// Reads an agreement that is signed with this key.
  static SignedStatement agreement(String text, ECKey key) throws JwsFault {
    return SignedStatement.verify(text, TYP, CLAIMS, only(key));
  }

  /// What it says.
  static Agreement said(SignedStatement statement) throws JwsFault {
    statement.jti();
    return new Agreement(
        statement.text("voorwaarde"),
        statement.text("uitkomst"),
        statement.text("voorstel"),
        statement.instant("op"));
  }

  private static SenderKeys only(ECKey key) {
    return (_, kid) -> Optional.<JWK>of(key).filter(k -> kid.equals(k.getKeyID()));
  }
}
