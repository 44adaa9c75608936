package nl.sluis.gateway.aflevering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneSpec {
  private final Lane lane = new Lane();

  @Test
  void who_answers_may_have_four_parcels_under_way() {
    for (int left = 4; left > 0; left--) {
      assertThat(lane.free()).isEqualTo(left);
      lane.leaves();
    }

    assertThat(lane.free()).isZero();
  }

  @Test
  void who_does_not_answer_holds_one_place_until_something_arrives() {
    lane.leaves();
    lane.leaves();
    lane.back(false);

    assertThat(lane.free()).as("one is still under way").isZero();
    lane.back(false);
    assertThat(lane.free()).isEqualTo(1);

    lane.leaves();
    lane.back(true);
    assertThat(lane.free()).isEqualTo(4);
    assertThat(lane.isIdle()).isTrue();
  }
}
