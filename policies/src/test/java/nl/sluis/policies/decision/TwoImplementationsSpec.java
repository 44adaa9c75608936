package nl.sluis.policies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.Question;
import org.junit.jupiter.api.Test;

/// The text and the index say the same, also of convenanten that nobody would sign.
class TwoImplementationsSpec {
  private static final int CONVENANTEN = 200;
  private static final List<Standing> STANDINGS = List.of(Standing.values());
  private static final int QUESTIONS = 5_000;

  @Test
  void of_random_convenanten_text_and_index_say_the_same() {
    long permits =
        LongStream.rangeClosed(1, CONVENANTEN)
            .parallel()
            .map(seed -> permits(RandomConvenant.of(seed), seed))
            .sum();

    System.out.printf(
        "%,d questions to %d random convenanten, %,d permits%n",
        (long) CONVENANTEN * QUESTIONS, CONVENANTEN, permits);
    assertThat(permits).isGreaterThan(5_000);
  }

  @Test
  void of_the_shipped_convenanten_text_and_index_say_the_same_at_the_edges_of_every_rule() {
    for (var convenant : Shipped.all()) {
      assertThat(permits(convenant, 7)).isPositive();
    }
  }

  private static long permits(Convenant convenant, long seed) {
    var index = new RuleIndex(convenant);
    var questions = new RandomQuestions(convenant, seed);
    long permits = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      var question = questions.next();
      var standing = i % 8 == 0 ? STANDINGS.get(i / 8 % STANDINGS.size()) : Standing.GELDIG;
      permits += same(question, index, new Speaking(convenant, standing)) ? 1 : 0;
    }
    return permits;
  }

  private static boolean same(Question question, RuleIndex index, Speaking speaking) {
    var read = Interpreter.decide(question, speaking);
    var found = index.decide(question, speaking.standing());
    Prohibitions.require(
        read.equals(found),
        () ->
            speaking.convenant().version()
                + " "
                + question
                + "\ntext:  "
                + read
                + "\nindex: "
                + found);
    return found instanceof Permit;
  }
}
