package nl.sluis.gateway.nacontrole;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.keys.Statements;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Signs what the receiver of an unjustified report is told (AVG 19), with a key of Sluis that is
/// published at `/v1/sleutels`. May be shared between threads.
public final class CorrectionSigner {
  /// The `typ` of a correction.
  public static final String TYPE = "sluis-rechtzetting+jwt";

  private static final String ASKED =
      "Deze melding bleek bij de nacontrole onterecht. Rectificeer of wis wat u eruit vastlegde, en"
          + " zeg dat ook wie het van u kreeg. Moet u het van een eigen wet bewaren, teken dit er"
          + " dan bij aan.";

  /// What is told as `uitkomst` of what is called back.
  static final String RECALLED = "teruggehaald";

  private static final String BACK =
      "Dit bericht had niet of niet zo naar u gemogen. Wis of rectificeer wat u eruit vastlegde,"
          + " gebruik het niet, en zeg dat ook wie het van u kreeg. Moet u het van een eigen wet"
          + " bewaren, teken dit er dan bij aan.";

  private final Statements statements;

  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public CorrectionSigner(Oin sluis, SigningKeys<ECKey> keys) {
    this.statements = new Statements(TYPE, sluis, keys);
  }

  /// The message: which exchange, what was found, what to do and before when. Never about whom, who
  /// judged, nor why.
  String sign(Review review, Instant at, Instant due) {
    return sign(review.transaction(), review.to(), Verdict.UNJUSTIFIED.code(), ASKED, at, due);
  }

  /// The same for what went out by mistake, whether somebody looked back at it or not.
  String sign(UUID transaction, PartyRole to, Instant at, Instant due) {
    return sign(transaction, to, RECALLED, BACK, at, due);
  }

  private String sign(
      UUID transaction, PartyRole to, String found, String asked, Instant at, Instant due) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", to.oin().value());
    claims.put("rol", to.role().code());
    claims.put("iat", at.getEpochSecond());
    claims.put("transactie", transaction.toString());
    claims.put("uitkomst", found);
    claims.put("gevraagd", asked);
    claims.put("antwoorden", Correction.ANSWERS);
    claims.put("uiterlijk", due.toString());
    return statements.sign(claims);
  }
}
