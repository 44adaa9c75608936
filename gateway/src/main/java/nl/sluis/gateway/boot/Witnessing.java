package nl.sluis.gateway.boot;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import nl.sluis.gateway.getuige.BeforeStart;
import nl.sluis.gateway.getuige.OwnMemory;
import nl.sluis.gateway.getuige.Witnesses;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.http.LogEndpoints;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;

/// What others see of the logbook: its public side, and the witnesses who sign it.
///
/// @param log what anybody may read
/// @param witnesses who sign
/// @param own what this gateway itself saw last
record Witnessing(PublicLog log, Witnesses witnesses, OwnMemory own) {
  /// Asks the witnesses what they saw; nobody waits yet.
  static BeforeStart ask(Settings settings, Executor threads) {
    return BeforeStart.ask(settings.witnesses().lines(), settings.logbookOrigin(), threads);
  }

  /// Compares that with what is here; MUST come before anything is added to the logbook.
  ///
  /// @param mark marks what this gateway notes of it for itself
  /// @throws nl.sluis.gateway.getuige.Contradicted when one of them, or this gateway, saw another
  ///   logbook
  static Witnessing of(
      Settings settings, BeforeStart asked, DataSource database, Executor threads, SecretKey mark)
      throws SQLException {
    var log = new PublicLog(settings.region(), database);
    asked.compare(log);
    var own = memory(settings, mark);
    own.compare(log);
    var others = settings.witnesses();
    var witnesses = new Witnesses(others.lines(), others.silence(), log, threads);
    return new Witnessing(log, witnesses, own);
  }

  /// What a gateway with these settings noted of the logbook.
  static OwnMemory memory(Settings settings, SecretKey mark) {
    return new OwnMemory(settings.acute().waitingRoom(), mark, settings.logbookOrigin());
  }

  /// Does this too, and then notes how far the logbook is.
  Gateway.Following after(Gateway.Following first) {
    return connection -> {
      first.refresh(connection);
      own.remember(log);
    };
  }

  /// What anybody may ask.
  LogEndpoints endpoints(Logbook logbook, InstantSource clock) {
    var restores = new Restores(logbook.region());
    return new LogEndpoints(
        log, logbook::key, () -> words(clock), connection -> restores.open(connection).isPresent());
  }

  private Map<String, String> words(InstantSource clock) {
    var words = new TreeMap<String, String>();
    witnesses.standing(clock.instant()).forEach((name, how) -> words.put(name, how.word()));
    return words;
  }
}
