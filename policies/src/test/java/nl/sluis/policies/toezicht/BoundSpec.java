package nl.sluis.policies.toezicht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundSpec {
  @ParameterizedTest
  @CsvSource({"0.05, 0.95, 59", "0.01, 0.95, 299", "0.10, 0.90, 22", "0.05, 0.99, 90"})
  void so_many_rows_without_a_fault_show_that_few_are_wrong(
      double share, double confidence, int rows) {
    assertThat(Bound.neededWithoutFault(share, confidence)).isEqualTo(rows);
    assertThat(Bound.most(rows, 0, confidence)).isLessThanOrEqualTo(share);
    assertThat(Bound.most(rows - 1, 0, confidence)).isGreaterThan(share);
  }

  // Reckoned apart, from exact binomial coefficients.
  @ParameterizedTest
  @CsvSource({"59, 1, 0.07790", "59, 3, 0.12621", "20, 2, 0.28262", "10, 10, 1", "299, 0, 0.00997"})
  void with_faults_the_bound_is_that_of_clopper_and_pearson(int rows, int wrong, double most) {
    assertThat(Bound.most(rows, wrong, 0.95)).isCloseTo(most, within(0.00005));
  }

  @Test
  void it_is_said_in_words_and_never_rounded_in_our_favour() {
    assertThat(Bound.words(59, 0, 95))
        .isEqualTo("0 van 59 rijen fout: met 95% zekerheid is van alle rijen hoogstens 5% fout.");
    assertThat(Bound.words(59, 1, 95)).contains("hoogstens 7,8% fout");
  }

  @Test
  void more_wrong_than_there_are_is_a_mistake() {
    assertThatThrownBy(() -> Bound.most(5, 6, 0.95)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bound.most(0, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
  }
}
