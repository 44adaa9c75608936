package nl.sluis.gateway.boot;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.wissen.DeadKeys;
import nl.sluis.gateway.wissen.Eraser;
import nl.sluis.gateway.wissen.ErasureDuty;
import nl.sluis.gateway.wissen.Erasures;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes to its end: people who are erased, and rows whose term is over.
///
/// @param duties in the order in which they are done
record Ending(List<Duty> duties) {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  /// Destroys keys again that a backup of the vault brought back, before any door opens.
  static Ending of(Settings settings, DataSource database, KeyVault vault, Sequencer sequencer)
      throws SQLException {
    var region = settings.region();
    var dead = new DeadKeys(region, vault);
    try (var connection = database.getConnection()) {
      int lived = dead.enforce(connection);
      if (lived > 0) {
        LOG.warn("{} keys that must be dead lived, as after an erasure or a restored vault", lived);
      }
    }
    var eraser = new Eraser(region, eraser(settings.database()));
    return new Ending(
        List.of(new ErasureDuty(new Erasures(region), eraser, dead, database, sequencer)));
  }

  /// Seldom used, so no pool: a connection is opened when somebody is erased.
  private static DataSource eraser(Settings.Database settings) {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.eraser().user());
    source.setPassword(settings.eraser().password());
    source.setConnectTimeout(2);
    source.setSocketTimeout(60);
    return source;
  }

  /// Before anything else that time does: nothing may be begun about who is being erased.
  List<Duty> before(List<Duty> others) {
    return Stream.concat(duties.stream(), others.stream()).toList();
  }
}
