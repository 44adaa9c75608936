package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.sluis.gateway.client.Statement;
import nl.sluis.gateway.message.Base64Url;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.gateway.werkplek.Worker;

/// A statement of this organisation that something is called back, replaced or given back.
///
/// It is signed before it goes and waits in the page of who decides, so that after a broken line
/// exactly that one goes again: Sluis answers the same statement the same way, and another one not
/// at all. It holds a number, a word of a list and a function, and nothing of a child.
final class OwnStatement {
  static final String REPLACED_BY = "vervangenDoor";
  private static final int LONGEST = 8192;

  private OwnStatement() {}

  /// Signs one.
  ///
  /// @param about the exchange, or the parcel that is given back
  /// @param reason one of those of its kind
  /// @param by what comes in its place; looked at for [ReversalKind#RECTIFICATIE] only
  static String sign(
      Worker who, ReversalKind kind, UUID about, String reason, String by, Instant now)
      throws Stopped {
    var line = who.at().line();
    var claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", line.holder().value()).put("jti", fresh());
    claims.put("op", now.truncatedTo(ChronoUnit.SECONDS).toString());
    claims.put(kind.about(), about.toString()).put("reden", reason);
    claims.put("functie", who.function());
    switch (kind) {
      case TERUGROEPING -> {}
      case RECTIFICATIE -> claims.put(REPLACED_BY, by);
      case RETOUR -> claims.put("nietsBewaard", true);
    }
    return Statement.sign(line.keys().signing(), kind.type(), claims);
  }

  /// Is this a statement that was signed here, of this kind, about this, by somebody in this
  /// function? A page gives back what it got, and a browser can change it.
  static boolean isOurs(Worker who, ReversalKind kind, UUID about, String text) throws Stopped {
    try {
      var said = CompactJws.parse(text, LONGEST);
      said.verifyWith(ours(who.at().line().keys().signing()));
      return said.typ().equals(kind.type())
          && said.text("iss").equals(who.at().line().holder().value())
          && said.text(kind.about()).equals(about.toString())
          && said.text("functie").equals(who.function());
    } catch (JwsFault _) {
      return false;
    }
  }

  /// The public half, with the algorithm by which it signs.
  private static JWK ours(JWK key) {
    return switch (key) {
      case ECKey ec -> new ECKey.Builder(ec.toPublicJWK()).algorithm(JWSAlgorithm.ES256).build();
      case RSAKey rsa ->
          new RSAKey.Builder(rsa.toPublicJWK()).algorithm(JWSAlgorithm.PS256).build();
      default -> key.toPublicJWK();
    };
  }

  private static String fresh() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return Base64Url.encode(bytes);
  }
}
