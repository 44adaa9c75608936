package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.sluis.gateway.client.Statement;
import nl.sluis.policies.terms.Oin;

/// Signs for what came at the door of a receiver, with the registered key of who runs it.
///
/// @param site where that key is
/// @param signer who runs the door
public record DoorReceipt(DevSite site, Oin signer) {
  /// The `typ` of a receipt.
  public static final String TYPE = "sluis-ontvangst+jwt";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A receipt for these bytes as it should be.
  public String sign(byte[] body) {
    return sign(claims(body));
  }

  /// A receipt that says this.
  public String sign(ObjectNode claims) {
    return Statement.sign(key(), TYPE, claims);
  }

  /// The key with which it is signed.
  public ECKey key() {
    return site.identity(signer, "Ontvanger", true).signing();
  }

  /// What a receipt for these bytes says.
  public ObjectNode claims(byte[] body) {
    var jti = new byte[16];
    site.random().nextBytes(jti);
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return JSON.createObjectNode()
          .put("iss", signer.value())
          .put("jti", HexFormat.of().formatHex(jti))
          .put("op", site.clock().instant().toString())
          .put("pakket", JSON.readTree(body).path("pakket").asText())
          .put("digest", HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException("a parcel is JSON, and SHA-256 is part of every JDK", e);
    }
  }
}
