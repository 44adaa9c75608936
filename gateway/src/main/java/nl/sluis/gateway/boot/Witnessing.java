package nl.sluis.gateway.boot;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.sluis.gateway.getuige.BeforeStart;
import nl.sluis.gateway.getuige.Witnesses;
import nl.sluis.gateway.http.LogEndpoints;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.PublicLog;

/// What others see of the logbook: its public side, and the witnesses who sign it.
///
/// @param endpoints what anybody may read
/// @param witnesses who sign
record Witnessing(LogEndpoints endpoints, Witnesses witnesses) {
  /// Asks the witnesses first what they saw; MUST come before anything is added to the logbook.
  ///
  /// @throws nl.sluis.gateway.getuige.Contradicted when one of them saw another logbook
  static Witnessing of(
      Settings settings,
      KeyVault vault,
      DataSource database,
      InstantSource clock,
      Executor threads)
      throws SQLException {
    var key = LogKey.of(settings.logbookOrigin(), vault.logKey());
    var log = new PublicLog(settings.region(), database, key);
    var lines = settings.witnesses().lines();
    BeforeStart.check(lines, log, threads);
    var witnesses = new Witnesses(lines, settings.witnesses().silence(), log, threads);
    if (!lines.isEmpty()) {
      // At once, and after that each minute; a start does not wait for it.
      threads.execute(() -> witnesses.run(clock.instant()));
    }
    return new Witnessing(new LogEndpoints(log, () -> words(witnesses, clock)), witnesses);
  }

  private static Map<String, String> words(Witnesses witnesses, InstantSource clock) {
    var words = new TreeMap<String, String>();
    witnesses.standing(clock.instant()).forEach((name, how) -> words.put(name, how.word()));
    return words;
  }
}
