package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A logbook as large as a year of a small region, written through the writer itself.
final class ManyRowsSpec {
  private static final int ROWS = 100_000;
  private static final int BATCH = 10_000;

  @Test
  void a_hundred_thousand_rows_over_a_year_are_all_what_was_written() throws Exception {
    try (var test = TestLogbook.open()) {
      var people = Stream.generate(UUID::randomUUID).limit(500).toList();

      for (int done = 0; done < ROWS; done += BATCH) {
        var at = TestLogbook.NOW.plus(Duration.ofDays(365L * done / ROWS));
        var batch = test.commit(test.logbook, about(people), at);
        test.logbook.publish(batch);
      }

      assertThat(test.count("logbook_row")).isEqualTo(ROWS);
      assertThat(test.count("pg_inherits where inhparent = 'logbook_row'::regclass"))
          .as("parts, one for each month in which rows end")
          .isEqualTo(10);
      assertThat(test.faults()).isEmpty();
    }
  }

  private static List<Entry> about(List<UUID> people) {
    var entries = new ArrayList<Entry>(BATCH);
    for (int at = 0; at < BATCH; at++) {
      var person = people.get(at % people.size());
      entries.add(TestLogbook.about(person, EntryKind.ACCEPTED, UUID.randomUUID().toString()));
    }
    return entries;
  }
}
