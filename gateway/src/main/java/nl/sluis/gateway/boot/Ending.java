package nl.sluis.gateway.boot;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.wissen.DeadKeys;
import nl.sluis.gateway.wissen.Deciding;
import nl.sluis.gateway.wissen.Eraser;
import nl.sluis.gateway.wissen.ErasureDuty;
import nl.sluis.gateway.wissen.Erasures;
import nl.sluis.gateway.wissen.RetentionDuty;
import nl.sluis.gateway.wissen.SureTime;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes to its end: people who are erased, months that are over, and rows whose term is; and
/// in the night a look at whether everything that stays is still what it was.
///
/// @param erasure before anything else that time does
/// @param months after it
/// @param retention after that
/// @param check of the whole logbook, which nothing waits for
record Ending(Duty erasure, Duty months, Duty retention, Duty check) {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  /// Destroys keys again that a backup of the vault brought back, before any door opens.
  static Ending of(
      Settings settings,
      DataSource database,
      KeyVault vault,
      Sequencer sequencer,
      InstantSource clock)
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
    var erasures = new Erasures(region);
    var deciding = new Deciding(region, settings.oin());
    var retention =
        new RetentionDuty.Parts(
            region,
            database,
            vault,
            eraser,
            sequencer,
            SureTime.ofDatabase(),
            deciding,
            UUID::randomUUID);
    return new Ending(
        new ErasureDuty(erasures, deciding, eraser, dead, database, sequencer),
        Months.closing(region, database, vault, clock, sequencer),
        new RetentionDuty(retention),
        Checking.of(settings, database, vault));
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

  /// Nothing may be begun about who is being erased, and what came to its end can wait.
  List<Duty> around(List<Duty> others) {
    return Stream.of(Stream.of(erasure), others.stream(), Stream.of(months, retention, check))
        .flatMap(each -> each)
        .toList();
  }
}
