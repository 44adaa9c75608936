package nl.sluis.policies.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Governing;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.rules.Case;
import nl.sluis.policies.rules.Check;
import nl.sluis.policies.rules.Checks;
import nl.sluis.policies.rules.Finding;
import nl.sluis.policies.rules.PartiesAreBound;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// Answers a question from the convenant alone: no clock, no database, no memory.
///
/// A prohibition beats a permission, silence refuses, a rule that breaks forbids. Immutable; may be
/// shared between threads.
public final class Decider {
  private final ConvenantShelf shelf;

  /// @param convenant the only version by which is decided; an example, for others are signed
  public Decider(Convenant convenant) {
    this(new ConvenantShelf(NonEmpty.of(convenant)));
  }

  /// @param shelf every version of every convenant; the question chooses
  public Decider(ConvenantShelf shelf) {
    this.shelf = shelf;
  }

  /// Every convenant by which is decided.
  public ConvenantShelf shelf() {
    return shelf;
  }

  /// The version by which this question is decided; its digest belongs in the log of the decision.
  /// When it is not clear which one that is, the first of those that could.
  public Convenant convenantFor(Question question) {
    return switch (shelf.governing(question)) {
      case Governing.Speaks(var speaking) -> speaking.convenant();
      case Governing.Unclear _ ->
          convenantBetween(question.sender(), question.receiver(), question.at());
    };
  }

  /// The version that speaks between these two as long as nothing is known of the child.
  public Convenant convenantBetween(PartyRole sender, PartyRole receiver, Instant instant) {
    return shelf.between(sender, receiver, instant).convenant();
  }

  /// Decides in the order of evaluation of the convenant.
  public Decision decide(Question question) {
    return switch (shelf.governing(question)) {
      case Governing.Speaks(var speaking) -> decide(question, speaking);
      case Governing.Unclear(var why) -> new Hold("", NonEmpty.of(why));
    };
  }

  private static Decision decide(Question question, Speaking speaking) {
    var convenant = speaking.convenant();
    if (question.meldcode() instanceof MeldcodeState.Acute) {
      return AcuteReport.decide(question, convenant, speaking.standing());
    }
    var rule = convenant.rule(question.purpose(), question.sender(), question.receiver());
    if (rule.isEmpty()) {
      return silence(question, convenant);
    }
    var it = new Case(question, rule.get(), convenant, speaking.standing());
    var outright = ask(Checks.OUTRIGHT, it);
    if (!outright.isEmpty()) {
      return new Weighing(it, outright).decide();
    }
    var message = ask(Checks.MESSAGE, it);
    var first = new Weighing(it, message).decide();
    if (!(first instanceof Permit)) {
      return first;
    }
    var all = new ArrayList<>(message);
    all.addAll(ask(Checks.PERSON, it));
    return new Weighing(it, all).decide();
  }

  /// No row, no exchange: says which of the words is not in the convenant.
  private static Refusal silence(Question question, Convenant convenant) {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    var reasons = new ArrayList<>(PartiesAreBound.reasons(question, convenant, day));
    var ofPurpose =
        convenant.rules().stream().filter(r -> r.purpose().equals(question.purpose())).toList();
    if (ofPurpose.isEmpty()) {
      reasons.add(new Reason.Told(Reason.DOEL_NIET_IN_CONVENANT, question.purpose().code()));
    } else if (ofPurpose.stream()
        .anyMatch(r -> r.lane() == Lane.OVERRIDE && !r.to().contains(question.receiver().role()))) {
      reasons.add(AcuteReport.onlyToVeiligThuis());
    } else {
      var told = question.sender().role() + " naar " + question.receiver().role();
      reasons.add(new Reason.Told(Reason.ROL_NIET_BEVOEGD, told));
    }
    return new Refusal("", new NonEmpty<>(reasons));
  }

  // A check that breaks may have been about to forbid; so it does, whatever went wrong in it.
  static List<Finding> ask(List<Check> checks, Case it) {
    var findings = new ArrayList<Finding>();
    for (var check : checks) {
      try {
        findings.addAll(check.of(it));
      } catch (RuntimeException broken) {
        findings.add(Finding.refuses(Reason.REGEL_DEFECT, check.name()));
      }
    }
    return findings;
  }
}
