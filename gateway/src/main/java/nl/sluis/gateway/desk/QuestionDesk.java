package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.DecisionJson;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Oin;

/// Answers what a partner wants to know before it writes a message: may this, and what is missing?
///
/// The answer rests on the convenant and on facts that the asker states, never on those of a child
/// (design 10.11): no person is looked up, and nothing is done. Each question is a row. May be
/// shared between threads.
public final class QuestionDesk {
  private final CurrentLaw law;

  /// @param law what is decided by
  public QuestionDesk(CurrentLaw law) {
    this.law = law;
  }

  /// What the convenant says of one question.
  ///
  /// @param decision the answer
  /// @param convenant the version that answered
  public record Said(Decision decision, Convenant convenant) {
    /// May everything that was asked pass? A part of it is no.
    public boolean isYes() {
      return switch (decision.outcome()) {
        case PERMIT, PERMIT_MET_VERPLICHTINGEN -> true;
        case GEDEELTELIJK, AANHOUDEN, WEIGEREN -> false;
      };
    }
  }

  /// When to stop answering a row of questions, in the words of AuthZEN 1.0.
  public enum Semantic {
    /// Answer them all.
    EXECUTE_ALL,
    /// Stop after the first no.
    DENY_ON_FIRST_DENY,
    /// Stop after the first yes.
    PERMIT_ON_FIRST_PERMIT;

    boolean isOver(Said said) {
      return switch (this) {
        case EXECUTE_ALL -> false;
        case DENY_ON_FIRST_DENY -> !said.isYes();
        case PERMIT_ON_FIRST_PERMIT -> said.isYes();
      };
    }
  }

  /// Questions, answered in order and recorded together.
  ///
  /// @param questions at least one; each with the instant for which it is asked
  public Work<List<Said>> answer(Oin caller, List<Question> questions, Semantic semantic) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<List<Said>> plan(Found found) {
        return new Answered(caller, law.now(), questions, semantic);
      }
    };
  }

  private static final class Answered implements Plan<List<Said>> {
    private final List<Said> said = new ArrayList<>();
    private final List<Entry> rows = new ArrayList<>();

    Answered(Oin caller, Law law, List<Question> questions, Semantic semantic) {
      for (var question : questions) {
        var decision = law.decide(question);
        var one = new Said(decision, law.convenantFor(question));
        said.add(one);
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("afzender", caller.value());
        DecisionJson.write(detail, question, decision, one.convenant());
        rows.add(new Entry(EntryKind.QUESTION, Optional.empty(), detail));
        if (semantic.isOver(one)) {
          return;
        }
      }
    }

    @Override
    public List<Entry> entries() {
      return rows;
    }

    @Override
    public void write(Writes writes, List<Logged> logged) {}

    @Override
    public List<Said> answer(Written written) {
      return List.copyOf(said);
    }
  }
}
