package nl.sluis.dev.proef;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.logbook.LogReader;

/// How long a family and an officer wait for a page of a large logbook. For one thread.
final class ManyReads {
  private static final int PAGE = 50;

  private final LogReader reader;
  private final DevDatabase database;
  private final int rows;
  private final int times;
  private final Random random = new Random(9);

  ManyReads(Rig rig, DevDatabase database, int rows) {
    this.reader = new LogReader(Rig.REGION, rig.site().keys());
    this.database = database;
    this.rows = rows;
    this.times = Math.clamp(rows / 50, 100, 2_000);
  }

  /// How long it took, in milliseconds.
  record Took(int times, double p50, double p99, double most) {}

  /// The newest page about people drawn by lot.
  Took family(List<UUID> people) throws SQLException {
    return measure(
        connection ->
            reader.about(
                connection, people.get(random.nextInt(people.size())), Long.MAX_VALUE, PAGE));
  }

  /// A page of an organisation, from a place in its history drawn by lot.
  Took officer(String organisation) throws SQLException {
    return measure(
        connection -> reader.of(connection, organisation, 1 + random.nextInt(rows), PAGE));
  }

  @FunctionalInterface
  private interface Question {
    List<LogReader.Row> ask(Connection connection) throws SQLException;
  }

  private Took measure(Question question) throws SQLException {
    var millis = new double[times];
    try (var connection = database.owner()) {
      for (int i = -times / 10; i < times; i++) {
        var begin = System.nanoTime();
        var page = question.ask(connection);
        if (page.isEmpty()) {
          throw new IllegalStateException("a page of the logbook is empty");
        }
        if (i >= 0) {
          millis[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    Arrays.sort(millis);
    return new Took(times, millis[times / 2], millis[times * 99 / 100], millis[times - 1]);
  }
}
