package nl.sluis.gateway.normen;

import java.time.Instant;
import java.util.Optional;

/// What somebody wants to read of its own lines (LDV extension for reading); at least one of the
/// first three is there.
///
/// @param trace the number of a trace, 32 hexadecimal digits
/// @param activity the address of an activity
/// @param subject the number by which the asker knows a person
/// @param from nothing older than this
/// @param until nothing newer than this
public record Question(
    Optional<String> trace,
    Optional<String> activity,
    Optional<String> subject,
    Instant from,
    Instant until) {

  /// @throws IllegalArgumentException when it asks for everything
  public Question {
    if (trace.isEmpty() && activity.isEmpty() && subject.isEmpty()) {
      throw new IllegalArgumentException("at least one of trace, activity and subject is asked");
    }
  }

  /// The trace that a written number means, if it is one.
  public static Optional<String> trace(String written) {
    return Lezen.trace(written);
  }

  /// Is this row in the time that is asked for?
  boolean isAt(Row row) {
    return !row.at().isBefore(from) && !row.at().isAfter(until);
  }
}
