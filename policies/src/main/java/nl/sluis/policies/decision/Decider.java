package nl.sluis.policies.decision;

import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;

/// Answers a question from the convenant alone: no clock, no database, no memory.
///
/// Immutable; may be shared between threads.
public final class Decider {
  private final Convenant convenant;

  /// @param convenant the version by which is decided
  public Decider(Convenant convenant) {
    this.convenant = convenant;
  }

  /// The version by which is decided.
  public Convenant convenant() {
    return convenant;
  }

  /// Decides in the order of evaluation of the convenant. A rule that breaks forbids.
  public Decision decide(Question question) {
    var told = new Reason.Told(Reason.REGEL_DEFECT, convenant.id() + question.purpose());
    return new Refusal("", NonEmpty.of(told));
  }
}
