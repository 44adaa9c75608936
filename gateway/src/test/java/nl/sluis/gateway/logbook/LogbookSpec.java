package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogbookSpec {
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void rows_are_numbered_from_zero_in_the_order_in_which_they_were_given() throws Exception {
    var first = test.write(TestLogbook.rows(2));
    var second = test.write(List.of(TestLogbook.general(EntryKind.START)));

    assertThat(first.logged()).extracting(Logged::index).containsExactly(0L, 1L);
    assertThat(second.logged()).extracting(Logged::index).containsExactly(2L);
    assertThat(second.size()).isEqualTo(3);
    assertThat(test.count("logbook_row")).isEqualTo(3);
    assertThat(test.count("logbook_subject")).isEqualTo(2);
  }

  @Test
  void a_batch_that_is_rolled_back_leaves_nothing_and_cannot_be_published() throws Exception {
    Appended lost;
    try (var tx = test.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      lost = test.logbook.append(tx, TestLogbook.rows(3), TestLogbook.NOW);
      tx.rollback();
      tx.setAutoCommit(true);
    }

    assertThat(test.count("logbook_row")).isZero();
    assertThatThrownBy(() -> test.logbook.publish(lost)).hasMessageContaining("not committed");

    test.write(TestLogbook.rows(3));

    assertThatThrownBy(() -> test.logbook.publish(lost)).hasMessageContaining("not committed");
  }

  @Test
  void
      a_tile_that_became_full_in_a_batch_that_was_never_published_is_there_before_the_next_checkpoint()
          throws Exception {
    var unanswered = test.commit(test.logbook, TestLogbook.rows(300));
    assertThat(unanswered.size()).isEqualTo(300);
    assertThat(test.count("logbook_tile")).isZero();

    test.logbook.publish(test.commit(test.logbook, TestLogbook.rows(1)));

    assertThat(test.count("logbook_tile")).isEqualTo(1);
    assertThat(test.faults()).isEmpty();
  }

  @Test
  void a_lost_head_leaves_no_row_behind() throws Exception {
    // PostgreSQL runs an insert in a `with` also when the update beside it found nothing.
    test.write(TestLogbook.rows(1));
    var stale = new Head(0, new byte[0], new TreeHash().empty(), 0);
    var row =
        new SealedRow(
            new byte[65], new byte[32], "bewaar-203111", new byte[9], someone(), Set.of(7L));
    var tree = new BatchTree(0, new byte[0], List.of(new byte[32]));

    try (var connection = test.database.gateway().getConnection()) {
      // In auto-commit, so that whatever the statement leaves behind stays.
      assertThatThrownBy(() -> stale.append(connection, TestLogbook.REGION, tree, List.of(row)))
          .isInstanceOf(LostHead.class);
    }

    assertThat(test.count("logbook_row")).isEqualTo(1);
    assertThat(test.count("logbook_subject")).isEqualTo(1);
  }

  private static Optional<UUID> someone() {
    return Optional.of(UUID.randomUUID());
  }

  @Test
  void two_gateways_that_write_at_once_yield_one_sequence() throws Exception {
    var other = test.another();
    Callable<Integer> writer = () -> writeMany(test.logbook);
    Callable<Integer> competitor = () -> writeMany(other);

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(List.of(writer, competitor))) {
        assertThat(done.get()).isEqualTo(40);
      }
    }

    assertThat(test.count("logbook_row where idx between 0 and 279")).isEqualTo(280);
    assertThat(test.count("logbook_row")).isEqualTo(280);
    assertThat(test.count("checkpoint")).isEqualTo(80);
    assertThat(test.count("logbook_tile")).isEqualTo(1);
  }

  private int writeMany(Logbook by) throws Exception {
    for (var batch = 0; batch < 40; batch++) {
      by.publish(test.commit(by, TestLogbook.rows(batch % 2 == 0 ? 5 : 2)));
    }
    return 40;
  }

  @Test
  void the_gateway_may_add_and_read_and_nothing_else() throws Exception {
    test.write(TestLogbook.rows(2));

    for (var sql :
        List.of(
            "update logbook_row set detail_ct = ''",
            "delete from logbook_row",
            "truncate logbook_row",
            "update logbook_subject set idx = 1",
            "delete from logbook_subject",
            "update checkpoint set note = ''",
            "delete from checkpoint",
            "update logbook_tile set hashes = ''",
            "delete from logbook_tile",
            "update logbook_head set epoch = 7",
            "delete from logbook_head",
            "drop table logbook_row")) {
      try (var connection = test.database.gateway().getConnection();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql))
            .hasMessageMatching("(?s).*(denied|owner).*");
      }
    }
  }

  @Test
  void the_eraser_may_only_take_away_the_way_from_a_person_to_rows() throws Exception {
    test.write(TestLogbook.rows(2));

    try (var eraser = DriverManager.getConnection(test.database.url(), "sluis_wisser", "");
        var statement = eraser.createStatement()) {
      for (var sql :
          List.of(
              "select * from logbook_row",
              "delete from logbook_row",
              "update logbook_subject set idx = 7",
              "insert into logbook_subject values ('x', gen_random_uuid(), 7)",
              "delete from checkpoint",
              "select * from logbook_head")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("denied");
      }
      assertThat(statement.executeUpdate("delete from logbook_subject where idx = 1")).isEqualTo(1);
    }
  }

  @Test
  void no_row_outside_the_table_of_subjects_names_a_person() throws Exception {
    var subject = UUID.randomUUID();
    test.write(List.of(TestLogbook.about(subject, EntryKind.ACCEPTED, "t-1")));

    assertThat(test.count("logbook_row where key_id <> 'bewaar-203111+betrokkene'")).isZero();
    assertThat(test.count("logbook_row where encode(leaf, 'hex') like '%" + hex(subject) + "%'"))
        .isZero();
  }

  private static String hex(UUID subject) {
    return subject.toString().replace("-", "");
  }

  @Test
  void a_gateway_that_was_fenced_out_writes_nothing_more() throws Exception {
    test.write(TestLogbook.rows(1));
    try (var owner = test.owner()) {
      owner.setAutoCommit(false);
      test.logbook.fence(owner, TestLogbook.NOW);
      owner.commit();
    }

    assertThatThrownBy(() -> test.write(TestLogbook.rows(1)))
        .isInstanceOf(LogbookRefused.class)
        .hasMessageContaining("tijdperk");

    test.commit(test.another(), TestLogbook.rows(1));
    assertThat(test.count("logbook_row")).isEqualTo(3);
  }

  @Test
  void a_gateway_that_died_before_it_signed_is_caught_up_with_at_the_next_start() throws Exception {
    test.commit(test.logbook, TestLogbook.rows(300));

    test.another();

    assertThat(test.count("checkpoint where size = 300")).isEqualTo(1);
    assertThat(test.count("logbook_tile")).isEqualTo(1);
  }

  @Test
  void a_logbook_that_is_not_what_was_signed_is_not_opened() throws Exception {
    test.write(TestLogbook.rows(5));
    test.write(TestLogbook.rows(5));

    for (var damage :
        List.of(
            "delete from logbook_row where idx = 9",
            "update logbook_row set leaf = decode(repeat('00', 65), 'hex') where idx = 9",
            "update logbook_row set leaf = decode(repeat('00', 65), 'hex') where idx = 1",
            "update logbook_head set root = decode(repeat('00', 32), 'hex')",
            "update logbook_head set size = 8, frontier = decode(repeat('00', 32), 'hex')",
            "delete from logbook_head",
            "update checkpoint set note = 'x' where size = 10")) {
      try (var owner = test.owner();
          var statement = owner.createStatement()) {
        owner.setAutoCommit(false);
        statement.execute(damage);
        var check = new StartCheck(owner, TestLogbook.REGION, KeyHistory.of(test.logbook.key()));
        assertThatThrownBy(check::run).as(damage).isInstanceOf(LogbookRefused.class);
        owner.rollback();
      }
    }
    test.another();
  }
}
