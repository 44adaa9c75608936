package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.question.Question;
import org.junit.jupiter.api.Test;

/// What a decision costs, in time of the processor so that a busy machine does not count. The
/// benchmark measures it beside other engines; this only notices when it grows tenfold.
class DecisionTimeSpec {
  private static final int ROUNDS = 60;
  private static final int QUESTIONS = 20_000;

  @Test
  void a_decision_costs_about_a_microsecond() {
    var decider = new Decider(Shipped.shelf());
    var questions =
        Shipped.all().stream().flatMap(c -> c.examples().stream()).map(e -> e.question()).toList();

    long nanos = median(decider, questions);

    System.out.printf("a decision takes %,d ns of processor time, the median of rounds%n", nanos);
    assertThat(nanos).isLessThan(10_000);
  }

  private static long median(Decider decider, List<Question> questions) {
    var threads = ManagementFactory.getThreadMXBean();
    var rounds = new ArrayList<Long>();
    int permits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < QUESTIONS; i++) {
        permits += decider.decide(questions.get(i % questions.size())) instanceof Permit ? 1 : 0;
      }
      rounds.add((threads.getCurrentThreadCpuTime() - start) / QUESTIONS);
    }
    assertThat(permits).isPositive();
    Collections.sort(rounds);
    return rounds.get(ROUNDS / 2);
  }
}
