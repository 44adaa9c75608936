package nl.sluis.dev.aanbieder;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/// What a provider could do wrong with its next ID token, or somebody in its place.
@FunctionalInterface
public interface Mishap {
  /// It does nothing wrong.
  Mishap NONE = Mishap::signed;

  /// The token that goes out instead.
  ///
  /// @param right what it should say
  /// @param key with which it should be signed
  String token(JWTClaimsSet right, ECKey key);

  /// The token as it should be.
  static String signed(JWTClaimsSet claims, ECKey key) {
    return signed(claims, key, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()));
  }

  /// A token under another header.
  static String signed(JWTClaimsSet claims, ECKey key, JWSHeader.Builder header) {
    try {
      var token = new SignedJWT(header.build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
  }
}
