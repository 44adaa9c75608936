package nl.sluis.gateway.inzicht;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.Logbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rows of a child around a day are found, although nothing beside them says when they were
/// written.
class RowWindowSpec {
  private static final String REGION = "kennemerland";
  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(400));
  private static final UUID CHILD = UUID.randomUUID();
  private static final int DAYS = 40;

  @TempDir private static Path directory;
  private static TestDatabase database;
  private static RowWindow window;

  @BeforeAll
  static void one_child_among_others_every_day() throws SQLException, IOException {
    database =
        TestDatabase.with(
            Schema.FILES.stream()
                .filter(file -> file.startsWith("db/logboek/") || file.endsWith("__rollen.sql"))
                .toList());
    var keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    var logbook =
        Logbook.open(
            REGION, "sluis.example/kennemerland", database.gateway(), keys, new SecureRandom());
    window = new RowWindow(new LogReader(REGION, keys));
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      for (int day = 0; day < DAYS; day++) {
        logbook.append(tx, rows(day), FIRST.plus(Duration.ofDays(day)));
        tx.commit();
      }
    }
  }

  /// Two rows about the child each day, among rows about others; on some days none.
  private static List<Entry> rows(int day) {
    var rows = new ArrayList<Entry>();
    rows.add(about(UUID.randomUUID()));
    if (day % 7 != 3) {
      rows.add(about(CHILD));
      rows.add(about(UUID.randomUUID()));
      rows.add(about(CHILD));
    }
    return rows;
  }

  private static Entry about(UUID child) {
    return new Entry(EntryKind.ACCEPTED, Optional.of(child), JsonNodeFactory.instance.objectNode());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void below_the_end_of_a_day_stands_every_row_of_that_day_and_none_of_the_next() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      for (int day = -1; day <= DAYS; day++) {
        var end = FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
        long below = window.below(tx, CHILD, end, LATER);
        var newest = window.next(tx, CHILD, below).stream().findFirst();

        assertThat(newest.map(RowWindow::at)).as("day " + day).isEqualTo(newest(day));
      }
    }
  }

  /// The last day until this one on which there are rows.
  private static Optional<Instant> newest(int day) {
    for (int i = Math.min(day, DAYS - 1); i >= 0; i--) {
      if (i % 7 != 3) {
        return Optional.of(FIRST.plus(Duration.ofDays(i)));
      }
    }
    return Optional.empty();
  }

  @Test
  void a_row_is_found_at_its_place_for_its_own_child_alone() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      var newest = window.next(tx, CHILD, Long.MAX_VALUE).getFirst();

      assertThat(window.at(tx, CHILD, newest.index())).isPresent();
      assertThat(window.at(tx, UUID.randomUUID(), newest.index())).isEmpty();
      assertThat(window.at(tx, CHILD, newest.index() - 1)).isEmpty();
      assertThat(window.at(tx, CHILD, Long.MAX_VALUE)).isEmpty();
      assertThat(
              window.next(tx, UUID.randomUUID(), window.below(tx, UUID.randomUUID(), FIRST, LATER)))
          .isEmpty();
      assertThat(window.below(tx, CHILD, LATER, LATER)).isEqualTo(Long.MAX_VALUE);
    }
  }
}
