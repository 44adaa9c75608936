package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogReaderSpec {
  private static final String SCHOOL = "00000099000000101000";
  private static final String CJG = "00000099000000102000";

  private final UUID child = UUID.randomUUID();
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() {
    test.close();
  }

  private List<LogReader.Row> about(UUID subject, long before, int limit) throws Exception {
    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      return reader.about(connection, subject, before, limit);
    }
  }

  @Test
  void the_rows_about_a_person_are_read_newest_first_and_no_others() throws Exception {
    test.write(
        List.of(
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-1"),
            TestLogbook.about(UUID.randomUUID(), EntryKind.ACCEPTED, "t-2"),
            TestLogbook.about(child, EntryKind.DISCLOSED, "t-1")));

    var rows = about(child, Long.MAX_VALUE, 10);

    assertThat(rows).extracting(LogReader.Row::index).containsExactly(2L, 0L);
    assertThat(rows.getFirst().detail().toString())
        .isEqualTo(
            "{\"soort\":\"verstrekt\",\"tijd\":\"2026-11-22T11:00:00Z\",\"transactie\":\"t-1\"}");
    assertThat(about(child, 2, 10)).hasSize(1);
    assertThat(about(child, Long.MAX_VALUE, 1)).hasSize(1);
  }

  @Test
  void nothing_is_left_to_read_about_a_person_who_was_erased() throws Exception {
    test.write(List.of(TestLogbook.about(child, EntryKind.ACCEPTED, "t-1")));

    test.keys.destroySubjectKey(child);

    assertThat(about(child, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(about(UUID.randomUUID(), Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void an_organisation_reads_what_it_took_part_in_and_no_more() throws Exception {
    test.write(
        List.of(
            between(EntryKind.ACCEPTED),
            between(EntryKind.REFUSED),
            between(EntryKind.DISCLOSED),
            TestLogbook.about(child, EntryKind.CONSENT, "t-2")));

    assertThat(of(SCHOOL)).extracting(LogReader.Row::index).containsExactly(2L, 1L, 0L);
    assertThat(of(CJG)).as("what was refused").extracting(LogReader.Row::index).containsExactly(2L);
    assertThat(of("00000099000000109000")).isEmpty();
  }

  @Test
  void an_organisation_reads_nothing_any_more_of_a_person_who_was_erased() throws Exception {
    test.write(List.of(between(EntryKind.DISCLOSED)));

    test.keys.destroySubjectKey(child);

    assertThat(of(SCHOOL)).isEmpty();
  }

  @Test
  void no_table_says_which_organisation_took_part() throws Exception {
    test.write(List.of(between(EntryKind.DISCLOSED)));

    assertThat(test.count("logbook_party p where p::text like '%00000099%'")).isZero();
    assertThat(test.count("logbook_party")).isEqualTo(2);
  }

  @Test
  void the_place_below_which_all_is_from_before_a_moment_is_found_wherever_it_is()
      throws Exception {
    for (int minute = 0; minute < 120; minute++) {
      var rows = new ArrayList<Entry>(List.of(between(EntryKind.DISCLOSED)));
      // Of others too, more of them at one time than at another.
      rows.addAll(
          Collections.nCopies(minute % 7, TestLogbook.about(child, EntryKind.CONSENT, "t-2")));
      test.commit(test.logbook, rows, TestLogbook.NOW.plus(Duration.ofMinutes(minute)));
    }

    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      for (int minute = 0; minute <= 120; minute++) {
        var end = TestLogbook.NOW.plus(Duration.ofMinutes(minute));
        long place = reader.below(connection, SCHOOL, end);
        var rows = reader.of(connection, SCHOOL, place, 500);

        assertThat(rows).as("before minute %d", minute).hasSize(minute);
        assertThat(rows).allMatch(row -> row.at().isBefore(end));
      }
    }
  }

  @Test
  void the_rows_around_a_place_are_as_many_newer_ones_as_older_ones() throws Exception {
    for (int row = 0; row < 9; row++) {
      test.write(
          List.of(
              between(EntryKind.DISCLOSED), TestLogbook.about(child, EntryKind.CONSENT, "t-2")));
    }

    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);

      assertThat(reader.around(connection, SCHOOL, child, 8, 2, ""))
          .extracting(LogReader.Row::index)
          .containsExactly(12L, 10L, 8L, 6L);
      assertThat(reader.around(connection, SCHOOL, child, 0, 2, ""))
          .extracting(LogReader.Row::index)
          .containsExactly(4L, 2L, 0L);
      assertThat(reader.around(connection, SCHOOL, UUID.randomUUID(), 8, 2, "")).isEmpty();
    }
  }

  @Test
  void of_the_rows_around_a_place_only_those_that_say_a_word_are_read() throws Exception {
    test.write(
        List.of(
            between(EntryKind.ACCEPTED),
            TestLogbook.about(child, EntryKind.CONSENT, "t-2"),
            between(EntryKind.DISCLOSED)));

    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);

      assertThat(reader.around(connection, SCHOOL, child, 0, 9, "verstrekt"))
          .extracting(LogReader.Row::index)
          .containsExactly(2L);
      assertThat(reader.around(connection, SCHOOL, child, 0, 9, "t-9")).isEmpty();
    }
  }

  @Test
  void a_place_that_may_be_too_late_is_so_by_no_more_than_was_allowed() throws Exception {
    for (int minute = 0; minute < 200; minute++) {
      test.commit(
          test.logbook,
          List.of(between(EntryKind.DISCLOSED)),
          TestLogbook.NOW.plus(Duration.ofMinutes(minute)));
    }

    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      for (int minute = 0; minute <= 200; minute += 7) {
        var end = TestLogbook.NOW.plus(Duration.ofMinutes(minute));

        assertThat(reader.below(connection, SCHOOL, end, 9)).isBetween((long) minute, minute + 9L);
      }
    }
  }

  @Test
  void no_row_is_opened_once_there_is_enough() throws Exception {
    test.write(List.of(between(EntryKind.DISCLOSED), between(EntryKind.DISCLOSED)));
    test.write(List.of(between(EntryKind.DISCLOSED)));

    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      var page =
          reader.pageOf(
              connection, SCHOOL, Optional.empty(), Long.MAX_VALUE, 10, row -> row.index() > 1);

      assertThat(page.rows()).extracting(LogReader.Row::index).containsExactly(2L, 1L);
      assertThat(page.next()).isEqualTo(1);
      assertThat(page.more()).isTrue();
    }
  }

  private Entry between(EntryKind kind) {
    var entry = TestLogbook.about(child, kind, "t-1");
    entry.detail().put("afzender", SCHOOL);
    entry.detail().putObject("vraag").putObject("van").put("oin", SCHOOL);
    entry.detail().withObject("/vraag").putObject("aan").put("oin", CJG);
    return entry;
  }

  private List<LogReader.Row> of(String organisation) throws Exception {
    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      return reader.of(connection, organisation, Long.MAX_VALUE, 10);
    }
  }
}
