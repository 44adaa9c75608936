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
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;

/// What others see of the logbook: its public side, and the witnesses who sign it.
///
/// @param log what anybody may read
/// @param witnesses who sign
record Witnessing(PublicLog log, Witnesses witnesses) {
  /// Asks the witnesses what they saw; nobody waits yet.
  static BeforeStart ask(Settings settings, Executor threads) {
    return BeforeStart.ask(settings.witnesses().lines(), settings.logbookOrigin(), threads);
  }

  /// Compares that with what is here; MUST come before anything is added to the logbook.
  ///
  /// @throws nl.sluis.gateway.getuige.Contradicted when one of them saw another logbook
  static Witnessing of(Settings settings, BeforeStart asked, DataSource database, Executor threads)
      throws SQLException {
    var log = new PublicLog(settings.region(), database);
    asked.compare(log);
    var others = settings.witnesses();
    return new Witnessing(log, new Witnesses(others.lines(), others.silence(), log, threads));
  }

  /// What anybody may ask.
  LogEndpoints endpoints(Logbook logbook, InstantSource clock) {
    return new LogEndpoints(log, logbook::key, () -> words(clock));
  }

  private Map<String, String> words(InstantSource clock) {
    var words = new TreeMap<String, String>();
    witnesses.standing(clock.instant()).forEach((name, how) -> words.put(name, how.word()));
    return words;
  }
}
