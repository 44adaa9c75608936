package nl.sluis.gateway.exchange;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import nl.sluis.gateway.message.MessageFault;
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
import nl.sluis.policies.decision.Permit;
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
  private final Set<Long> stuck = ConcurrentHashMap.newKeySet();

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
    this.threads = threads;
  }

  /// Carries a report, and says how far it came.
  ///
  /// @param body the sender's bytes, of which `identified` is what they say
  Answer carry(Oin caller, Identified identified, UUID transaction, byte[] body) {
    var received = clock.instant();
    var waits = waiting(body);
    var admitted =
        steps
            .admission()
            .admit(
                identified, caller, waits.map(Spooled::transaction).orElse(transaction), received);
    try {
      var answer = Patience.await(sequencer.submit(steps.acceptance().of(admitted)), LOGBOOK);
      return answer.kind() == Answer.Kind.DOORGELATEN ? carried(answer) : answer;
    } catch (Unavailable | Busy _) {
      var kept = waits.isPresent() ? waits : keep(admitted, received, body);
      return carriedWithoutLogbook(admitted, received, kept);
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

  private Answer carriedWithoutLogbook(
      Admitted admitted, Instant received, Optional<Spooled> kept) {
    var transaction = admitted.transaction();
    var question = admitted.question();
    var law = steps.law().now();
    var decision = admitted.refusal().isPresent() ? admitted.refusal().get() : law.decide(question);
    var convenant = law.convenantFor(question);
    if (!(decision instanceof Permit permit)) {
      var told = AnswerJson.stopped(transaction, decision, convenant);
      return new Answer(AnswerJson.kind(decision), told, "");
    }
    var message = admitted.identified().message();
    var rule = convenant.rule(permit.ruleId()).orElseThrow();
    var presentation = message.minimise(AcceptedPlan.names(rule, permit.released()));
    var nonce = kept.map(Spooled::digest).orElseGet(message::sha256);
    var bytes = steps.binder().bind(presentation, message.to().oin(), nonce, received);
    boolean arrived =
        arrives(transaction, push.deliver(message.to().oin(), transaction, bytes));
    if (arrived && kept.isPresent()) {
      mark(kept.get());
    }
    var told =
        Phones.on(
            AnswerJson.released(transaction, permit, convenant),
            arrived,
            kept.isPresent() ? Phones.Kept.WACHTKAMER : Phones.Kept.NERGENS);
    return new Answer(Answer.Kind.DOORGELATEN, told, "");
  }

  private Optional<Spooled> waiting(byte[] body) {
    try {
      return spool.find(body);
    } catch (IOException e) {
      LOG.error("the waiting room cannot be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Optional<Spooled> keep(Admitted admitted, Instant received, byte[] body) {
    try {
      return Optional.of(spool.put(admitted.caller(), admitted.transaction(), received, body));
    } catch (IOException | RuntimeException e) {
      // A disk that is full must not cost a child: it goes without, and the sender hears so.
      LOG.error("an acute report could not be kept: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Spooled mark(Spooled report) {
    try {
      return spool.delivered(report, clock.instant());
    } catch (IOException e) {
      LOG.warn("that a report arrived could not be noted: {}", e.getClass().getSimpleName());
      return report;
    }
  }

  private boolean arrives(UUID transaction, Push.Outcome outcome) {
    return switch (outcome) {
      case Push.Outcome.Arrived() -> true;
      case Push.Outcome.Failed(var why) -> {
        LOG.warn("acute report {} did not arrive: {}", transaction, why);
        yield false;
      }
    };
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
      for (var report : spool.waiting()) {
        if (report.delivered().isEmpty()) {
          bringAgain(report);
        }
      }
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

  /// While there is no logbook the door is knocked at again too.
  private void bringAgain(Spooled report) {
    var attempt = attempts.computeIfAbsent(report.transaction(), _ -> new Attempt());
    if (attempt.isDue()) {
      attempt.failed();
      admitted(report)
          .ifPresent(a -> carriedWithoutLogbook(a, report.received(), Optional.of(report)));
    }
  }

  private Optional<Admitted> admitted(Spooled report) {
    try {
      var message = steps.signatures().verifyAtAnyTime(report.message(), steps.senderKeys());
      var identified = steps.identification().identify(message);
      var admitted =
          steps
              .admission()
              .admit(identified, report.caller(), report.transaction(), clock.instant());
      return Optional.of(admitted.waited(report.outage()));
    } catch (MessageFault fault) {
      // Its key was taken away meanwhile. It stays where it is, for a person to look at.
      if (stuck.add(report.number())) {
        LOG.error("report {} cannot be entered: {}", report.number(), fault.code().code());
      }
      return Optional.empty();
    }
  }

  private boolean enter(Spooled report) throws IOException {
    var admitted = admitted(report);
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
              instanceof HandedOver.Message(var bytes, _))) {
        return false;
      }
      attempt.holds(bytes);
    }
    var bytes = attempt.bytes().orElseThrow();
    if (!arrives(report.transaction(), push.deliver(report, bytes))) {
      return false;
    }
    Patience.await(sequencer.submit(new Arrival(book, report, clock.instant())), LOGBOOK);
    return true;
  }
}
