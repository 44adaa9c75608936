package nl.sluis.gateway.wissen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowListSpec {
  @Test
  void neighbours_stand_together_and_a_lone_row_stands_alone() {
    assertThat(RowList.of(List.of(1L, 2L, 3L, 7L, 9L, 10L)).getFirst().toString())
        .isEqualTo("[[1,3],7,[9,10]]");
  }

  @Test
  void nothing_needs_no_list() {
    assertThat(RowList.of(List.of())).isEmpty();
  }

  @Test
  void a_hundred_thousand_neighbours_are_one_item() {
    var rows = LongStream.range(0, 100_000).boxed().toList();

    assertThat(RowList.of(rows).getFirst().toString()).isEqualTo("[[0,99999]]");
  }

  @Test
  void rows_that_never_touch_go_over_several_lists_that_each_fit_in_one_row_of_the_logbook() {
    var last = (1L << 53) - 1;
    var rows = LongStream.range(0, 8_000).map(i -> last - 5 * (8_000 - i) + i % 2).boxed().toList();

    var lists = RowList.of(rows);

    assertThat(lists).hasSizeGreaterThan(1);
    assertThat(lists).allMatch(l -> l.toString().getBytes(StandardCharsets.UTF_8).length < 64_000);
    assertThat(lists.stream().mapToInt(l -> l.size()).sum()).isEqualTo(8_000);
  }

  @Test
  void rows_out_of_order_are_refused() {
    assertThatThrownBy(() -> RowList.of(List.of(2L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RowList.of(List.of(2L, 2L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
