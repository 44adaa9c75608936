package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.decision.RuleEdits.Edit;
import nl.sluis.policies.question.Question;
import org.junit.jupiter.api.Test;

/// Would the enumeration notice, as it is drawn on any day? One word of one rule is changed in the
/// index and not in the text; what is drawn must hold a question to which the two give another
/// answer.
class MutantsSpec {
  private static final int MUTANTS = 300;
  private static final double ENOUGH = 0.99;

  /// The day that is looked at, so that this rate is that of the rules and not of the calendar.
  private static final Draw DRAW = Draw.of(1926);

  @Test
  void the_enumeration_catches_a_rule_that_was_changed_in_one_word() {
    var convenant = Shipped.convenant();
    var mutants = sample(convenant);

    var missed =
        mutants.parallelStream()
            .filter(edit -> edit.silent().isEmpty())
            .filter(edit -> !isCaught(convenant, edit))
            .map(Edit::what)
            .toList();

    long equal = mutants.stream().filter(edit -> edit.silent().isPresent()).count();
    long others = mutants.size() - equal;
    double rate = (others - missed.size()) / (double) others;
    System.out.printf(
        "%d edits of one word, %d of them without effect; of %d the enumeration caught %.1f %%%s%n",
        mutants.size(), equal, others, 100 * rate, missed.isEmpty() ? "" : ", missed " + missed);
    assertThat(rate).isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void an_edit_that_is_said_to_have_no_effect_has_none() {
    var convenant = Shipped.convenant();

    var felt =
        sample(convenant).parallelStream()
            .filter(edit -> edit.silent().isPresent())
            .limit(40)
            .filter(edit -> isCaught(convenant, edit))
            .map(Edit::what)
            .toList();

    assertThat(felt).isEmpty();
  }

  private static List<Edit> sample(Convenant convenant) {
    var all = new ArrayList<Edit>();
    convenant.rules().forEach(rule -> all.addAll(RuleEdits.of(convenant, rule)));
    Collections.shuffle(all, new Random(1926));
    return all.subList(0, Math.min(MUTANTS, all.size()));
  }

  private static boolean isCaught(Convenant convenant, Edit edit) {
    var changed = convenant.rules().stream().map(r -> r.equals(edit.before()) ? edit.after() : r);
    var index = new RuleIndex(Records.with(convenant, "book", new RuleBook(changed.toList())));
    var text = new Comparison(convenant, index, new DrawnPersons(DRAW));
    var space = new Space(convenant, DRAW);
    try {
      space.messages(edit.before(), text::message);
      space.parties(edit.before(), text::message);
      space.parties(edit.after(), text::message);
      space.findings(edit.before(), text::message);
      space.messages(edit.before(), text::persons);
      return false;
    } catch (Different caught) {
      return true;
    }
  }

  private static final class Different extends RuntimeException {
    private static final long serialVersionUID = 1;

    Different() {
      super(null, null, false, false);
    }
  }

  private record Comparison(Convenant convenant, RuleIndex index, DrawnPersons crowd) {
    void message(Draft message, Standing standing) {
      same(message.about(Persons.BEST), standing);
    }

    void persons(Draft message, Standing standing) {
      if (index.decide(message.about(Persons.BEST), standing) instanceof Permit) {
        for (var person : crowd.about(message)) {
          same(message.about(person), standing);
        }
      }
    }

    private void same(Question question, Standing standing) {
      var read = Interpreter.decide(question, new Speaking(convenant, standing));
      require(read.equals(index.decide(question, standing)));
    }

    private static void require(boolean same) {
      if (!same) {
        throw new Different();
      }
    }
  }
}
