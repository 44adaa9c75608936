package nl.sluis.gateway.acuut;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.keys.Statements;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the note that goes with a report to the Veilig Thuis of another region, signed with a key
/// of Sluis that is published at `/v1/sleutels`.
///
/// The type in the header keeps it apart from everything else that key signs. It never holds a
/// report up: without a database there is no note. May be shared between threads.
public final class HandoverLetters {
  /// The `typ` of a note.
  public static final String TYPE = "sluis-overdracht+jwt";

  private static final Logger LOG = LoggerFactory.getLogger(HandoverLetters.class);
  private static final String ASKED =
      "Dit kind woont in een andere regio, of dat is niet bekend. Beoordeel het gevaar nu, en draag"
          + " de melding daarna over aan Veilig Thuis van de woongemeente.";

  private final HandoverNotes notes;
  private final DataSource database;
  private final Statements statements;
  private final InstantSource clock;

  /// @param notes which reports must be handed over
  /// @param sluis who says it
  /// @param keys private keys on P-256 with their `kid`; MUST NOT be those of the logbook
  public HandoverLetters(
      HandoverNotes notes,
      DataSource database,
      Oin sluis,
      SigningKeys<ECKey> keys,
      InstantSource clock) {
    this.notes = notes;
    this.database = database;
    this.clock = clock;
    this.statements = new Statements(TYPE, sluis, keys);
  }

  /// The signed note of this exchange, if it must be handed over.
  public Optional<String> of(UUID transaction) {
    try (var connection = database.getConnection()) {
      return notes.find(connection, transaction).map(this::sign);
    } catch (SQLException e) {
      LOG.warn("no note goes with report {}: {}", transaction, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private String sign(HandoverNote note) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", note.by().value());
    claims.put("jti", note.transaction().toString());
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put("transactie", note.transaction().toString());
    claims.put("overdragenDoor", note.by().value());
    note.residence().map(Municipality::name).ifPresent(m -> claims.put("woongemeente", m));
    note.to().map(Oin::value).ifPresent(to -> claims.put("overdragenAan", to));
    claims.put("gevraagd", ASKED);
    return statements.sign(claims);
  }
}
