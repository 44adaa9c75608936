package nl.sluis.dev.duur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/// A trial that lasts an hour is worth no more than what its judgement would notice.
final class JudgementSpec {
  private static final int HEAP = 384;
  private static final int WINDOWS = 120;
  private static final int SECONDS = WINDOWS * Waits.WINDOW_SECONDS;
  private static final int EACH_WINDOW = 3_000;

  @Test
  void a_gateway_that_stays_as_it_was_is_in_order_though_its_readings_go_up_and_down() {
    var judgement = judged(steady(), quick(), List.of());

    assertThat(judgement.faults()).isEmpty();
    assertThat(judgement.lines()).hasSize(8);
  }

  @Test
  void what_is_kept_of_every_exchange_is_noticed_long_before_the_heap_is_full() {
    double each = 64.0 * EACH_WINDOW / (1 << 20);

    var judgement = judged(readings(window -> 60 + each * window, _ -> 80, 0), quick(), List.of());

    assertThat(judgement.faults()).singleElement().asString().contains("levend geheugen blijft");
  }

  @Test
  void memory_outside_the_heap_that_is_not_given_back_is_noticed() {
    var judgement = judged(readings(_ -> 60, _ -> 80, 1), quick(), List.of());

    assertThat(judgement.faults()).singleElement().asString().contains("RSS");
  }

  @Test
  void one_reading_behind_a_long_pause_is_no_leak() {
    var judgement =
        judged(
            readings(window -> window == WINDOWS - 1 ? 200 : 60, _ -> 80, 0), quick(), List.of());

    assertThat(judgement.faults()).isEmpty();
  }

  @Test
  void threads_that_are_never_let_go_are_noticed() {
    var judgement = judged(readings(_ -> 60, window -> 80 + window, 0), quick(), List.of());

    assertThat(judgement.faults()).singleElement().asString().contains("steeds meer draden");
  }

  @Test
  void waiting_that_grows_with_what_is_in_the_database_is_noticed_in_its_slowest_part() {
    var waits = new Waits();
    fill(waits, (window, i) -> i % 50 == 0 ? 20 + window : 10);

    assertThat(judged(steady(), waits, List.of()).faults())
        .singleElement()
        .asString()
        .contains("het wachten groeit", "p99");
  }

  @Test
  void one_request_of_a_hundred_thousand_that_failed_is_told() {
    var waits = quick();
    waits.add(TimeUnit.SECONDS.toNanos(1_800), 1, "ophalen 503");

    var judgement =
        Judgement.of(
            new Judgement.Course(
                HEAP, SECONDS, (long) WINDOWS * EACH_WINDOW + 1, steady(), waits, List.of()));

    assertThat(judgement.faults()).containsExactly("1 keer ophalen 503");
  }

  @Test
  void an_exchange_that_never_ended_and_a_logbook_that_is_not_whole_are_told() {
    var judgement =
        Judgement.of(
            new Judgement.Course(
                HEAP,
                SECONDS,
                (long) WINDOWS * EACH_WINDOW + 2,
                steady(),
                quick(),
                List.of("rij 7 ontbreekt")));

    assertThat(judgement.faults())
        .containsExactly("2 uitwisselingen kwamen niet tot een eind", "logboek: rij 7 ontbreekt");
  }

  @Test
  void who_had_to_begin_late_has_waited_since_the_planned_moment() throws InterruptedException {
    var waits = new Waits();
    var first = new boolean[] {true};
    var loop =
        new OpenLoop(
            _ -> {
              if (first[0]) {
                first[0] = false;
                // Something that halts everything, such as a full disk.
                var over = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
                while (System.nanoTime() < over) {
                  LockSupport.parkNanos(1_000_000);
                }
              }
              return CompletableFuture.completedFuture("");
            },
            () -> "bericht".getBytes(StandardCharsets.US_ASCII),
            waits,
            100);

    long planned = loop.run(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(400));

    assertThat(planned).isEqualTo(40);
    assertThat(waits.wentWell()).isEqualTo(40);
    assertThat(waits.millis(0, 1, 0.99)).isGreaterThanOrEqualTo(290);
    assertThat(waits.millis(0, 1, 0.50)).as("and so did half of the others").isGreaterThan(80);
  }

  private static Judgement judged(List<Reading> readings, Waits waits, List<String> findings) {
    return Judgement.of(
        new Judgement.Course(
            HEAP, SECONDS, (long) WINDOWS * EACH_WINDOW, readings, waits, findings));
  }

  private static List<Reading> steady() {
    return readings(window -> 60 + window % 3, window -> 80 + window % 5, 0);
  }

  private static List<Reading> readings(
      IntToDoubleFunction live, IntToDoubleFunction threads, double residentEach) {
    var readings = new ArrayList<Reading>();
    for (int window = 0; window < WINDOWS; window++) {
      boolean fully = (window + 1) % 5 == 0;
      readings.add(
          new Reading(
              (window + 1) * Waits.WINDOW_SECONDS + 0.1,
              90,
              fully ? OptionalDouble.of(live.applyAsDouble(window)) : OptionalDouble.empty(),
              600 + residentEach * window,
              (int) threads.applyAsDouble(window),
              300,
              0,
              9));
    }
    return readings;
  }

  private static Waits quick() {
    var waits = new Waits();
    fill(waits, (window, i) -> i % 50 == 0 ? 20 + window % 4 : 10);
    return waits;
  }

  @FunctionalInterface
  private interface Millis {
    double of(int window, int number);
  }

  private static void fill(Waits waits, Millis millis) {
    for (int window = 0; window < WINDOWS; window++) {
      for (int i = 0; i < EACH_WINDOW; i++) {
        waits.add(
            TimeUnit.SECONDS.toNanos((long) window * Waits.WINDOW_SECONDS),
            (long) (millis.of(window, i) * 1e6),
            "");
      }
    }
  }
}
