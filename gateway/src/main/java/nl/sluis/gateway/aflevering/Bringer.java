package nl.sluis.gateway.aflevering;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import nl.sluis.gateway.fsc.Carried;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.postbus.HandedOver;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one parcel to the door of its receiver, once: knocks, decides, hands over, hears.
///
/// The order is the point. Who runs the system of the receiver is called only while it may come for
/// this parcel. The line is open and its other end is known before the facts are read; the row that
/// says `verstrekt` is durable before the first byte goes; the facts are read anew at every
/// attempt. What breaks in between is done again by whoever takes the parcel next, and the receiver
/// knows it by its number. May be shared between threads; blocks for at most half a minute.
final class Bringer {
  private static final Logger LOG = LoggerFactory.getLogger(Bringer.class);
  private static final Duration DECIDING = Duration.ofSeconds(10);
  private static final Duration HALTED = Duration.ofMinutes(1);
  private static final Duration CONFIRMING = Duration.ofHours(1);

  private final Parts parts;
  private final Endings endings;

  /// What bringing needs.
  ///
  /// @param keys with which receivers sign
  /// @param lines how each receiver is called: with the certificate of Sluis, and trusting nobody
  ///   but that receiver
  /// @param times how long each step may take
  /// @param carried under which number of FSC an exchange goes on
  record Parts(
      Postbus postbus,
      Sequencer sequencer,
      DataSource database,
      Deliveries deliveries,
      SenderKeys keys,
      Function<Oin, SSLContext> lines,
      Backoff backoff,
      Line.Times times,
      Carried carried,
      InstantSource clock) {}

  Bringer(Parts parts, Endings endings) {
    this.parts = parts;
    this.endings = endings;
  }

  /// Tries once, and notes what came of it.
  ///
  /// @return whether its receiver answered as it should, so that it may have more at one time
  boolean bring(Claim claim, Delivery.Push to) {
    try {
      var parcel = parts.postbus().find(claim.parcel()).orElseThrow();
      var outcome = attempt(claim, parcel, to);
      settle(claim, parcel, to, outcome);
      return switch (outcome) {
        case Outcome.Failed _ -> false;
        case Outcome.Arrived _,
            Outcome.Taken _,
            Outcome.Refused _,
            Outcome.Halted _,
            Outcome.Over _ ->
            true;
      };
    } catch (SQLException | NotDone | RuntimeException e) {
      // Whoever takes it when its time is over does it again; the class says enough.
      LOG.warn("a parcel is brought later: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private Outcome attempt(Claim claim, ParcelRow parcel, Delivery.Push to)
      throws SQLException, NotDone {
    if (!parts.postbus().mayCollect(to.server(), parcel, parts.clock().instant())) {
      // Nobody is called: to who may not come for it a knock would tell that something lies there.
      return new Outcome.Failed("mandaat-ontbreekt");
    }
    try (var line = Line.open(to.address(), parts.lines().apply(to.server()), parts.times())) {
      var asked = parts.postbus().handOver(to.server(), parcel, parts.clock().instant());
      var given = await(parts.sequencer().submit(new Release(parts.deliveries(), claim, asked)));
      return switch (given) {
        case HandedOver.Message message -> {
          var body = message.body(parcel).toString().getBytes(StandardCharsets.UTF_8);
          var said = line.post(body, fields(parcel));
          yield heard(said, new SignedReceipt.Brought(parcel, to.server(), body));
        }
        case HandedOver.NotThere() -> why(parcel);
      };
    } catch (LineFault fault) {
      return new Outcome.Failed(fault.why());
    }
  }

  private Map<String, String> fields(ParcelRow parcel) throws SQLException {
    var fields = new HashMap<String, String>();
    fields.put("Content-Type", "application/json");
    fields.put(Trace.HEADER, Trace.current().header());
    fields.put("Sluis-Transactie", parcel.transaction().toString());
    fields.put("Sluis-Pakket", parcel.id().toString());
    try (var connection = parts.database().getConnection()) {
      parts
          .carried()
          .of(connection, List.of(parcel.transaction()))
          .values()
          .forEach(number -> fields.put(Trace.FSC_HEADER, number.toString()));
    }
    return fields;
  }

  private Outcome heard(Line.Said said, SignedReceipt.Brought brought) throws LineFault {
    var word = "status-" + said.status();
    return switch (said.status()) {
      case 200, 201, 204 -> new Outcome.Arrived(receipt(said, brought));
      case 202 -> new Outcome.Taken();
      // Sent again it would be refused again.
      case 400, 410, 413, 415, 422 -> new Outcome.Refused(word);
      default -> new Outcome.Failed(word, said.patience());
    };
  }

  /// Whoever signs nothing confirms by its certificate at the door; who signs must sign well.
  private Optional<SignedReceipt> receipt(Line.Said said, SignedReceipt.Brought brought)
      throws LineFault {
    return said.receipt().isEmpty()
        ? Optional.empty()
        : Optional.of(
            SignedReceipt.read(
                said.receipt().get(), brought, parts.keys(), parts.clock().instant()));
  }

  /// Nothing was handed over: for now, or for good.
  private Outcome why(ParcelRow known) throws SQLException {
    var parcel = parts.postbus().find(known.id());
    return parcel.filter(p -> isOpen(p, parts.clock().instant())).isPresent()
        ? new Outcome.Halted()
        : new Outcome.Over();
  }

  private static boolean isOpen(ParcelRow parcel, Instant now) {
    return switch (parcel.state()) {
      case WACHT, UITGEREIKT ->
          parcel.payload() != null && (parcel.neverLapses() || now.isBefore(parcel.dueAt()));
      case BEVESTIGD, INGEHOUDEN, VERVALLEN -> false;
    };
  }

  private void settle(Claim claim, ParcelRow parcel, Delivery.Push to, Outcome outcome)
      throws SQLException, NotDone {
    switch (outcome) {
      case Outcome.Arrived(var receipt) -> {
        var confirmed =
            parts.postbus().confirm(to.server(), parcel, receipt.map(SignedReceipt::text));
        var _ = await(parts.sequencer().submit(endings.arrived(claim, parcel, confirmed)));
      }
      case Outcome.Taken() -> later(claim, CONFIRMING, claim.attempts() + 1, "bevestiging-volgt");
      case Outcome.Halted() -> later(claim, HALTED, claim.attempts(), "");
      case Outcome.Over() -> {
        later(claim, Duration.ZERO, claim.attempts(), "");
        var now = parts.postbus().find(parcel.id()).orElseThrow();
        var _ = await(parts.sequencer().submit(endings.over(now)));
      }
      case Outcome.Refused(var why) -> dead(claim, parcel, why);
      case Outcome.Failed(var why, var asked) -> {
        if (Backoff.isOver(claim.attempts() + 1)) {
          dead(claim, parcel, why);
        } else {
          again(claim, why, asked);
        }
      }
    }
  }

  private void again(Claim claim, String why, Optional<Duration> asked) throws SQLException {
    int failures = claim.attempts() + 1;
    later(claim, parts.backoff().after(failures, asked), failures, why);
  }

  private void later(Claim claim, Duration wait, int attempts, String why) throws SQLException {
    var next = parts.clock().instant().plus(wait);
    try (var connection = parts.database().getConnection()) {
      var _ =
          parts
              .deliveries()
              .settle(
                  connection, claim, new Deliveries.State(Stand.UITGESTELD, next, attempts, why));
    }
  }

  private void dead(Claim claim, ParcelRow parcel, String why) throws NotDone {
    var _ = await(parts.sequencer().submit(endings.dead(claim, parcel, claim.attempts() + 1, why)));
  }

  private static <T> T await(CompletableFuture<T> work) throws NotDone {
    try {
      return work.get(DECIDING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotDone(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDone(e);
    }
  }

  /// It is not known whether it was recorded; if it was, the next attempt finds that.
  private static final class NotDone extends Exception {
    private static final long serialVersionUID = 1L;

    NotDone(Exception cause) {
      super(cause);
    }
  }
}
