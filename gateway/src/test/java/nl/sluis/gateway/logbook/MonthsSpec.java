package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows stand in parts, one for each month in which rows end.
final class MonthsSpec {
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() throws Exception {
    test.close();
  }

  @Test
  void rows_that_end_in_another_month_stand_in_another_part() throws Exception {
    var subject = UUID.randomUUID();
    var five = TestLogbook.about(subject, EntryKind.ACCEPTED, "t-1");
    var fifteen = TestLogbook.about(subject, EntryKind.DISCLOSED, "t-1");

    test.write(List.of(five, fifteen.keptFor(new Term(Period.ofYears(15)))));

    assertThat(test.count("logbook_row_203111")).isEqualTo(1);
    assertThat(test.count("logbook_row_204111")).isEqualTo(1);
    assertThat(test.faults()).isEmpty();
    assertThat(read(subject)).containsExactly(1L, 0L);
  }

  @Test
  void two_gateways_that_begin_a_month_together_both_write() throws Exception {
    var other = test.another();
    var writers = List.of(test.logbook, other);

    try (var threads = Executors.newFixedThreadPool(writers.size())) {
      var running = new ArrayList<Callable<Appended>>();
      for (var writer : writers) {
        running.add(() -> test.commit(writer, TestLogbook.rows(3)));
      }
      for (var one : threads.invokeAll(running)) {
        one.get();
      }
    }

    test.logbook.catchUp();
    assertThat(test.count("logbook_row_203111")).isEqualTo(6);
    assertThat(test.faults()).isEmpty();
  }

  @Test
  void a_month_begins_while_somebody_reads_the_whole_logbook() throws Exception {
    test.write(TestLogbook.rows(2));
    try (var reader = test.owner();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select * from logbook_row");

      test.write(List.of(TestLogbook.rows(1).getFirst().keptFor(new Term(Period.ofYears(1)))));

      reader.rollback();
    }
    assertThat(test.count("logbook_row_202711")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bewaar-2031", "bewaar-203111; drop table checkpoint", "", "../kek"})
  void the_gateway_can_make_a_part_for_a_month_and_for_nothing_else(String month) throws Exception {
    try (var gateway = test.database.gateway().getConnection();
        var statement = gateway.prepareStatement("select logbook_month(?)")) {
      statement.setString(1, month);

      assertThatThrownBy(statement::execute).hasMessageContaining("geen maand van het logboek");
    }
  }

  @Test
  void nobody_else_can_make_a_part() throws Exception {
    try (var eraser = DriverManager.getConnection(test.database.url(), "sluis_wisser", "");
        var statement = eraser.createStatement()) {
      assertThatThrownBy(() -> statement.execute("select logbook_month('bewaar-203111')"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void a_part_has_no_index_but_that_of_its_own_order() throws Exception {
    test.write(TestLogbook.rows(1));

    assertThat(test.count("pg_indexes where tablename like 'logbook_row%'")).isEqualTo(1);
  }

  private List<Long> read(UUID subject) throws SQLException {
    var reader = new LogReader(TestLogbook.REGION, test.keys);
    try (var connection = test.owner()) {
      return reader.about(connection, subject, Long.MAX_VALUE, 10).stream()
          .map(LogReader.Row::index)
          .toList();
    }
  }
}
