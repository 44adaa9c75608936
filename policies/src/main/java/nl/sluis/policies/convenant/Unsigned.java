package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A party that did not sign a version, and what that stops.
///
/// @param version the version that waits for it
/// @param party who has not signed
/// @param signatory who must sign for it: the party itself, or its attorney
/// @param until first day on which the former version does not help any more; empty when it never
///   signed one
/// @param stops the rules that do not reach this party from that day on, or already
/// @param goesOn the rules that the law carries without a convenant; they go on, flagged
public record Unsigned(
    Convenant version,
    Party party,
    Party signatory,
    Optional<LocalDate> until,
    List<Rule> stops,
    List<Rule> goesOn) {
  /// Copies its parts.
  public Unsigned {
    stops = List.copyOf(stops);
    goesOn = List.copyOf(goesOn);
  }
}
