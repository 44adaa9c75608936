package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.keys.KeyDestroyed;
import org.junit.jupiter.api.Test;

class LogKeyChangeSpec {
  private static final Instant NOW = TestLogbook.NOW;

  @Test
  void during_the_overlap_both_keys_sign_and_before_and_after_it_one() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(3));
      var before = test.logbook.receiptFor(1, 3);
      handOver(test);
      test.write(TestLogbook.rows(2));
      var during = test.logbook.receiptFor(1, 6);
      endOverlap(test);
      test.write(TestLogbook.rows(2));

      assertThat(signatures(test, 3)).isEqualTo(1);
      assertThat(signatures(test, 4)).isEqualTo(2);
      assertThat(signatures(test, 6)).isEqualTo(2);
      assertThat(signatures(test, 7)).isEqualTo(1);
      assertThat(signatures(test, 9)).isEqualTo(1);
      var history = test.logbook.keyHistory();
      var leaf = leafHash(test, 1);
      for (var receipt : List.of(before, during, test.logbook.receiptFor(1, 9))) {
        assertThat(ProvenRow.check(receipt, leaf, history)).isPresent();
      }
      // Who has only the old key, such as a partner that was not told yet, reads on in the overlap.
      assertThat(ProvenRow.check(during, leaf, key(test, 1))).isPresent();
      assertIntact(test);
    }
  }

  @Test
  void who_knows_any_one_of_the_keys_can_check_the_whole_logbook() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      for (var change = 0; change < 2; change++) {
        handOver(test);
        endOverlap(test);
      }
      test.write(TestLogbook.rows(2));

      for (var number = 1; number <= 3; number++) {
        assertThat(findings(test, key(test, number))).isEmpty();
      }
      assertThat(findings(test, LogKey.of(TestLogbook.ORIGIN, pair())))
          .anyMatch(text -> text.contains("bekende sleutel komt"));
    }
  }

  @Test
  void a_gateway_that_is_at_work_signs_with_the_new_key_without_being_told() throws Exception {
    try (var test = TestLogbook.open()) {
      var other = test.another();
      test.write(TestLogbook.rows(1));
      // Its batch is committed before the hand-over and published after it.
      var late = test.commit(other, TestLogbook.rows(1));
      handOver(test);
      other.publish(late);
      other.publish(test.commit(other, TestLogbook.rows(1)));
      endOverlap(test);
      other.publish(test.commit(other, TestLogbook.rows(1)));

      assertThat(signatures(test, 2)).isEqualTo(1);
      assertThat(signatures(test, 4)).isEqualTo(2);
      assertThat(signatures(test, 6)).isEqualTo(1);
      assertIntact(test);
    }
  }

  @Test
  void a_signing_key_that_was_swapped_without_a_signed_hand_over_is_found() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      var ours = key(test, 1);
      var thief = new NoteSigner(TestLogbook.ORIGIN, pair());
      var said =
          new KeyStatement(
              TestLogbook.ORIGIN, 2, KeyStatement.Kind.HANDOVER, thief.key(), ours, 2, NOW);
      try (var owner = test.owner()) {
        KeyHistoryTable.add(owner, TestLogbook.REGION, said, said.note(List.of(thief, thief)));
        resign(owner, thief);
      }

      assertThat(findings(test, ours))
          .anyMatch(text -> text.contains("niet door de vorige sleutel getekend"))
          .anyMatch(text -> text.contains("niet met deze sleutel getekend"));
      assertThatThrownBy(test::another).isInstanceOf(LogbookRefused.class);
    }
  }

  @Test
  void a_history_that_was_made_anew_around_another_key_is_found() throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      var ours = key(test, 1);
      var thief = new NoteSigner(TestLogbook.ORIGIN, pair());
      var key = thief.key();
      var said = new KeyStatement(TestLogbook.ORIGIN, 1, KeyStatement.Kind.BEGIN, key, key, 0, NOW);
      test.execute("delete from sleutelgeschiedenis");
      try (var owner = test.owner()) {
        KeyHistoryTable.add(owner, TestLogbook.REGION, said, said.note(List.of(thief)));
        resign(owner, thief);
      }

      assertThat(findings(test, ours)).anyMatch(text -> text.contains("bekende sleutel komt"));
      assertThat(findings(test, key)).isEmpty();
      assertThatThrownBy(test::another).isInstanceOf(LogbookRefused.class);
    }
  }

  @Test
  void a_change_of_key_that_is_no_row_and_a_row_that_is_no_change_are_found() throws Exception {
    try (var test = TestLogbook.open()) {
      handOver(test);
      var anchor = key(test, 1);
      assertIntact(test);

      for (var column : List.of("nr = nr + 7", "grootte = grootte + 1")) {
        test.execute("create table was as select * from sleutelgeschiedenis");
        test.execute("update sleutelgeschiedenis set " + column + " where nr = 2");
        assertThat(findings(test, anchor)).anyMatch(text -> text.contains("staat niet waar"));
        test.execute("truncate sleutelgeschiedenis");
        test.execute("insert into sleutelgeschiedenis select * from was");
        test.execute("drop table was");
      }
      assertIntact(test);
      test.execute("delete from sleutelgeschiedenis where nr = 2");

      assertThat(findings(test, anchor)).anyMatch(text -> text.contains("wisselt een sleutel"));
    }
  }

  @Test
  void a_key_that_signed_its_last_is_destroyed_only_after_a_while_and_old_proofs_stay()
      throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      var receipt = test.logbook.receiptFor(0, 2);
      handOver(test);
      endOverlap(test);
      var change = new LogKeyChange(test.logbook, test.keys);

      try (var connection = test.database.gateway().getConnection()) {
        assertThat(change.destroyRetired(connection, NOW)).isZero();
        assertThat(change.destroyRetired(connection, NOW.plus(Duration.ofMinutes(10)))).isOne();
        assertThat(change.destroyRetired(connection, NOW.plus(Duration.ofMinutes(10)))).isZero();
      }

      assertThatThrownBy(() -> test.keys.logKey(1)).isInstanceOf(KeyDestroyed.class);
      assertThat(ProvenRow.check(receipt, leafHash(test, 0), test.another().keyHistory()))
          .isPresent();
      test.write(TestLogbook.rows(1));
      assertIntact(test);
    }
  }

  @Test
  void a_file_of_a_logbook_that_changed_its_key_is_checked_with_the_published_history()
      throws Exception {
    try (var test = TestLogbook.open()) {
      test.write(TestLogbook.rows(2));
      handOver(test);
      endOverlap(test);
      test.write(TestLogbook.rows(2));
      var file = new ByteArrayOutputStream();
      try (var owner = test.owner()) {
        new LogExport(TestLogbook.REGION, test.logbook.key())
            .write(owner, Span.ALL, file, (_, _) -> {});
      }

      var known = key(test, 1);
      var history = KeyHistory.read(test.logbook.keyStatements(), known);

      assertThat(check(new ExportCheck(history, List.of()), file).findings()).isEmpty();
      assertThat(check(new ExportCheck(known, List.of()), file).intact()).isFalse();
    }
  }

  private static LogbookReport check(ExportCheck check, ByteArrayOutputStream file)
      throws IOException {
    return check.check(new ByteArrayInputStream(file.toByteArray()), (_, _) -> {});
  }

  @Test
  void there_are_never_more_than_two_keys_and_never_none() throws Exception {
    try (var test = TestLogbook.open()) {
      assertThatThrownBy(() -> endOverlap(test)).hasMessageContaining("één sleutel");
      handOver(test);
      assertThatThrownBy(() -> handOver(test)).hasMessageContaining("twee sleutels");
      assertIntact(test);
    }
  }

  @Test
  void a_running_gateway_can_add_to_the_history_and_change_nothing_in_it() throws Exception {
    try (var test = TestLogbook.open();
        var gateway = test.database.gateway().getConnection();
        var statement = gateway.createStatement()) {
      for (var sql :
          List.of(
              "delete from sleutelgeschiedenis",
              "update sleutelgeschiedenis set verklaring = ''",
              "truncate sleutelgeschiedenis")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  private interface Step {
    Appended in(Connection tx) throws SQLException;
  }

  private static void handOver(TestLogbook test) throws SQLException {
    step(test, tx -> new LogKeyChange(test.logbook, test.keys).handOver(tx, NOW));
  }

  private static void endOverlap(TestLogbook test) throws SQLException {
    step(test, tx -> new LogKeyChange(test.logbook, test.keys).endOverlap(tx, NOW));
  }

  private static void step(TestLogbook test, Step step) throws SQLException {
    try (var tx = test.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      try {
        var appended = step.in(tx);
        tx.commit();
        test.logbook.publish(appended);
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  private static long signatures(TestLogbook test, long size) throws SQLException {
    try (var owner = test.owner()) {
      var note = Checkpoints.covering(owner, TestLogbook.REGION, size).orElseThrow();
      assertThat(note.size()).isEqualTo(size);
      return note.note().lines().filter(line -> line.startsWith("\u2014 ")).count();
    }
  }

  private static void resign(Connection owner, NoteSigner signer) throws SQLException {
    var head = Head.read(owner, TestLogbook.REGION).orElseThrow();
    try (var statement = owner.prepareStatement("update checkpoint set note = ? where size = ?")) {
      statement.setString(1, signer.sign(head.size(), head.root()));
      statement.setLong(2, head.size());
      statement.executeUpdate();
    }
  }

  private static byte[] leafHash(TestLogbook test, long index) throws SQLException {
    try (var owner = test.owner()) {
      return new TreeHash().leaf(new StoredTree(owner, TestLogbook.REGION).leaf(index));
    }
  }

  private static LogKey key(TestLogbook test, int number) {
    return LogKey.of(TestLogbook.ORIGIN, test.keys.logKey(number));
  }

  private static KeyPair pair() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static void assertIntact(TestLogbook test) throws SQLException {
    assertThat(findings(test, LogKey.of(TestLogbook.ORIGIN, test.keys.logKey()))).isEmpty();
  }

  private static List<String> findings(TestLogbook test, LogKey anchor) throws SQLException {
    try (var owner = test.owner()) {
      var texts = new ArrayList<String>();
      LogbookVerifier.withKeys(TestLogbook.REGION, anchor, test.keys)
          .verify(owner, (_, _) -> {})
          .findings()
          .forEach(finding -> texts.add(finding.text()));
      return texts;
    }
  }
}
