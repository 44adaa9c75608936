package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.difference.Difference;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

/// Would somebody notice a slip of the pen in the convenant itself? Sluis does, by its faults, the
/// worked examples or the prohibitions; or the officer does, who looks at the difference with the
/// version before it, as the manual asks.
class TextMutantsSpec {
  private static final int SLIPS = 150;
  private static final double BY_SLUIS = 0.50;
  private static final double BY_ANYBODY = 0.95;

  private final Convenant convenant = Shipped.convenant();
  private final Difference.Known known = new Difference.Known(convenant);

  /// By what a slip is noticed.
  private enum Noticed {
    BY_A_FAULT,
    BY_AN_EXAMPLE,
    BY_A_PROHIBITION,
    BY_THE_DIFFERENCE,
    NOT,
    HAS_NO_EFFECT
  }

  @Test
  void a_slip_of_the_pen_is_noticed_before_it_is_signed() {
    var slips = TextEdits.of(Shipped.files(), 11);
    Collections.shuffle(slips, new Random(11));

    var noticed =
        slips.subList(0, SLIPS).parallelStream()
            .collect(
                Collectors.groupingByConcurrent(
                    slip -> noticed(slip.files()),
                    Collectors.mapping(TextEdits.Edit::what, Collectors.toList())));

    var counts = new TreeMap<Noticed, Integer>();
    noticed.forEach((how, which) -> counts.put(how, which.size()));
    int all = SLIPS - counts.getOrDefault(Noticed.HAS_NO_EFFECT, 0);
    int missed = counts.getOrDefault(Noticed.NOT, 0);
    int shown = counts.getOrDefault(Noticed.BY_THE_DIFFERENCE, 0);
    double bySluis = (all - missed - shown) / (double) all;
    double byAnybody = (all - missed) / (double) all;
    System.out.printf(
        "%d slips of the pen: Sluis refuses %.1f %%, with the difference %.1f %% is noticed; %s%n",
        all, 100 * bySluis, 100 * byAnybody, counts);
    noticed.getOrDefault(Noticed.NOT, List.of()).stream()
        .sorted()
        .forEach(what -> System.out.println("  not noticed: " + what));
    assertThat(bySluis).isGreaterThanOrEqualTo(BY_SLUIS);
    assertThat(byAnybody).isGreaterThanOrEqualTo(BY_ANYBODY);
  }

  private Noticed noticed(Map<String, String> files) {
    if (!(ConvenantReader.read(files) instanceof Result.Whole(var changed))) {
      return Noticed.BY_A_FAULT;
    }
    var index = new RuleIndex(changed);
    if (convenant.examples().stream().anyMatch(e -> !isAnswered(e, index))) {
      return Noticed.BY_AN_EXAMPLE;
    }
    var touched =
        changed.rules().stream()
            .filter(r -> convenant.rule(r.id()).filter(o -> isAlike(o, r)).isEmpty())
            .toList();
    if (touched.stream().anyMatch(rule -> isForbidden(changed, index, rule))) {
      return Noticed.BY_A_PROHIBITION;
    }
    if (!known.against(changed).isNone()) {
      return Noticed.BY_THE_DIFFERENCE;
    }
    return touched.stream().anyMatch(rule -> isFelt(index, rule))
        ? Noticed.NOT
        : Noticed.HAS_NO_EFFECT;
  }

  private static boolean isAlike(Rule one, Rule other) {
    return Records.with(one, "source", "").equals(Records.with(other, "source", ""));
  }

  private static boolean isAnswered(Example example, RuleIndex index) {
    var decision = index.decide(example.question(), Standing.GELDIG);
    return decision.outcome().name().equals(example.outcome())
        && switch (decision) {
          case Permit permit ->
              permit.withheld().equals(example.withheld())
                  && permit.obligations().equals(example.obligations());
          case Hold hold -> reasons(hold.reasons().items()).equals(example.because());
          case Refusal refusal -> reasons(refusal.reasons().items()).equals(example.because());
        };
  }

  private static Set<Reason> reasons(List<Reason.Told> told) {
    return told.stream().map(Reason.Told::reason).collect(Collectors.toSet());
  }

  private static boolean isForbidden(Convenant changed, RuleIndex index, Rule rule) {
    var prohibitions = new Prohibitions(changed);
    try {
      new Space(changed, Draw.whole())
          .parties(
              rule,
              (message, standing) -> {
                var question = message.about(Persons.BEST);
                prohibitions.check(question, index.decide(question, standing));
              });
      return false;
    } catch (AssertionError broken) {
      return true;
    }
  }

  // Enough to tell a slip that changes an answer from one that does not.
  private boolean isFelt(RuleIndex index, Rule rule) {
    var felt = new boolean[1];
    Space.Visitor compare =
        (message, standing) -> {
          for (var person : List.of(Persons.BEST, Persons.unlike().getFirst())) {
            var question = message.about(person);
            var read = Interpreter.decide(question, new Speaking(convenant, standing));
            felt[0] |= !read.equals(index.decide(question, standing));
          }
        };
    var space = new Space(convenant, Draw.whole());
    space.parties(rule, compare);
    convenant.rule(rule.id()).ifPresent(old -> space.parties(old, compare));
    if (!felt[0]) {
      space.messages(rule, compare);
    }
    return felt[0];
  }
}
