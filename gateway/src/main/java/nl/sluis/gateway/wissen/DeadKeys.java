package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;

/// Sees to it that keys on record as destroyed are destroyed: also those that a backup of the vault
/// brought back (design 10.19).
///
/// May be shared between threads and done by many gateways at once.
public final class DeadKeys {
  private static final String PERSON = "betrokkene/";
  private static final String PERIOD = "tijdvak/";

  private final KeyVault vault;
  private final Erasures erasures;

  /// @param region whose keys these are
  public DeadKeys(String region, KeyVault vault) {
    this.vault = vault;
    this.erasures = new Erasures(region);
  }

  /// The name of the key of a person.
  static String ofPerson(UUID person) {
    return PERSON + person;
  }

  /// The name of the key of a period.
  static String ofPeriod(String name) {
    return PERIOD + name;
  }

  /// Destroys every key that must be dead and lives.
  ///
  /// @return how many lived
  public int enforce(Connection connection) throws SQLException {
    return destroy(erasures.deadKeys(connection));
  }

  /// Destroys those of these keys that live, or that were never made here: no copy of them may come
  /// to life later.
  ///
  /// @return how many lived
  int destroy(Collection<String> names) {
    int lived = 0;
    for (var name : names) {
      try {
        if (name.startsWith(PERSON)) {
          var person = UUID.fromString(name.substring(PERSON.length()));
          lived += vault.knownSubjectKey(person).isPresent() ? 1 : 0;
          vault.destroySubjectKey(person);
        } else {
          var period = name.substring(PERIOD.length());
          lived += vault.knownEpochKey(period).isPresent() ? 1 : 0;
          vault.destroyEpochKey(period);
        }
      } catch (KeyDestroyed done) {
        // As it should be.
      }
    }
    return lived;
  }
}
