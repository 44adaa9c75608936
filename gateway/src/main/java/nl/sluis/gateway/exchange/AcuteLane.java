package nl.sluis.gateway.exchange;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.AcuteBook;
import nl.sluis.gateway.acuut.Arrival;
import nl.sluis.gateway.acuut.Push;
import nl.sluis.gateway.acuut.Report;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.acuut.Spooled;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.postbus.HandedOver;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.Busy;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Unavailable;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one road on which delivering comes before recording, and only when recording is impossible
/// (P5, design 10.16).
///
/// With a logbook: accepted, recorded, handed over, brought to the receiver's door. Without one:
/// kept in the waiting room, brought to the door all the same, and entered in the logbook when it
/// is back, in the order in which they came and each once: a report is known by its signer and
/// number, so that what was recorded after all is not recorded again. May be shared between
/// threads.
public final class AcuteLane implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(AcuteLane.class);
  private static final int STEP = 100;
  private static final Duration LOGBOOK = Duration.ofSeconds(3);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final Steps steps;
  private final AcuteBook book;
  private final Spool spool;
  private final Push push;
  private final Sequencer sequencer;
  private final DataSource database;
  private final InstantSource clock;
  private final Executor threads;
  private final Map<UUID, Attempt> attempts = new ConcurrentHashMap<>();
  private final Unlogged unlogged;

  /// The steps of an exchange that this lane takes too.
  ///
  /// @param signatures read again what waited
  /// @param binder signs what is delivered without a row
  public record Steps(
      MessageVerifier signatures,
      SenderKeys senderKeys,
      Identification identification,
      Admission admission,
      Acceptance acceptance,
      CurrentLaw law,
      Postbus postbus,
      KeyBinder binder) {}

  /// @param threads where a delivery goes on when the sender is answered before it ended
  public AcuteLane(
      Steps steps,
      AcuteBook book,
      Spool spool,
      Push push,
      Sequencer sequencer,
      DataSource database,
      InstantSource clock,
      Executor threads) {
    this.steps = steps;
    this.book = book;
    this.spool = spool;
    this.push = push;
    this.sequencer = sequencer;
    this.database = database;
    this.clock = clock;
    this.threads = Trace.carrying(threads);
    var parts =
        new Unlogged.Parts(
            steps.signatures(),
            steps.senderKeys(),
            steps.identification(),
            steps.admission(),
            steps.law(),
            steps.binder());
    this.unlogged = new Unlogged(parts, spool, push, clock);
  }

  /// Carries a report, and says how far it came.
  ///
  /// @param body the sender's bytes, of which `identified` is what they say
  Answer carry(Oin caller, Identified identified, UUID transaction, byte[] body) {
    var received = clock.instant();
    var waits = unlogged.waiting(body);
    var admitted =
        steps
            .admission()
            .admit(
                identified, caller, waits.map(Spooled::transaction).orElse(transaction), received);
    try {
      var answer = Patience.await(sequencer.submit(steps.acceptance().of(admitted)), LOGBOOK);
      return answer.kind() == Answer.Kind.DOORGELATEN ? carried(answer) : answer;
    } catch (Unavailable | Busy _) {
      return unlogged.carry(admitted, received, body, waits);
    }
  }

  private Answer carried(Answer answer) {
    var transaction = UUID.fromString(answer.body().path("transactie").asText());
    var delivery = CompletableFuture.supplyAsync(() -> deliver(transaction), threads);
    boolean arrived;
    try {
      arrived = Patience.await(delivery, AT_ONCE);
    } catch (Unavailable | Busy _) {
      // It goes on, and is taken up again by whoever runs this lane.
      arrived = false;
    }
    var body = Phones.on(answer.body().deepCopy(), arrived, Phones.Kept.LOGBOEK);
    return new Answer(answer.kind(), body, answer.receipt());
  }

  /// Enters what waited in the logbook, and brings what did not arrive to its door again.
  @Override
  public synchronized int run(Instant now) throws SQLException {
    int done = enterWhatWaited();
    List<Report> undelivered;
    try (var connection = database.getConnection()) {
      undelivered = book.undelivered(connection, now, STEP);
    }
    for (var report : undelivered) {
      done += deliver(report.transaction()) ? 1 : 0;
    }
    return done;
  }

  private int enterWhatWaited() {
    int entered = 0;
    try {
      unlogged.bringAgain();
      for (var report : spool.waiting()) {
        entered += enter(report) ? 1 : 0;
      }
    } catch (Unavailable | Busy _) {
      LOG.info("the waiting room waits for the database");
    } catch (IOException e) {
      LOG.error("the waiting room cannot be read: {}", e.getClass().getSimpleName());
    }
    return entered;
  }

  private boolean enter(Spooled report) throws IOException {
    var admitted = unlogged.admitted(report);
    if (admitted.isEmpty()) {
      return false;
    }
    var answer = Patience.await(sequencer.submit(steps.acceptance().of(admitted.get())), LOGBOOK);
    var delivered = report.delivered();
    if (answer.kind() == Answer.Kind.DOORGELATEN && delivered.isPresent()) {
      entered(UUID.fromString(answer.body().path("transactie").asText()), delivered.get());
    }
    spool.done(report);
    return true;
  }

  /// The bytes are there already: what remains is the row `verstrekt`, and that they arrived.
  private void entered(UUID transaction, Instant delivered) {
    try {
      var report = find(transaction);
      var parcel = steps.postbus().find(report.parcel()).orElseThrow();
      if (parcel.state() == ParcelRow.State.WACHT) {
        Patience.await(sequencer.submit(handOver(parcel)), LOGBOOK);
      }
      Patience.await(sequencer.submit(new Arrival(book, report, delivered)), LOGBOOK);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private Report find(UUID transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      return book.find(connection, transaction).orElseThrow();
    }
  }

  private Work<HandedOver> handOver(ParcelRow parcel) {
    return steps.postbus().handOver(parcel.receiver().oin(), parcel, clock.instant());
  }

  /// Hands a report over and brings it to the door.
  ///
  /// @return whether it is there; if not, it is tried again later
  private boolean deliver(UUID transaction) {
    var attempt = attempts.computeIfAbsent(transaction, _ -> new Attempt());
    synchronized (attempt) {
      if (!attempt.isDue()) {
        return false;
      }
      try {
        var report = find(transaction);
        boolean arrived = report.delivered().isPresent() || brought(report, attempt);
        if (arrived) {
          attempts.remove(transaction);
        } else {
          attempt.failed();
        }
        return arrived;
      } catch (SQLException | Unavailable | Busy _) {
        attempt.failed();
        return false;
      }
    }
  }

  private boolean brought(Report report, Attempt attempt) throws SQLException {
    if (attempt.bytes().isEmpty()) {
      var parcel = steps.postbus().find(report.parcel()).orElseThrow();
      if (parcel.state() == ParcelRow.State.BEVESTIGD) {
        // Veilig Thuis came for it by itself.
        return Patience.await(
            sequencer.submit(new Arrival(book, report, clock.instant())), LOGBOOK);
      }
      if (!push.reaches(report.to().oin())
          || !(Patience.await(sequencer.submit(handOver(parcel)), LOGBOOK)
              instanceof HandedOver.Message(var bytes, _, _))) {
        return false;
      }
      attempt.holds(bytes);
    }
    if (!unlogged.arrives(report, attempt.bytes().orElseThrow())) {
      return false;
    }
    Patience.await(sequencer.submit(new Arrival(book, report, clock.instant())), LOGBOOK);
    return true;
  }
}
