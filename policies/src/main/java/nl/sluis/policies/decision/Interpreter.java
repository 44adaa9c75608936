package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.convenant.Convenant;
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
import nl.sluis.policies.terms.Reason;

/// Decides by asking every sentence of the convenant in turn, as one would read it aloud.
///
/// This is the specification. What runs is the [RuleIndex], which must say the same of every
/// question; the enumeration of the decision space proves that it does.
public final class Interpreter {
  private Interpreter() {}

  /// Decides in the order of evaluation of the convenant, by the version that speaks.
  public static Decision decide(Question question, Speaking speaking) {
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
