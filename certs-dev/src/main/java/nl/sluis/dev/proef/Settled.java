package nl.sluis.dev.proef;

import java.sql.SQLException;
import java.util.List;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;

/// Brings a database that was filled in bulk to where it would be had its rows come one by one: a
/// gateway and PostgreSQL keep up with what is written, and would otherwise catch up with millions
/// of rows while something else is timed.
final class Settled {
  /// Who reads the logbook on: the index of traces, the counts of the pictures, and the lines for a
  /// collector.
  private static final List<String> READERS = List.of("spoor", "telling", "regels");

  private static final String READ =
      """
      insert into regel_stand (region, wat, volgende)
      select region, ?, size from logbook_head
      on conflict (region, wat) do update set volgende = excluded.volgende
      """;

  private Settled() {}

  /// Tells every reader that it knows the rows, and lets PostgreSQL do at once what it would have
  /// done along the way: mark what is visible to all, gather its figures, and write to disk.
  static void after(DevDatabase database) throws SQLException {
    try (var owner = database.owner();
        var read = owner.prepareStatement(READ);
        var tidy = owner.createStatement()) {
      for (var reader : READERS) {
        read.setString(1, reader);
        var _ = read.executeUpdate();
      }
      tidy.execute("vacuum (analyze)");
      tidy.execute("checkpoint");
    }
  }
}
