package nl.sluis.consent.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a person lives, as far as Sluis needs to know: the municipality, never an address.
///
/// @param seq its place in the order of recording
/// @param municipality the name, such as `Haarlem`
/// @param validFrom first day on which it is so
public record Residence(long seq, String municipality, LocalDate validFrom) {
  /// The municipality in which somebody lives on this day; empty when nobody told.
  ///
  /// The last move on or before the day counts; of one day, what was recorded last.
  public static Optional<String> on(LocalDate day, List<Residence> told) {
    return told.stream()
        .filter(r -> !r.validFrom().isAfter(day))
        .max(Comparator.comparing(Residence::validFrom).thenComparingLong(Residence::seq))
        .map(Residence::municipality);
  }
}
