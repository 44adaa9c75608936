package nl.sluis.policies.convenant;

import java.time.LocalDate;

/// Days on which the schools of the region are closed, so that no term for reading runs.
///
/// @param name what people call it, such as `kerstvakantie`
/// @param first the first day
/// @param last the last day
public record Holiday(String name, LocalDate first, LocalDate last) {
  /// Is this one of the days?
  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
