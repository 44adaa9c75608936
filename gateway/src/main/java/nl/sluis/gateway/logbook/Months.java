package nl.sluis.gateway.logbook;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// The parts of the table of rows, one for each month in which rows end.
///
/// A part is made before the first row that belongs in it, on a connection of its own and committed
/// at once, so that no transaction that is undone takes it along. May be shared between threads.
final class Months {
  private static final String MAKE = "select logbook_month(?)";

  private final DataSource database;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  Months(DataSource database) {
    this.database = database;
  }

  /// Sees to it that rows that end in these months have a place.
  ///
  /// @param months as [Term#keyFrom] names them
  void make(Collection<String> months) throws SQLException {
    for (var month : months) {
      if (!made.contains(month)) {
        make(month);
        made.add(month);
      }
    }
  }

  private void make(String month) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(MAKE)) {
      statement.setString(1, month);
      statement.execute();
    }
  }
}
