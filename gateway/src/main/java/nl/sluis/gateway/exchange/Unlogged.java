package nl.sluis.gateway.exchange;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.acuut.Push;
import nl.sluis.gateway.acuut.Report;
import nl.sluis.gateway.acuut.Spool;
import nl.sluis.gateway.acuut.Spooled;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.message.FaultCode;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.MessageVerifier;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.policies.decision.Permit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stretch of the road of acute danger on which there is no logbook: kept on the disk of this
/// gateway, decided by the convenant in memory, and brought to the door.
///
/// It needs no database, so that a gateway that starts without one can open it. May be shared
/// between threads.
public final class Unlogged {
  private static final Logger LOG = LoggerFactory.getLogger(Unlogged.class);

  private final Parts parts;
  private final Spool spool;
  private final Push push;
  private final InstantSource clock;
  private final Map<UUID, Attempt> attempts = new ConcurrentHashMap<>();
  private final Set<Long> stuck = ConcurrentHashMap.newKeySet();

  /// What of an exchange needs no database.
  public record Parts(
      MessageVerifier signatures,
      SenderKeys senderKeys,
      Identification identification,
      Admission admission,
      CurrentLaw law,
      KeyBinder binder) {}

  /// @param spool the waiting room of this gateway
  /// @param push knows the doors
  public Unlogged(Parts parts, Spool spool, Push push, InstantSource clock) {
    this.parts = parts;
    this.spool = spool;
    this.push = push;
    this.clock = clock;
  }

  /// Takes a report while this gateway never saw its database yet.
  ///
  /// @param partner whose certificate was checked; a stale revocation list is forgiven
  /// @throws Refused when the bytes are not a message of this partner, or not an acute report; no
  ///   row can be written of it
  public Answer send(PeerCheck.AcutePeer partner, byte[] body) throws Refused {
    try {
      var message = parts.signatures().verifyAtAnyTime(body, parts.senderKeys());
      if (!Acute.isAcute(message)) {
        throw new MessageFault(FaultCode.VELD_ONGELDIG, "meldcode.acuut");
      }
      var received = clock.instant();
      var waits = waiting(body);
      var transaction = waits.map(Spooled::transaction).orElseGet(UUID::randomUUID);
      var identified = parts.identification().identify(message);
      var caller = partner.peer().oin();
      var admitted = parts.admission().admit(identified, caller, transaction, received);
      return carry(admitted, received, body, waits);
    } catch (MessageFault fault) {
      throw new Refused(fault);
    }
  }

  /// Keeps a report in the waiting room, unless it is there, and brings it to the door.
  ///
  /// @param waits the same bytes, when they came before and wait already
  Answer carry(Admitted admitted, Instant received, byte[] body, Optional<Spooled> waits) {
    return carry(admitted, received, waits.isPresent() ? waits : keep(admitted, received, body));
  }

  private Answer carry(Admitted admitted, Instant received, Optional<Spooled> kept) {
    var transaction = admitted.transaction();
    var question = admitted.question();
    var law = parts.law().now();
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
    var bytes = parts.binder().bind(presentation, message.to().oin(), nonce, received);
    boolean arrived = arrived(transaction, push.deliver(message.to().oin(), transaction, bytes));
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

  /// The report with exactly these bytes, when it waits.
  Optional<Spooled> waiting(byte[] body) {
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

  /// Brings a report that is in the logbook to the door of its receiver, once.
  boolean arrives(Report report, String bytes) {
    return arrived(report.transaction(), push.deliver(report, bytes));
  }

  private static boolean arrived(UUID transaction, Push.Outcome outcome) {
    return switch (outcome) {
      case Push.Outcome.Arrived() -> true;
      case Push.Outcome.Failed(var why) -> {
        LOG.warn("acute report {} did not arrive: {}", transaction, why);
        yield false;
      }
    };
  }

  /// While there is no logbook the door is knocked at again too.
  public synchronized void bringAgain() throws IOException {
    for (var report : spool.waiting()) {
      if (report.delivered().isEmpty()) {
        bringAgain(report);
      }
    }
  }

  private void bringAgain(Spooled report) {
    var attempt = attempts.computeIfAbsent(report.transaction(), _ -> new Attempt());
    if (attempt.isDue()) {
      attempt.failed();
      admitted(report).ifPresent(a -> carry(a, report.received(), Optional.of(report)));
    }
  }

  /// What waits, read and judged again.
  Optional<Admitted> admitted(Spooled report) {
    try {
      var message = parts.signatures().verifyAtAnyTime(report.message(), parts.senderKeys());
      var identified = parts.identification().identify(message);
      var admitted =
          parts
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
}
