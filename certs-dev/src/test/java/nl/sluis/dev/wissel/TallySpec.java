package nl.sluis.dev.wissel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What counts as a failed request while keys are replaced: anything but the answer that was due.
final class TallySpec {
  private final Tally tally = new Tally();

  @Test
  void one_refused_request_among_many_is_told_with_its_reason_and_nothing_else_of_the_answer() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(tally.count("ophalen", 200, 200, "")).isTrue();
    }
    var refused = "{\"type\":\"x\",\"code\":\"token-ongeldig\",\"detail\":\"Sami Voorbeeld\"}";

    assertThat(tally.count("ophalen", 200, 401, refused)).isFalse();

    assertThat(tally.good()).isEqualTo(10_000);
    assertThat(tally.wrong()).isEqualTo(Map.of("ophalen kreeg 401 token-ongeldig", 1L));
  }

  @Test
  void a_lawful_come_back_later_and_a_broken_line_are_failed_requests_too() {
    tally.count("aanbieden", 200, 503, "{\"code\":\"niet-vastgelegd\"}");
    tally.count("aanbieden", 200, 0, "connection closed");
    tally.count("bevestigen", 204, 200, "");

    assertThat(tally.wrong())
        .isEqualTo(
            Map.of(
                "aanbieden kreeg 503 niet-vastgelegd",
                1L,
                "aanbieden kreeg 0 connection closed",
                1L,
                "bevestigen kreeg 200",
                1L));
    assertThat(tally.good()).isZero();
  }
}
