package nl.sluis.gateway.beeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.beeld.CheckTable.Stand;
import nl.sluis.gateway.beeld.CheckTable.Step;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the logbook is checked, when, and what is said of it afterwards.
class LogCheckSpec {
  private static final String REGION = "kennemerland";
  private static final String ORIGIN = "sluis.example/kennemerland";

  /// Half past three at night, here.
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:30:00Z");

  @TempDir Path directory;

  private TestDatabase database;
  private KeyVault keys;
  private LogCheck check;

  @BeforeEach
  void a_logbook_of_some_rows() throws Exception {
    database = TestDatabase.with(Schema.FILES);
    keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    var logbook = Logbook.open(REGION, ORIGIN, database.gateway(), keys, new SecureRandom());
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var rows = List.of(row(), row(), row(), row());
      var batch = logbook.append(tx, rows, NIGHT);
      tx.commit();
      tx.setAutoCommit(true);
      logbook.publish(batch);
    }
    check = new LogCheck(REGION, ORIGIN, database.gateway(), keys, Runnable::run);
  }

  private static Entry row() {
    return new Entry(
        EntryKind.ACCEPTED,
        Optional.of(UUID.randomUUID()),
        JsonNodeFactory.instance.objectNode().put("transactie", "t"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void each_night_everything_is_checked_once_and_never_by_day() throws Exception {
    assertThat(check.run(NIGHT.plus(Duration.ofHours(9)))).isZero();

    assertThat(check.run(NIGHT)).isOne();
    assertThat(check.run(NIGHT.plus(Duration.ofMinutes(1)))).isZero();
    assertThat(answered().stand()).isEqualTo(Stand.HEEL);
    assertThat(answered().rows()).isEqualTo(4);
    assertThat(answered().checkpoints()).isPositive();

    assertThat(check.run(NIGHT.plus(Duration.ofDays(1)))).isOne();
  }

  @Test
  void what_was_changed_is_said_with_its_row_and_stays_said() throws Exception {
    execute("update logbook_row set detail_ct = set_byte(detail_ct, 40, 0) where idx = 2");
    execute("update logbook_row set detail_ct = set_byte(detail_ct, 40, 1) where idx = 2");

    check.run(NIGHT);

    assertThat(answered().stand()).isEqualTo(Stand.NIET_HEEL);
    assertThat(answered().findings()).isPositive();
    assertThat(answered().first()).hasValue(2);
    try (var gateway = database.gateway().getConnection();
        var statement = gateway.createStatement()) {
      for (var sql :
          List.of("delete from logboek_controle", "update logboek_controle set stand = 'heel'")) {
        assertThat(refused(statement, sql)).as(sql).isEqualTo("42501");
      }
    }
  }

  @Test
  void a_check_that_could_read_nothing_proves_nothing_and_says_so() throws Exception {
    check.run(NIGHT);
    execute("alter table logbook_row rename to logbook_weg");

    check.run(NIGHT.plus(Duration.ofDays(1)));

    assertThat(newest().stand()).isEqualTo(Stand.AFGEBROKEN);
    assertThat(answered().at()).isBefore(NIGHT.plus(Duration.ofHours(1)));
  }

  @Test
  void of_several_gateways_one_checks_and_one_that_fell_silent_holds_up_nobody() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      check.table().add(tx, new Step(UUID.randomUUID(), NIGHT, Stand.BEZIG, 2, 4));

      assertThat(check.table().isBusy(tx, NIGHT.plus(Duration.ofMinutes(9)))).isTrue();
      assertThat(check.table().isBusy(tx, NIGHT.plus(Duration.ofMinutes(11)))).isFalse();
      assertThat(check.table().answered(tx)).isEmpty();
    }
  }

  private static String refused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return "allowed";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private Step answered() throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return check.table().answered(tx).orElseThrow();
    }
  }

  private Step newest() throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return check.table().newest(tx).orElseThrow();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
