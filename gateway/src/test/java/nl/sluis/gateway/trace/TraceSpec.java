package nl.sluis.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples and rules of W3C Trace Context, 23 November 2021.
class TraceSpec {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String HEADER = "00-" + ID + "-" + CALLER + "-01";

  @Test
  void a_request_that_names_a_trace_goes_on_with_it() {
    var trace = Trace.of(List.of(HEADER), List.of());

    assertThat(trace).isEqualTo(new Trace(ID, Optional.of(CALLER), true, Optional.empty()));
    assertThat(trace.header()).matches("00-" + ID + "-[0-9a-f]{16}-01").doesNotContain(CALLER);
    assertThat(trace.header()).isNotEqualTo(trace.header());
  }

  @Test
  void what_the_caller_does_not_record_stays_so_and_is_logged_all_the_same() {
    var trace = Trace.of(List.of(HEADER.replace("-01", "-00")), List.of());

    assertThat(trace.header()).endsWith("-00");
  }

  @Test
  void a_later_version_is_read_as_far_as_it_is_known() {
    assertThat(Trace.of(List.of("cc" + HEADER.substring(2) + "-what-comes"), List.of()).id())
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-999990019-00f067aa0ba902b7-01"
      })
  void a_header_that_is_wrong_begins_a_new_trace_and_is_kept_nowhere(String wrong) {
    var trace = Trace.of(List.of(wrong), List.of());

    assertThat(trace.caller()).isEmpty();
    assertThat(trace.id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
  }

  @Test
  void two_headers_are_none() {
    assertThat(Trace.of(List.of(HEADER, HEADER), List.of()).id()).isNotEqualTo(ID);
  }

  @Test
  void only_a_number_is_kept_of_an_fsc_transaction() {
    var number = "0199d4c4-f641-7eff-acbe-4638491af19d";

    assertThat(Trace.of(List.of(HEADER), List.of(number)).fsc()).contains(number);
    assertThat(Trace.of(List.of(HEADER), List.of("bsn 999990019")).fsc()).isEmpty();
    assertThat(Trace.of(List.of(HEADER), List.of(number, number)).fsc()).isEmpty();
  }

  @Test
  void work_given_to_another_thread_stays_in_the_trace_in_which_it_was_given() {
    // given threads that run what they get when it is too late
    var later = new ArrayList<Runnable>();
    Executor threads = Trace.carrying(later::add);
    var seen = new ArrayList<String>();

    // when
    Trace.of(List.of(HEADER), List.of())
        .run(() -> threads.execute(() -> seen.add(Trace.current().id())));
    later.forEach(Runnable::run);

    // then
    assertThat(seen).containsExactly(ID);
    assertThat(Trace.current().id()).isNotEqualTo(ID);
  }
}
