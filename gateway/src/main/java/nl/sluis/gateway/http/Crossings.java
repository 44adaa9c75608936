package nl.sluis.gateway.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.sluis.gateway.trace.Crossing;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a partner's request through as a transaction of FSC: its number is looked at before
/// anything is done, is on record before anything is answered, and stands on the answer (FSC
/// Logging 1.0.0).
///
/// Who names a number is an FSC peer, and so is who shows its token as an Outway does; of others
/// Sluis makes the number. Only a report of acute danger waits for none of this (P5). May be shared
/// between threads.
public final class Crossings {
  /// On the answer with what somebody fetched: the number under which that came in.
  static final String CARRIED = "Sluis-Fsc-Transactie";

  private static final Logger LOG = LoggerFactory.getLogger(Crossings.class);

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Ledger ledger;

  /// Records a request that put nothing in line.
  public interface Ledger {
    /// @throws SQLException when it could not
    void record(Crossing crossing) throws SQLException;
  }

  /// @param random draws numbers
  public Crossings(InstantSource clock, RandomGenerator random, Ledger ledger) {
    this.clock = clock;
    this.random = random;
    this.ledger = ledger;
  }

  /// Answers a request under its number, or says what is wrong with that.
  Reply ordinary(Oin caller, Request request, Supplier<Reply> endpoint) {
    var fsc = request.fsc();
    var named = fsc.number();
    if (fsc.isNamed() && named.isEmpty()) {
      return Problem.fsc(ProblemCode.FSC_NUMMER_ONJUIST, "INVALID_LOG_RECORD_ID");
    }
    if (fsc.authorised() && named.isEmpty()) {
      return Problem.fsc(ProblemCode.FSC_NUMMER_ONTBREEKT, "MISSING_LOG_RECORD_ID");
    }
    var crossing = crossing(caller, request, named.orElseGet(this::fresh));
    var reply = crossing.call(endpoint);
    return numbered(crossing, named.isPresent() ? recorded(crossing, reply) : reply);
  }

  /// Answers a report of acute danger, whatever its number looks like.
  Reply urgent(Oin caller, Request request, Supplier<Reply> endpoint) {
    var crossing = crossing(caller, request, request.fsc().number().orElseGet(this::fresh));
    return numbered(crossing, crossing.call(endpoint));
  }

  private TransactionNumber fresh() {
    return TransactionNumber.at(clock.instant(), random);
  }

  private static Crossing crossing(Oin caller, Request request, TransactionNumber number) {
    return new Crossing(UUID.randomUUID(), number, caller, key(request));
  }

  private static String key(Request request) {
    try {
      var key = request.certificates().getFirst().getPublicKey().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// What an FSC peer asked is on record, or it is not answered.
  private Reply recorded(Crossing crossing, Reply reply) {
    try {
      if (!crossing.isRecorded() && !reply.headers().containsKey(Problem.FSC_ERROR)) {
        ledger.record(crossing);
      }
      return reply;
    } catch (SQLException e) {
      LOG.warn("the transaction log could not be written: sqlstate {}", e.getSQLState());
      return Problem.unavailable();
    }
  }

  private static Reply numbered(Crossing crossing, Reply reply) {
    var numbered = reply.with(Trace.FSC_HEADER, crossing.number().toString());
    return crossing
        .carried()
        .map(number -> numbered.with(CARRIED, number.toString()))
        .orElse(numbered);
  }
}
