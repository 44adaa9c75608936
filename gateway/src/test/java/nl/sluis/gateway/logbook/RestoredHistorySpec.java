package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the keys of a logbook say when a backup was put back.
class RestoredHistorySpec {
  private static final String NEW = "sluis.example/kennemerland-2";

  /// More rows than there are, as others saw.
  private static final OpenedCheckpoint SEEN = new OpenedCheckpoint(9, new byte[32]);

  @Test
  void what_was_signed_under_the_name_before_stays_true_and_is_not_gone_on_with() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(3));
      var old = LogKey.of(TestLogbook.ORIGIN, test.keys.logKey(1));
      var receipt = test.logbook.receiptFor(1, 3);
      restore(test, NEW);
      var after = open(test, NEW);

      var history = after.keyHistory();
      assertThat(KeyHistory.read(after.keyStatements(), old).periods()).hasSize(2);
      assertThat(ProvenRow.check(receipt, history)).isPresent();
      assertThat(after.key().origin()).isEqualTo(NEW);
      assertThat(after.checkpoint().orElseThrow().note()).startsWith(NEW + "\n4\n");
      assertThat(after.keyStatements().getLast()).contains("\nherstel\n", "\n9\n");
      // Whoever signs on under the name before is believed by nobody who read the history.
      var forged = new NoteSigner(TestLogbook.ORIGIN, test.keys.logKey(1)).sign(5, new byte[32]);
      assertThat(history.open(forged)).isEmpty();
      assertThat(findings(test, old)).isEmpty();
      assertThat(findings(test, after.key())).isEmpty();
    }
  }

  @Test
  void a_gateway_that_still_uses_the_name_before_does_not_open() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(1));
      restore(test, NEW);

      assertThatThrownBy(test::another)
          .isInstanceOf(LogbookRefused.class)
          .hasMessageContaining(NEW)
          .hasMessageContaining("logboeknaam");
    }
  }

  @Test
  void a_name_is_used_once_and_nothing_is_restored_of_which_nothing_is_missing() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(9));

      assertThatThrownBy(() -> restore(test, NEW)).isInstanceOf(IllegalArgumentException.class);
    }
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));

      assertThatThrownBy(() -> restore(test, TestLogbook.ORIGIN))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_restore_that_the_key_before_did_not_sign_or_that_says_another_size_is_found()
      throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      var old = LogKey.of(TestLogbook.ORIGIN, test.keys.logKey(1));
      restore(test, NEW);

      test.execute(
          "update sleutelgeschiedenis set verklaring = replace(verklaring, E'\\n"
              + "9\\n"
              + "', E'\\n"
              + "8\\n"
              + "')");

      assertThat(findings(test, old)).anyMatch(text -> text.contains("niet door de vorige"));
    }
  }

  @Test
  void the_key_of_the_name_before_is_destroyed_a_while_later() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      restore(test, NEW);
      var change = new LogKeyChange(open(test, NEW), test.keys);

      try (var connection = test.database.gateway().getConnection()) {
        var later = TestLogbook.NOW.plus(Duration.ofMinutes(10));
        assertThat(change.destroyRetired(connection, later)).isOne();
      }
      assertThat(open(test, NEW).checkpoint()).isPresent();
    }
  }

  private static void restore(TestLogbook test, String name) throws SQLException {
    try (var tx = test.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      try {
        var detail = JsonNodeFactory.instance.objectNode().put("stap", "begonnen");
        var _ =
            new LogKeyChange(test.logbook, test.keys)
                .restore(tx, name, SEEN, detail, TestLogbook.NOW);
        tx.commit();
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  private static Logbook open(TestLogbook test, String name) throws SQLException {
    return Logbook.open(
        TestLogbook.REGION, name, test.database.gateway(), test.keys, new SecureRandom());
  }

  private static List<String> findings(TestLogbook test, LogKey anchor) throws SQLException {
    try (var owner = test.owner()) {
      return LogbookVerifier.withKeys(TestLogbook.REGION, anchor, test.keys)
          .verify(owner, (_, _) -> {})
          .findings()
          .stream()
          .map(Finding::text)
          .toList();
    }
  }
}
