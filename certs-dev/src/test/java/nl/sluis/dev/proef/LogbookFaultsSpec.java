package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to the database while two gateways write: nothing forks, and nothing that was
/// acknowledged is lost.
final class LogbookFaultsSpec {
  private static final int CUTS = 12;

  @Test
  void two_gateways_write_through_everything_that_can_happen_to_their_database(@TempDir Path folder)
      throws Exception {
    try (var writers = TwoWriters.in(folder)) {
      writers.awaitWriting();

      connectionsAreLost(writers);
      databaseOnlyReads(writers);
      diskIsFull(writers);
      powerIsLostInTheMiddleOfBatches(writers);
      clockGoesBack(writers);

      assertThat(writers.wrong()).isEmpty();
      assertThat(writers.written()).isGreaterThan(6 * 50);
    }
  }

  private static void connectionsAreLost(TwoWriters writers) throws Exception {
    for (int cut = 0; cut < CUTS; cut++) {
      writers.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sluis_gateway'");
      writers.awaitWriting();
    }
  }

  private static void databaseOnlyReads(TwoWriters writers) throws Exception {
    writers.execute("alter role sluis_gateway set default_transaction_read_only = on");
    writers.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sluis_gateway'");
    writers.awaitFailures();
    writers.execute("alter role sluis_gateway reset default_transaction_read_only");
    writers.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sluis_gateway'");
    writers.awaitWriting();
  }

  private static void diskIsFull(TwoWriters writers) throws Exception {
    writers
        .postgres()
        .fillDisk(
            "logbook_subject",
            "select 'elders', gen_random_uuid(), i, 'bewaar-203111'"
                + " from generate_series(1, 300000) i");
    writers.awaitFailures();
    assertThat(writers.postgres().log()).contains("could not extend file");
    writers.postgres().emptyDisk();
    writers.awaitWriting();
  }

  private static void powerIsLostInTheMiddleOfBatches(TwoWriters writers) {
    writers.postgres().kill();
    writers.awaitFailures();
    writers.postgres().start();
    writers.awaitWriting();
  }

  private static void clockGoesBack(TwoWriters writers) {
    writers.clock(Duration.ofDays(40).negated());
    writers.awaitWriting();
    writers.clock(Duration.ofDays(80));
    writers.awaitWriting();
  }
}
