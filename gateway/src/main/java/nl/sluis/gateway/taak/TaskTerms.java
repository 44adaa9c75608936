package nl.sluis.gateway.taak;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Before when an organisation does its tasks, where it says so itself.
///
/// An organisation can give itself less time than it is given, and never more. May be shared
/// between threads.
@FunctionalInterface
public interface TaskTerms {
  /// Nobody gave itself less time.
  TaskTerms AS_GIVEN = (_, task, _) -> task.due();

  /// When this task is late.
  ///
  /// @param task with the day that the law or the convenant gives it
  /// @param opened since when
  Instant due(Connection tx, Task task, Instant opened) throws SQLException;
}
