package nl.sluis.gateway.nacontrole;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import nl.sluis.policies.terms.Oin;

/// Signs what the receiver of an unjustified report is told (AVG 19), with a key of Sluis that is
/// published at `/v1/sleutels`. May be shared between threads.
public final class CorrectionSigner {
  /// The `typ` of a correction.
  public static final String TYPE = "sluis-rechtzetting+jwt";

  private static final String ASKED =
      "Deze melding bleek bij de nacontrole onterecht. Rectificeer of wis wat u eruit vastlegde, en"
          + " zeg dat ook wie het van u kreeg. Moet u het van een eigen wet bewaren, teken dit er"
          + " dan bij aan.";

  private final Oin sluis;
  private final JWSHeader header;
  private final ECDSASigner signer;

  /// @param sluis who says it
  /// @param key a private key on P-256 with its `kid`; MUST NOT be the key of the logbook
  public CorrectionSigner(Oin sluis, ECKey key) {
    this.sluis = sluis;
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(TYPE))
            .keyID(key.getKeyID())
            .build();
    try {
      this.signer = new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a correction is signed with a P-256 key", e);
    }
  }

  /// The message: which exchange, what was found, what to do and before when. Never about whom, who
  /// judged, nor why.
  String sign(Review review, Instant at, Instant due) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", sluis.value());
    claims.put("aud", review.to().oin().value());
    claims.put("rol", review.to().role().code());
    claims.put("iat", at.getEpochSecond());
    claims.put("transactie", review.transaction().toString());
    claims.put("uitkomst", Verdict.UNJUSTIFIED.code());
    claims.put("gevraagd", ASKED);
    claims.put("antwoorden", Correction.ANSWERS);
    claims.put("uiterlijk", due.toString());
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the key of Sluis cannot sign", e);
    }
    return jws.serialize();
  }
}
