package nl.sluis.policies.decision;

import java.time.Instant;
import java.util.IdentityHashMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Governing;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// Answers a question from the convenant alone: no clock, no database.
///
/// A prohibition beats a permission, silence refuses, what breaks forbids. Immutable; may be shared
/// between threads.
public final class Decider {
  private final ConvenantShelf shelf;
  private final IdentityHashMap<Convenant, RuleIndex> indexes = new IdentityHashMap<>();

  /// @param convenant the only version by which is decided; an example, for others are signed
  public Decider(Convenant convenant) {
    this(new ConvenantShelf(NonEmpty.of(convenant)));
  }

  /// @param shelf every version of every convenant; the question chooses
  public Decider(ConvenantShelf shelf) {
    this.shelf = shelf;
    shelf.versions().forEach(version -> indexes.put(version, new RuleIndex(version)));
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

  /// Decides by the index.
  public Decision decide(Question question) {
    return switch (shelf.governing(question)) {
      case Governing.Speaks(var speaking) -> byIndex(question, speaking);
      case Governing.Unclear(var why) -> new Hold("", NonEmpty.of(why));
    };
  }

  /// Decides as the text reads, sentence by sentence; slower, and always the same answer.
  public Decision interpret(Question question) {
    return switch (shelf.governing(question)) {
      case Governing.Speaks(var speaking) -> Interpreter.decide(question, speaking);
      case Governing.Unclear(var why) -> new Hold("", NonEmpty.of(why));
    };
  }

  /// Decides by this version, when it could govern: for what is judged before anything is known of
  /// the child.
  public Decision decideUnder(Convenant convenant, Question question) {
    var could = shelf.candidates(question.sender().oin(), question.receiver().oin(), question.at());
    return could.stream()
        .filter(speaking -> speaking.convenant().digest().equals(convenant.digest()))
        .findFirst()
        .map(speaking -> byIndex(question, speaking))
        .orElseGet(() -> decide(question));
  }

  private Decision byIndex(Question question, Speaking speaking) {
    var index = indexes.get(speaking.convenant());
    if (index == null) {
      return broken("onbekende-versie");
    }
    try {
      return index.decide(question, speaking.standing());
    } catch (RuntimeException broken) {
      return broken(broken.getClass().getSimpleName());
    }
  }

  private static Refusal broken(String what) {
    return new Refusal("", NonEmpty.of(new Reason.Told(Reason.REGEL_DEFECT, what)));
  }
}
