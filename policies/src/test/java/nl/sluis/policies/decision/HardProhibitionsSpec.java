package nl.sluis.policies.decision;

import static nl.sluis.policies.decision.Prohibitions.require;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Domain 1.6 over the bounded space of questions to each convenant; and on every one of them the
/// index says what the text says. What is wrong in three things or more at once is drawn by the
/// day; `./sluis proef wet` leaves nothing out, and [MutantsSpec] measures what the draw would see.
///
/// Every message is sent between every two roles. What makes no difference is not multiplied: of
/// the roles of one rule that neither its text nor a prohibition tells apart, two send every
/// message about every person, and the others must get the same answers as those two, message by
/// message. Every sort of party sends the right message about every person in any case.
class HardProhibitionsSpec {
  private final LongAdder asked = new LongAdder();
  private final LongAdder permitted = new LongAdder();
  private final LongAdder repeated = new LongAdder();

  static List<Convenant> adopted() {
    return Shipped.adopted();
  }

  /// A text that stands in several convenanten is asked message by message in one of them, and
  /// party by party in all.
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void no_question_in_the_space_breaks_a_prohibition_or_is_answered_in_two_ways() {
    walkShipped(Draw.ofToday());
  }

  /// Asks every shipped convenant what is drawn, which is no less than it was.
  void walkShipped(Draw draw) {
    System.out.println(draw);
    walk(Shipped.all(), draw);

    assertThat(asked.sum()).isGreaterThan(draw.many(500_000, 5_000_000));
    assertThat(permitted.sum()).isGreaterThan(draw.many(100_000, 1_000_000));
    assertThat(repeated.sum()).isGreaterThan(draw.many(50_000, 500_000));
  }

  /// Asks these convenanten what is drawn, and prints how much that was and how long it took.
  void walk(List<Convenant> convenanten, Draw draw) {
    var start = worked();
    var talks = ConcurrentHashMap.<Space.Talk>newKeySet();
    for (var convenant : convenanten) {
      var space = new Space(convenant, draw, talks::add);
      var both = new Both(convenant, draw);
      space.purposes().parallelStream().forEach(p -> space.silence(p, both::message));
      convenant.rules().parallelStream().forEach(rule -> about(rule, space, both));
      System.out.printf(
          "to %s: %,d questions enumerated, %,d of them permits, in %.1f s%n",
          convenant.id(), asked.sum(), permitted.sum(), perCore(start).toMillis() / 1000.0);
    }
  }

  /// Everything that concerns one rule.
  private static void about(Rule rule, Space space, Both both) {
    space.parties(rule, both::message);
    for (var pairs : space.alike(rule, Both::apart)) {
      var answers = new ArrayList<Decision>();
      space.between(
          rule, pairs.getFirst(), (draft, standing) -> answers.add(both.message(draft, standing)));
      for (var pair : pairs.subList(1, pairs.size())) {
        var next = answers.iterator();
        space.between(rule, pair, (draft, standing) -> both.again(draft, standing, next.next()));
      }
    }
  }

  private static Duration perCore(Duration start) {
    return worked().minus(start).dividedBy(Runtime.getRuntime().availableProcessors());
  }

  /// Work done rather than time passed, so that a busy machine does not make the space larger.
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("adopted")
  void what_a_lawyer_did_not_decide_passes_in_no_adopted_convenant(Convenant convenant) {
    var space = new Space(convenant, Draw.ofToday());
    var both = new Both(convenant, Draw.ofToday());
    for (var rule : convenant.rules()) {
      space.parties(
          rule,
          (message, standing) -> {
            var question = message.about(Persons.BEST);
            var decision = both.ask(question, standing);
            require(
                !(decision instanceof Permit)
                    || convenant.undecided(rule).isEmpty()
                    || question.meldcode() instanceof MeldcodeState.Acute,
                question,
                "undecided");
          });
    }
  }

  /// Asks the text and the index, and holds each answer against every prohibition.
  private final class Both {
    private final Convenant convenant;
    private final RuleIndex index;
    private final Prohibitions prohibitions;
    private final DrawnPersons persons;

    Both(Convenant convenant, Draw draw) {
      this.persons = new DrawnPersons(draw);
      this.convenant = convenant;
      this.index = new RuleIndex(convenant);
      this.prohibitions = new Prohibitions(convenant);
    }

    private static Object apart(Cast.Pair pair) {
      return Prohibitions.sort(pair.sender().role(), pair.receiver().role());
    }

    /// A message that was sent between two others between whom nothing is different.
    void again(Draft message, Standing standing, Decision first) {
      repeated.increment();
      require(
          first.equals(ask(message.about(Persons.BEST), standing)),
          message,
          "a role changes the answer");
    }

    /// What a family said shows only in answers to messages that could have passed.
    ///
    /// @return the answer about somebody of whom everything may be shared
    Decision message(Draft message, Standing standing) {
      var best = ask(message.about(Persons.BEST), standing);
      if (best instanceof Permit) {
        persons.about(message).forEach(p -> ask(message.about(p), standing));
        var lacking =
            Persons.lacking().stream().map(p -> ask(message.about(p), standing)).distinct();
        require(lacking.count() == 1, message, "the causes of no consent differ");
      } else {
        for (var person : persons.unlike(message)) {
          require(
              best.equals(ask(message.about(person), standing)),
              message,
              "a refused message tells of the person");
        }
      }
      require(
          best instanceof Permit || !isAcuteToVeiligThuis(message),
          message,
          "an acute report was not let through");
      return best;
    }

    Decision ask(Question question, Standing standing) {
      asked.increment();
      var decision = index.decide(question, standing);
      var read = Interpreter.decide(question, new Speaking(convenant, standing));
      require(read.equals(decision), () -> question + "\ntext:  " + read + "\nindex: " + decision);
      if (decision instanceof Permit) {
        permitted.increment();
      }
      prohibitions.check(question, decision);
      return decision;
    }

    private boolean isAcuteToVeiligThuis(Draft message) {
      var party = convenant.parties().get(message.receiver().oin());
      return message.meldcode() instanceof MeldcodeState.Acute
          && message.receiver().role() == Role.VEILIG_THUIS
          && party != null
          && party.holds(Role.VEILIG_THUIS, Cast.day(message.at()));
    }
  }
}
