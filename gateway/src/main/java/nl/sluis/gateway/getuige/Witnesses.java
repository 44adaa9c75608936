package nl.sluis.gateway.getuige;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.sequencer.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows every witness the newest checkpoint, each minute and on every gateway, and keeps what it
/// signs. No exchange waits for it. May be shared between threads.
public final class Witnesses implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

  private final List<Relation> relations;
  private final Duration silence;
  private final Executor threads;

  /// @param lines who they are
  /// @param silence how long a witness may leave a checkpoint unsigned before that is an alarm
  /// @param log what is shown to them
  /// @param threads on which they are asked, all at once
  public Witnesses(List<WitnessLine> lines, Duration silence, PublicLog log, Executor threads) {
    this.relations =
        lines.stream()
            .map(line -> new Relation(new WitnessCall(line, WitnessCall.LONG), log))
            .toList();
    this.silence = silence;
    this.threads = threads;
  }

  /// Asks all of them, and waits a few seconds at most.
  ///
  /// @return how many signed
  @Override
  public int run(Instant now) {
    var asked =
        relations.stream()
            .map(each -> CompletableFuture.supplyAsync(() -> ask(each, now), threads))
            .toList();
    return asked.stream().mapToInt(CompletableFuture::join).sum();
  }

  private static int ask(Relation relation, Instant now) {
    try {
      return relation.ask(now);
    } catch (SQLException e) {
      LOG.warn("witness {} waits for the database: sqlstate {}", relation.name(), e.getSQLState());
    } catch (RuntimeException e) {
      // What goes wrong with one of them stops neither the others nor anything else time does.
      LOG.error("witness {}: {}", relation.name(), e.getClass().getSimpleName());
    }
    return 0;
  }

  /// How it is with each of them, by name, in the order of the settings.
  public Map<String, Standing> standing(Instant now) {
    var all = new LinkedHashMap<String, Standing>();
    relations.forEach(each -> all.put(each.name(), each.standing(now, silence)));
    return all;
  }
}
