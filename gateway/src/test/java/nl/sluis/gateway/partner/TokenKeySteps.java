package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.client.Statement;
import nl.sluis.gateway.message.Partners;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.policies.terms.DataCategory;

/// Signs and opens with keys in a token, in a process of its own, because a token is found by way
/// of the environment.
final class TokenKeySteps {
  private TokenKeySteps() {}

  public static void main(String[] args) throws Exception {
    var place = new KeyToken.Place(Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2]));
    var token = new KeyToken(place, "tekenen", List.of("openen"), new KeyFolder(Path.of(args[3])));
    try {
      signs(token);
      opens(token);
    } catch (Stopped stopped) {
      System.out.println(stopped.getMessage());
    }
  }

  private static void signs(OwnKeys token) throws Exception {
    var key = token.signing();
    var claims = JsonNodeFactory.instance.objectNode().put("iss", "een organisatie");
    var jws = CompactJws.parse(Statement.sign(key, "sluis-proef+jwt", claims), 4096);
    jws.verifyWith(
        new ECKey.Builder(key.toPublicJWK().toECKey()).algorithm(JWSAlgorithm.ES256).build());
    System.out.println("getekend: " + jws.text("iss"));
    System.out.println("d: " + key.toJSONObject().containsKey("d"));
  }

  private static void opens(OwnKeys token) throws Exception {
    var partners = new Partners();
    var key = token.opening().getFirst();
    var leaf = new byte[32];
    var sent =
        partners
            .signal()
            .sealed(DataCategory.K10, Partners.object("situatie", "druk"), key.toPublicJWK())
            .sign();
    var handOver =
        partners.binder.bind(
            partners.verified(sent.text()).minimise(Set.of("K01", "K10")),
            Partners.CJG,
            leaf,
            Partners.NOW);
    var opener =
        new Opener(
            Partners.CJG,
            List.of(key),
            Partners.SLUIS,
            List.of(partners.bindingKey),
            partners.senders,
            InstantSource.fixed(Partners.NOW));
    var opened = opener.open(handOver, proof -> Arrays.equals(proof, leaf));
    System.out.println("geopend: " + opened.categories().get(DataCategory.K10));
  }
}
