package nl.sluis.gateway.boot;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.keys.KeyVault;

/// The keys with which Sluis signs, named by their thumbprints (RFC 7638).
///
/// @param token signs access tokens
/// @param binding signs key bindings
/// @param receipts signs receipts of consent
public record OwnKeys(ECKey token, ECKey binding, ReceiptSigner receipts) {
  /// The keys of this vault.
  public static OwnKeys of(KeyVault vault) {
    return new OwnKeys(
        jwk(vault.tokenKey()), jwk(vault.bindingKey()), new ReceiptSigner(vault.receiptKey()));
  }

  private static ECKey jwk(KeyPair pair) {
    try {
      return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("a P-256 key has a thumbprint", e);
    }
  }

  /// The public halves.
  public JWKSet published() {
    return new JWKSet(List.of(token.toPublicJWK(), binding.toPublicJWK(), receipts.published()));
  }
}
