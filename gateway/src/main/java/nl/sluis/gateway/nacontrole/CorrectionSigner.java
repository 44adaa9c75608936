package nl.sluis.gateway.nacontrole;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.keys.Statements;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Signs what the receiver is told of what should not have reached it, or not so (AVG 19), with a
/// key of Sluis that is published at `/v1/sleutels`. May be shared between threads.
public final class CorrectionSigner {
  /// The `typ` of a correction.
  public static final String TYPE = "sluis-rechtzetting+jwt";

  private static final String ASKED =
      "Deze melding bleek bij de nacontrole onterecht. Rectificeer of wis wat u eruit vastlegde, en"
          + " zeg dat ook wie het van u kreeg. Moet u het van een eigen wet bewaren, teken dit er"
          + " dan bij aan.";

  private static final String BACK =
      "Dit bericht had niet of niet zo naar u gemogen. Wis of rectificeer wat u eruit vastlegde,"
          + " gebruik het niet, en zeg dat ook wie het van u kreeg. Moet u het van een eigen wet"
          + " bewaren, teken dit er dan bij aan.";

  private static final String CALLED =
      "De afzender roept dit bericht terug. Wis wat u eruit vastlegde, gebruik het niet, en zeg dat"
          + " ook wie het van u kreeg. Moet u het van een eigen wet bewaren, bewaar het dan alleen"
          + " daarvoor en zeg welke wet dat is.";
  private static final String REPLACED =
      "De afzender stuurde een ander bericht in plaats van dit. Neem dat in de plaats van wat u"
          + " hieruit vastlegde, en zeg dat ook wie het van u kreeg.";

  private final Statements statements;

  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public CorrectionSigner(Oin sluis, SigningKeys<ECKey> keys) {
    this.statements = new Statements(TYPE, sluis, keys);
  }

  /// The message: which exchange, what was found, what to do and before when. Never about whom, who
  /// judged, nor why.
  ///
  /// @param by the exchange that takes its place, when there is one
  String sign(
      Correction.Cause cause,
      UUID transaction,
      PartyRole to,
      Optional<UUID> by,
      Instant at,
      Instant due) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", to.oin().value());
    claims.put("rol", to.role().code());
    claims.put("iat", at.getEpochSecond());
    claims.put("transactie", transaction.toString());
    claims.put("uitkomst", cause.found());
    by.ifPresent(other -> claims.put("vervangenDoor", other.toString()));
    claims.put("gevraagd", asked(cause));
    claims.put("antwoorden", Mended.codes(cause.answers()));
    claims.put("uiterlijk", due.toString());
    return statements.sign(claims);
  }

  private static String asked(Correction.Cause cause) {
    return switch (cause) {
      case NACONTROLE -> ASKED;
      case ZAAK -> BACK;
      case TERUGROEPING -> CALLED;
      case RECTIFICATIE -> REPLACED;
    };
  }
}
