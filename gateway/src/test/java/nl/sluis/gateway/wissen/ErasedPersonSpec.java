package nl.sluis.gateway.wissen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.sequencer.Sequencer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person is erased: what goes, in which order, and what a crash leaves (design 10.18, 10.19).
class ErasedPersonSpec {
  private TestHouse house;
  private Sequencer gateway;

  @BeforeEach
  void open() throws Exception {
    house = TestHouse.open();
    gateway = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private UUID childWithRows() throws Exception {
    var child = house.child();
    var other = house.child();
    for (int i = 0; i < 3; i++) {
      house.write(
          gateway,
          List.of(
              TestHouse.about(child, EntryKind.ACCEPTED),
              TestHouse.about(child, EntryKind.DISCLOSED),
              TestHouse.about(other, EntryKind.ACCEPTED)));
    }
    return child;
  }

  private List<String> traces(UUID child) throws SQLException {
    return house.all(
        """
        select 'alias' from alias where subject_id = '%1$s'
        union all select 'birth' from birth where subject_id = '%1$s'
        union all select 'consent_ask' from consent_ask where subject_id = '%1$s'
        union all select 'consent_party' from consent_party
          where ask_id in (select id from consent_ask where subject_id = '%1$s')
        union all select 'logbook_subject' from logbook_subject where subject_id = '%1$s'
        union all select 'subject' from subject where id = '%1$s'
        union all select 'wissing_kind' from wissing_kind where subject_id = '%1$s'
        """
            .formatted(child));
  }

  @Test
  void of_an_erased_child_nothing_is_left_but_rows_that_nobody_can_read() throws Exception {
    var child = childWithRows();
    var erasure = house.decide(gateway, child, Ground.ONRECHTMATIG);

    assertThat(house.duty(gateway, house.eraserLogin()).run(house.now)).isEqualTo(1);

    assertThat(house.isDone(erasure)).isTrue();
    assertThat(traces(child)).isEmpty();
    assertThatThrownBy(() -> house.vault().subjectKey(child)).isInstanceOf(KeyDestroyed.class);
    var report = house.check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.erased()).as("six rows about the child").isEqualTo(6);
    assertThat(report.rows()).as("no row went").isEqualTo(9 + 1 + 1);
  }

  @Test
  void a_sister_keeps_her_rows_and_everything_known_of_her() throws Exception {
    var child = house.child();
    var sister = house.child();
    house.write(
        gateway,
        List.of(
            TestHouse.about(child, EntryKind.ACCEPTED),
            TestHouse.about(sister, EntryKind.ACCEPTED)));
    var before = traces(sister);

    house.decide(gateway, child, Ground.ONRECHTMATIG);
    house.duty(gateway, house.eraserLogin()).run(house.now);

    assertThat(traces(sister)).isEqualTo(before).hasSize(6);
    try (var connection = house.database.gateway().getConnection()) {
      var reader = new LogReader(TestHouse.REGION, house.vault);
      assertThat(reader.about(connection, sister, Long.MAX_VALUE, 10)).hasSize(1);
      assertThat(reader.about(connection, child, Long.MAX_VALUE, 10)).isEmpty();
    }
  }

  @Test
  void
      after_a_crash_at_any_step_no_row_is_unreadable_without_its_account_and_the_rest_is_done_later()
          throws Exception {
    var child = childWithRows();
    var erasure = house.decide(gateway, child, Ground.ONRECHTMATIG);
    assertThat(house.check().findings()).as("decided, and nothing done yet").isEmpty();
    assertThat(house.isDone(erasure)).isFalse();

    // The gateway dies after the rows `gewist`, before the key.
    var open = open(child, erasure);
    gateway.submit(new Accounting(house.erasures, open)).join();
    assertThat(house.vault.knownSubjectKey(child)).isPresent();
    assertThat(house.check().text()).contains("staat als gewist te boek en is nog te lezen");

    // Or it dies after the key, before the rest.
    var broken = house.duty(gateway, new NoDatabase());
    assertThat(broken.run(house.now)).isZero();
    assertThat(house.check().findings()).isEmpty();
    assertThat(traces(child)).isNotEmpty();
    assertThat(house.isDone(erasure)).isFalse();

    assertThat(house.duty(gateway, house.eraserLogin()).run(house.now)).isEqualTo(1);
    assertThat(house.isDone(erasure)).isTrue();
    assertThat(traces(child)).isEmpty();
    assertThat(house.all("select 'x' from wissing_verantwoord")).hasSize(1);
    assertThat(house.check().findings()).isEmpty();
  }

  private Erasures.Open open(UUID child, UUID erasure) {
    return new Erasures.Open(erasure, new java.util.TreeSet<>(List.of(child)));
  }

  @Test
  void a_row_that_came_late_is_accounted_for_before_anything_is_deleted() throws Exception {
    var child = childWithRows();
    var erasure = house.decide(gateway, child, Ground.ONRECHTMATIG);
    gateway.submit(new Accounting(house.erasures, open(child, erasure))).join();
    house.write(gateway, List.of(TestHouse.about(child, EntryKind.INSPECTION)));

    house.duty(gateway, house.eraserLogin()).run(house.now);

    assertThat(house.isDone(erasure)).isTrue();
    assertThat(house.all("select aantal from wissing_verantwoord order by tot"))
        .containsExactly("6", "1");
    assertThat(house.check().findings()).isEmpty();
  }

  @Test
  void two_gateways_that_finish_the_same_erasure_write_one_account_of_it() throws Exception {
    var child = childWithRows();
    var erasure = house.decide(gateway, child, Ground.ONRECHTMATIG);
    var other = house.gateway();
    List<Future<Integer>> both;
    try (var threads = Executors.newFixedThreadPool(2)) {
      both =
          List.of(
              threads.submit(() -> house.duty(gateway, house.eraserLogin()).run(house.now)),
              threads.submit(() -> house.duty(other, house.eraserLogin()).run(house.now)));
    }

    assertThat(both.get(0).get() + both.get(1).get()).isBetween(1, 2);
    assertThat(house.isDone(erasure)).isTrue();
    assertThat(house.all("select aantal from wissing_verantwoord")).containsExactly("6");
    assertThat(house.check().findings()).isEmpty();
  }

  @Test
  void a_key_that_a_backup_of_the_vault_brings_back_is_destroyed_again_and_told_of()
      throws Exception {
    var child = childWithRows();
    house.vault.subjectKey(child);
    var file = house.directory.resolve("sleutels/betrokkene/" + child);
    var backup = java.nio.file.Files.readAllBytes(file);
    house.decide(gateway, child, Ground.ONRECHTMATIG);
    var duty = house.duty(gateway, house.eraserLogin());
    duty.run(house.now);

    java.nio.file.Files.write(file, backup);
    assertThat(house.vault().knownSubjectKey(child)).as("the backup opens").isPresent();
    assertThat(house.check().text()).contains("is er weer");

    try (var connection = house.database.gateway().getConnection()) {
      assertThat(new DeadKeys(TestHouse.REGION, house.vault()).enforce(connection)).isEqualTo(1);
    }
    assertThatThrownBy(() -> house.vault().subjectKey(child)).isInstanceOf(KeyDestroyed.class);
    assertThat(house.check().findings()).isEmpty();

    java.nio.file.Files.write(file, backup);
    duty.run(house.now.plusSeconds(7 * 3600));
    assertThatThrownBy(() -> house.vault().subjectKey(child)).isInstanceOf(KeyDestroyed.class);
    assertThat(house.check().rows()).as("with a row of kind `signaal`").isEqualTo(12);
  }

  @Test
  void who_comes_back_with_a_backup_of_the_database_is_erased_again() throws Exception {
    var child = childWithRows();
    // The vault is of after the erasure, the database of before.
    house.vault.destroySubjectKey(child);

    house.duty(gateway, house.eraserLogin()).run(house.now);

    assertThat(traces(child)).isEmpty();
    assertThat(house.all("select grond from wissing")).containsExactly("herstel");
    var report = house.check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.erased()).isEqualTo(6);
  }

  @Test
  void what_must_be_kept_stops_the_ground_that_it_stops_and_no_other() throws Exception {
    var child = childWithRows();
    house.execute(
        """
        insert into restriction (region, id, subject_id, kind, from_at, recorded_at, recorded_by)
        values ('kennemerland', gen_random_uuid(), '%s', 'bewaarplicht', now(), now(), 'x')
        """
            .formatted(child));
    try (var connection = house.database.gateway().getConnection()) {
      var holds = new Holds(TestHouse.REGION);
      var at = Instant.now();
      assertThat(holds.of(connection, List.of(child), Ground.NIET_MEER_NODIG, at))
          .containsExactly(Hold.BEPERKING);
      assertThat(holds.of(connection, List.of(child), Ground.ONRECHTMATIG, at))
          .containsExactly(Hold.BEPERKING);
      assertThat(holds.of(connection, List.of(child), Ground.WETTELIJK_BEVEL, at)).isEmpty();
      assertThat(holds.everybody(connection, at)).containsExactly(child);
    }
    var refused = house.decide(gateway, child, Ground.ONRECHTMATIG);

    house.duty(gateway, house.eraserLogin()).run(house.now);

    assertThat(house.all("select id from wissing where id = '%s'".formatted(refused))).isEmpty();
    assertThat(traces(child)).as("the refusal is one more row").hasSize(12);
    assertThat(house.check().erased()).isZero();
  }

  @Test
  void who_erases_cannot_write_a_row_and_who_writes_rows_cannot_erase() throws Exception {
    childWithRows();
    try (var eraser = house.eraserLogin().getConnection();
        var writer = house.database.gateway().getConnection()) {
      for (var sql :
          List.of(
              "delete from logbook_row",
              "delete from checkpoint",
              "update logbook_head set size = 0",
              "insert into logbook_subject values ('r', gen_random_uuid(), 1, 'k')")) {
        assertThatThrownBy(() -> eraser.createStatement().execute(sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
      for (var sql :
          List.of(
              "delete from logbook_row",
              "delete from logbook_subject",
              "delete from wissing",
              "delete from gewiste_sleutel",
              "delete from consent_event")) {
        assertThatThrownBy(() -> writer.createStatement().execute(sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
    }
  }

  /// The database is away.
  private static final class NoDatabase implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("away", "08006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("nothing inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
