package nl.sluis.gateway.getuige;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One witness and how it is with it. May be shared between threads; one of them asks at a time.
final class Relation {
  private static final Logger LOG = LoggerFactory.getLogger(Relation.class);
  private static final int UNKNOWN_KEY = 403;

  private final WitnessCall call;
  private final PublicLog log;
  private @Nullable Instant waitsSince;
  private boolean refused;

  Relation(WitnessCall call, PublicLog log) {
    this.call = call;
    this.log = log;
  }

  String name() {
    return call.line().name();
  }

  /// How it is now; never waits for a call that is under way.
  Standing standing(Instant now, Duration silence) {
    synchronized (call) {
      if (refused) {
        return Standing.WEIGERT;
      }
      return waitsSince != null && now.isAfter(waitsSince.plus(silence))
          ? Standing.STIL
          : Standing.GOED;
    }
  }

  /// Shows it the newest checkpoint when it has not signed that yet.
  ///
  /// @return 1 when it signed, 0 when there was nothing to sign or it did not
  synchronized int ask(Instant now) throws SQLException {
    var newest = log.newestAlone();
    if (newest.isEmpty()) {
      return 0;
    }
    var known = log.cosignedBy(name());
    if (known == newest.get().size()) {
      settle();
      return 0;
    }
    await(now);
    var heard = show(known, newest.get());
    if (heard instanceof Heard.Other(long size) && size != known && size <= newest.get().size()) {
      // It signed since, for another gateway, or our memory of it was lost with a backup.
      heard = show(size, newest.get());
    }
    return switch (heard) {
      case Heard.Signed(var cosignature) -> {
        log.keep(newest.get().size(), cosignature);
        settle();
        yield 1;
      }
      case Heard.Other(long size) -> {
        if (size <= newest.get().size() || size > size(log)) {
          refuse("it signed " + size + " rows of another logbook than this");
        }
        yield 0;
      }
      case Heard.Refuses(int status) -> {
        refuse("status " + status);
        yield 0;
      }
      case Heard.Nothing(var what) -> {
        LOG.warn("witness {} did not sign: {}", name(), what);
        yield 0;
      }
    };
  }

  private Heard show(long known, SignedCheckpoint newest) throws SQLException {
    var proof = log.consistency(known, newest.size());
    var heard = call.show(known, proof, newest.note());
    // It may know the key before this one only; the history is what it can believe.
    return heard.equals(new Heard.Refuses(UNKNOWN_KEY)) && call.tell(log.keyStatements())
        ? call.show(known, proof, newest.note())
        : heard;
  }

  private static long size(PublicLog log) throws SQLException {
    return log.newestAlone().map(SignedCheckpoint::size).orElse(0L);
  }

  private void settle() {
    synchronized (call) {
      waitsSince = null;
      refused = false;
    }
  }

  private void await(Instant now) {
    synchronized (call) {
      if (waitsSince == null) {
        waitsSince = now;
      }
    }
  }

  private void refuse(String why) {
    synchronized (call) {
      refused = true;
    }
    LOG.error("witness {} does not know this logbook: {}; run `logboek controleer`", name(), why);
  }
}
