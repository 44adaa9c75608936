package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import nl.sluis.consent.subject.Merges;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A decision that found a child before its reference was moved hears of it with the lock itself.
class MovedReferenceSpec {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void who_waited_for_a_child_whose_reference_was_moved_meanwhile_is_told_so() throws Exception {
    var merges = new Merges(Desk.REGION, TestSeal.SEAL, desk.subjects);
    var child = desk.child("wacht-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("wacht-twee", "2018-05-01", "eenhoofdig", MOTHER);
    try (var pool = Executors.newSingleThreadExecutor();
        var tx = desk.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      desk.subjects.lock(tx, new TreeSet<>(Set.of(child, provisional)));

      // when: somebody who found the child under its old reference waits for the lock
      var waiter =
          pool.submit(
              () -> {
                try (var other = desk.database.gateway().getConnection()) {
                  other.setAutoCommit(false);
                  var moved = desk.subjects.lock(other, new TreeSet<>(Set.of(provisional)));
                  var live = desk.subjects.references(other, List.of(provisional));
                  other.rollback();
                  return moved.contains(provisional) && live.isEmpty();
                }
              });
      awaitWaiting();
      var merged =
          merges.merge(tx, new Merges.Pair(provisional, child), Optional.empty(), "persoon", NOW);
      tx.commit();

      // then: the lock tells, and no reference means that child any more
      assertThat(merged).isNotNull();
      assertThat(waiter.get()).isTrue();
    }
  }

  private static void awaitWaiting() throws SQLException {
    var sql =
        """
        select count(*)
        from pg_stat_activity
        where datname = current_database()
          and wait_event_type = 'Lock'
        """;
    try (var owner = DriverManager.getConnection(desk.database.url(), "postgres", "");
        var statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < 10_000; i++) {
        try (var rows = statement.executeQuery()) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
      }
    }
    throw new AssertionError("nobody waits");
  }
}
