package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Correction;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.terugroeping.Reversal;
import nl.sluis.gateway.terugroeping.Reversals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where a receiver finds what should not have reached it, or not so, and says what it did with it:
/// reports that were judged unjustified, what went out in a breach, what its sender called back or
/// replaced. May be shared between threads.
public final class CorrectionDesk {
  private final DataSource database;
  private final Mandates mandates;
  private final Corrections corrections;
  private final Reversals reversals;
  private final Tasks tasks;
  private final FactDesk facts;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param mandates who may look and answer for whom
  /// @param reversals what senders called back or replaced
  /// @param facts knows who may put something on record
  public CorrectionDesk(
      DataSource database,
      Mandates mandates,
      Corrections corrections,
      Reversals reversals,
      Tasks tasks,
      FactDesk facts) {
    this.database = database;
    this.mandates = mandates;
    this.corrections = corrections;
    this.reversals = reversals;
    this.tasks = tasks;
    this.facts = facts;
  }

  /// What this receiver did not answer yet.
  ///
  /// @param asker who looks: the receiver, or whom it gave a mandate for the purpose
  public List<Correction> waiting(Oin asker, Oin receiver, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var seen = new ArrayList<Correction>();
      for (var one : corrections.waiting(connection, receiver)) {
        if (mandates.allows(connection, asker, one.to(), one.purpose(), now)) {
          seen.add(one);
        }
      }
      return seen;
    }
  }

  /// The correction of this exchange, for its receiver or whom it gave a mandate for the purpose;
  /// empty for anybody else.
  public Optional<Correction> find(Oin asker, UUID transaction, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var one = corrections.find(connection, transaction);
      return one.isPresent()
              && mandates.allows(connection, asker, one.get().to(), one.get().purpose(), now)
          ? one
          : Optional.empty();
    }
  }

  /// What a receiver says that it did, as it was handed in.
  ///
  /// @param done one of what [Correction.Cause#answers] holds
  /// @param law which law makes it keep the data; empty for any other word
  /// @param article the article of that law; empty for any other word
  /// @param function of the person who says so
  public record Draft(String done, String law, String article, String function) {}

  /// The receiver did what was asked: the sender need not ask again. To say it twice changes
  /// nothing.
  public Work<Outcome> confirm(Oin caller, PartyRole party, Correction correction, Draft draft) {
    return new Filing(
        Needs.toWriteOfThen(correction.subject()),
        isOfSender(correction) ? EntryKind.RECALL_ANSWERED : EntryKind.REVIEW,
        facts.inAnyRole(caller, party, correction.purpose()),
        (found, detail) -> {
          if (!party.equals(correction.to())) {
            return Filing.notThere();
          }
          var answers = correction.cause().answers();
          var done = Mended.of(draft.done(), answers);
          if (done.isEmpty()) {
            return Filing.fault(
                "gedaan", "Kies uit " + String.join(", ", Mended.codes(answers)) + ".");
          }
          var ground = StopAnswers.ground(draft.law(), draft.article());
          if (done.get().needsLaw()
              ? ground.isEmpty()
              : !draft.law().isEmpty() || !draft.article().isEmpty()) {
            return Filing.fault("grond", StopAnswers.NAME_THE_LAW);
          }
          return confirmed(found, correction, new Said(done.get(), ground, draft), detail);
        });
  }

  private static boolean isOfSender(Correction correction) {
    return switch (correction.cause()) {
      case TERUGROEPING, RECTIFICATIE -> true;
      case NACONTROLE, ZAAK -> false;
    };
  }

  private record Said(Mended done, Optional<String> law, Draft draft) {}

  private Filing.Result confirmed(Found found, Correction correction, Said said, ObjectNode detail)
      throws SQLException {
    var id = correction.transaction();
    var tx = found.tx();
    if (!corrections.confirm(tx, id, said.done(), said.law(), found.at())) {
      return new Filing.Result.Stopped(new Outcome.Done(id.toString(), "", Map.of()));
    }
    var one = isOfSender(correction) ? reversals.bySender(tx, id) : Optional.<Reversal>empty();
    detail.put("stap", "rechtzetting-bevestigd").put("transactie", id.toString());
    if (one.isPresent()) {
      var exchange = one.get().parcel();
      detail.put("terugroeping", one.get().id().toString());
      detail.put("doel", exchange.purpose().code()).put("regel", exchange.rule());
      detail.set("van", QuestionJson.party(exchange.from()));
      detail.set("aan", QuestionJson.party(exchange.to()));
    }
    detail.put("gedaan", said.done().code()).put("functie", said.draft().function());
    said.law().ifPresent(words -> detail.put("grond", words));
    var also = new ArrayList<Entry>();
    var receiver = correction.to().oin();
    also.addAll(tasks.finish(tx, TaskKind.REPORT_UNJUSTIFIED, receiver, id));
    also.addAll(tasks.finish(tx, TaskKind.CORRECT_REPORT, correction.from(), id));
    also.addAll(tasks.finish(tx, TaskKind.UNDO_AS_SENDER_ASKS, receiver, id));
    also.addAll(tasks.finish(tx, TaskKind.RECALL_UNANSWERED, correction.from(), id));
    return new Filing.Result.Filed(id.toString()).also(also);
  }
}
