package nl.sluis.gateway.verzoek;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.keys.Statements;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Signs what receivers are told of data that were mended or erased (AVG 19), with a key of Sluis
/// that is published at `/v1/sleutels`. May be shared between threads.
public final class RecipientSigner {
  /// The `typ` of such a message.
  public static final String TYPE = "sluis-ontvangersbericht+jwt";

  private static final String MEND =
      "De afzender heeft gegevens aangepast die u van hem kreeg. Vraag hem wat er is veranderd, pas"
          + " aan wat u eruit vastlegde, en zeg dat ook wie het van u kreeg.";
  private static final String ERASE =
      "De afzender heeft gegevens gewist die u van hem kreeg. Wis ze ook, en zeg dat ook wie ze van"
          + " u kreeg. Moet u ze van een eigen wet bewaren, bewaar ze dan alleen daarvoor en zeg"
          + " welke wet dat is.";

  private final Statements statements;

  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public RecipientSigner(Oin sluis, SigningKeys<ECKey> keys) {
    this.statements = new Statements(TYPE, sluis, keys);
  }

  /// The message: which exchanges, which kinds of data, what to do and before when. Never about
  /// whom, who asked, nor why.
  ///
  /// @param what a rectification or an erasure
  String sign(
      UUID id,
      RequestKind what,
      PartyRole to,
      Collection<UUID> exchanges,
      Set<DataCategory> categories,
      Instant at,
      Instant due) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", to.oin().value());
    claims.put("rol", to.role().code());
    claims.put("jti", id.toString());
    claims.put("iat", at.getEpochSecond());
    claims.put("wat", what.code());
    claims.put("transacties", exchanges.stream().map(UUID::toString).toList());
    claims.put("categorieen", categories.stream().map(DataCategory::name).sorted().toList());
    claims.put("gevraagd", what == RequestKind.WISSING ? ERASE : MEND);
    claims.put("antwoorden", Mended.codes(Recipients.answers(what)));
    claims.put("uiterlijk", due.toString());
    return statements.sign(claims);
  }
}
