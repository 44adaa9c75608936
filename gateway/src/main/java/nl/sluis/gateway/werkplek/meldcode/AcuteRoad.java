package nl.sluis.gateway.werkplek.meldcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.PartyRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a report of acute danger to Sluis, along the road that asks no token, and looks how it
/// stands. Waits seconds and no longer: whoever reports has a telephone to pick up. Thread-safe.
final class AcuteRoad {
  private static final Logger LOG = LoggerFactory.getLogger(AcuteRoad.class);

  private final Duration patience;

  /// @param patience how long one attempt may take
  AcuteRoad(Duration patience) {
    this.patience = patience;
  }

  /// One step further: signs what was not signed, hands in what is not sure to be logged, and asks
  /// how the rest stands. Exactly the same bytes go each time, so nothing happens twice.
  ///
  /// @param report as last known
  /// @param to to whom it goes
  /// @return as it is now; the same when nothing more became known
  AcuteReport on(AcuteReport report, Worker who, PartyRole to) throws InterruptedException {
    if (report.standing().isOver()) {
      return report;
    }
    if (report.standing() instanceof Standing.Unconfirmed known && known.logged()) {
      var path = "/v1/acute-meldingen/" + known.transaction();
      return within(() -> who.at().line().get(path))
          .map(answer -> report.standing(Standing.ofLooking(answer, known)))
          .orElse(report);
    }
    var signed = report.sent().isPresent() ? report : signed(report, who, to);
    if (signed.sent().isEmpty()) {
      return signed;
    }
    var message = signed.sent().get();
    return within(() -> who.at().line().sendAcute(message))
        .map(Standing::ofSending)
        .filter(standing -> !isStepBack(signed.standing(), standing))
        .map(signed::standing)
        .orElse(signed);
  }

  /// What Sluis had once it still has, also when it gives no answer now.
  private static boolean isStepBack(Standing before, Standing now) {
    return before instanceof Standing.Unconfirmed && now instanceof Standing.NotArrived;
  }

  private AcuteReport signed(AcuteReport report, Worker who, PartyRole to)
      throws InterruptedException {
    return within(() -> sign(report, who, to)).map(report::signed).orElse(report);
  }

  private static Sent sign(AcuteReport report, Worker who, PartyRole to)
      throws Stopped, IOException {
    try {
      return draft(who.at().line().messages(), report, who, to).sign();
    } catch (UncheckedIOException | IllegalStateException _) {
      // Sluis does not say now with which key it binds; it was asked before.
      return draft(who.at().line().messagesAsKnown(), report, who, to).sign();
    }
  }

  private static Draft draft(
      MessageBuilder messages, AcuteReport report, Worker who, PartyRole to) {
    var draft =
        messages.draft(Receivers.REPORT, who.at().party(), to).validFor(OutgoingMessage.VALID);
    if (!report.reference().isEmpty()) {
      draft.subject(ReferenceKind.EIGEN_KENMERK, report.reference());
    }
    return draft.acting(who.pseudonym(), who.function()).meldcode(report.record());
  }

  /// What comes of it in time; empty when Sluis does not answer, or not so soon.
  private <T> Optional<T> within(Callable<T> call) throws InterruptedException {
    var task = new FutureTask<>(call);
    Thread.ofVirtual().start(task);
    try {
      return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      task.cancel(true);
      return Optional.empty();
    } catch (ExecutionException e) {
      // Whatever it is, it has not arrived, and that is what whoever reports must hear.
      LOG.warn("an acute report did not go: {}", String.valueOf(e.getCause()).split(":", 2)[0]);
      return Optional.empty();
    }
  }
}
