package nl.sluis.gateway.exchange;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.decision.PersonFacts;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.postbus.Halt;
import nl.sluis.gateway.postbus.Halts;
import nl.sluis.gateway.register.Registers;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// The fifth step: decides under lock, minimises, records and queues, all in one transaction.
///
/// May be shared between threads.
public final class Acceptance {
  private static final Refusal HALTED =
      new Refusal("", NonEmpty.of(new Reason.Told(Reason.STILGELEGD, "")));

  private final CurrentLaw law;
  private final Admission admission;
  private final Mandates mandates;
  private final AcceptedPlan.Maker accepted;
  private final Answers answers;
  private final Registers registers;
  private final Aftermath aftermath;
  private final Keeping keeping;
  private final Halts halts;

  /// @param law what is decided by
  /// @param admission reads a message once more, when a version came into force in between
  /// @param mandates who may act for whom
  /// @param registers what else of ours speaks of a message
  /// @param accepted plans what passes
  /// @param answers remembers answers, and gives them again
  /// @param aftermath what a message that passes asks of its sender besides
  /// @param keeping what waits for who must sign
  /// @param halts what stands still
  public Acceptance(
      CurrentLaw law,
      Admission admission,
      Mandates mandates,
      Registers registers,
      AcceptedPlan.Maker accepted,
      Answers answers,
      Aftermath aftermath,
      Keeping keeping,
      Halts halts) {
    this.law = law;
    this.admission = admission;
    this.mandates = mandates;
    this.registers = registers;
    this.aftermath = aftermath;
    this.keeping = keeping;
    this.halts = halts;
    this.accepted = accepted;
    this.answers = answers;
  }

  /// The work of accepting one message, to be put in line.
  public Work<Answer> of(Admitted admitted) {
    return new Accept(admitted);
  }

  private final class Accept implements Work<Answer> {
    private final Admitted admitted;

    Accept(Admitted admitted) {
      this.admitted = admitted;
    }

    @Override
    public Needs needs() {
      var alias = admitted.identified().alias().filter(_ -> admitted.refusal().isEmpty());
      return new Needs(
          alias,
          Optional.empty(),
          Optional.of(admitted.key()),
          Optional.empty(),
          alias.filter(_ -> admitted.isSpokenOf()).map(_ -> this::query),
          false);
    }

    /// Whatever convenant turns out to govern, what it needs of the person is read.
    private FactQuery query(UUID subject) {
      var q = admitted.question();
      return new FactQuery(
          subject, q.purpose(), q.sender(), q.receiver(), q.categories(), admitted.regimes(), "");
    }

    @Override
    public Plan<Answer> plan(Found found) throws SQLException {
      var known = found.message();
      if (known.isPresent()) {
        return answers.again(known.get(), admitted.identified().message().sha256());
      }
      var current = law.now();
      var convenant =
          PersonFacts.governing(current, admitted.question(), found.facts(), found.at());
      var reading =
          admitted
              .under(convenant)
              .orElseGet(() -> admission.under(convenant, admitted.identified(), found.at()));
      var rule = reading.rule().filter(_ -> admitted.refusal().isEmpty());
      var said = registers.about(found, message(), convenant, rule);
      var question =
          said.in(
              PersonFacts.of(
                      reading.question(), found.facts(), convenant, reading.rule(), found.at())
                  .question());
      var taken = decide(found, question, current);
      boolean halted = isHalted(found, question, convenant, taken);
      var decision = halted ? HALTED : taken;
      var detail = Detail.of(admitted, question, decision, convenant);
      detail.setAll(said.told());
      var decided = new Decided(admitted, found, question, convenant, detail, said);
      if (admitted.waited().isPresent()
          && (halted || !keeping.waits(decided, admitted.waited().get()))) {
        return Plan.known(still(decided, decision));
      }
      return switch (decision) {
        case Permit permit -> pass(decided, permit);
        case Hold hold -> hold(decided, hold);
        case Refusal refusal -> refuse(decided, refusal);
      };
    }

    private Plan<Answer> hold(Decided decided, Hold hold) throws SQLException {
      if (admitted.waited().isEmpty()) {
        return new StoppedPlan(decided, hold, answers, keeping.held(decided, hold));
      }
      // Nobody asked anything: it was held already, and waits on.
      keeping.waitsOn(decided, admitted.waited().get());
      return Plan.known(still(decided, hold));
    }

    private Plan<Answer> refuse(Decided decided, Refusal refusal) throws SQLException {
      keeping.ended(decided, refusal);
      return new StoppedPlan(decided, refusal, answers, Optional.empty());
    }

    private Answer still(Decided decided, Decision decision) {
      var told = AnswerJson.stopped(admitted.transaction(), decision, decided.convenant());
      return new Answer(AnswerJson.kind(decision), told, "");
    }

    private SignedMessage message() {
      return admitted.identified().message();
    }

    private Plan<Answer> pass(Decided decided, Permit permit) throws SQLException {
      keeping.ended(decided, permit);
      var plan = accepted.plan(decided, permit);
      var rule = decided.convenant().rule(permit.ruleId());
      var rows = new ArrayList<Entry>();
      if (rule.isPresent()) {
        rows.addAll(
            registers.passed(
                decided.found(),
                message(),
                decided.convenant(),
                rule.get(),
                admitted.transaction(),
                plan.parcel()));
      }
      rows.addAll(aftermath.of(decided, permit, plan.parcel()));
      return plan.also(rows);
    }

    /// Would it pass if it did not stand still? Acute danger never does.
    private boolean isHalted(Found found, Question question, Convenant convenant, Decision decision)
        throws SQLException {
      if (!(decision instanceof Permit permit) || Acute.isAcute(message())) {
        return false;
      }
      var parties = List.of(message().signer(), question.sender().oin(), question.receiver().oin());
      var lane = convenant.rule(permit.ruleId()).map(Rule::lane);
      return halts.standing(found).stops(new Halt.Passing(parties, question.purpose(), lane));
    }

    private Decision decide(Found found, Question question, Law current) throws SQLException {
      if (!mayActFor(found, question)) {
        var told = new Reason.Told(Reason.MANDAAT_ONTBREEKT, question.sender().role().code());
        return new Refusal("", NonEmpty.of(told));
      }
      return admitted.refusal().isPresent() ? admitted.refusal().get() : current.decide(question);
    }

    /// Whoever brings a message is the sender, or holds a mandate of the sender at this instant.
    private boolean mayActFor(Found found, Question question) throws SQLException {
      var signer = admitted.identified().message().signer();
      var sender = question.sender();
      return signer.equals(admitted.caller())
          && (signer.equals(sender.oin())
              || mandates
                  .mandateFor(
                      found.tx(),
                      signer,
                      sender.oin(),
                      sender.role(),
                      question.purpose(),
                      found.at())
                  .isPresent());
    }
  }
}
