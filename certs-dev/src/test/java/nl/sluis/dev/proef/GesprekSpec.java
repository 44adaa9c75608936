package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a conversation asks of people is counted, and saying no asks no more of them than yes.
final class GesprekSpec {
  private static List<Handling> handlings = List.of();

  @BeforeAll
  static void walk() {
    handlings = Gesprek.walk();
  }

  @Test
  void a_parent_says_no_to_three_receivers_with_as_much_as_yes() {
    var yes = Gesprek.named(handlings, "ja zeggen");
    var no = Gesprek.named(handlings, "nee zeggen");

    assertThat(no.clicks()).isEqualTo(yes.clicks()).isEqualTo(6);
    assertThat(no.texts()).isEqualTo(yes.texts()).isZero();
  }

  @Test
  void a_parent_takes_a_yes_back_with_one_click_and_fills_in_nothing() {
    var taken = Gesprek.named(handlings, "één ja intrekken");

    assertThat(taken.clicks()).isOne();
    assertThat(taken.mandatory()).isZero();
  }

  @Test
  void every_mandatory_field_was_sent_and_nobody_fills_in_what_the_system_knows() {
    assertThat(handlings).hasSize(6);
    assertThat(handlings)
        .filteredOn(one -> one.who().equals("intern begeleider"))
        .allSatisfy(one -> assertThat(one.bySystem()).isPositive())
        .allSatisfy(one -> assertThat(one.mandatory()).isPositive());
  }
}
