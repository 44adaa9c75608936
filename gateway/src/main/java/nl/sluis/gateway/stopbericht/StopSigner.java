package nl.sluis.gateway.stopbericht;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.keys.Statements;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Signs stop messages with a key of Sluis that is published at `/v1/sleutels`.
///
/// The type in the header keeps a stop message apart from everything else that key signs. May be
/// shared between threads.
public final class StopSigner {
  /// The `typ` of a stop message.
  public static final String TYPE = "sluis-stopbericht+jwt";

  private static final String ASKED =
      "Gebruik deze gegevens niet meer en wis ze. Moet u ze van een eigen wet bewaren, bewaar ze"
          + " dan alleen daarvoor en zeg welke wet dat is.";

  private final Statements statements;

  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public StopSigner(Oin sluis, SigningKeys<ECKey> keys) {
    this.statements = new Statements(TYPE, sluis, keys);
  }

  /// The message: which exchanges, which kinds of data, since when, what to do and before when.
  /// Never who stopped it, nor why, nor about whom it is.
  public String sign(
      UUID id,
      PartyRole receiver,
      Collection<UUID> transactions,
      Set<DataCategory> categories,
      Instant since,
      Instant due) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", receiver.oin().value());
    claims.put("rol", receiver.role().code());
    claims.put("jti", id.toString());
    claims.put("iat", since.getEpochSecond());
    claims.put("vanaf", since.toString());
    claims.put("transacties", transactions.stream().map(UUID::toString).toList());
    claims.put("categorieen", categories.stream().map(DataCategory::name).sorted().toList());
    claims.put("gevraagd", ASKED);
    claims.put("antwoorden", List.copyOf(Answered.codes()));
    claims.put("uiterlijk", due.toString());
    return statements.sign(claims);
  }
}
