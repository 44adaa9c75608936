package nl.sluis.gateway.steekproef;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Finding;

/// The sample of one week of one organisation, as far as it is. Immutable.
///
/// @param week the Monday of the week whose rows it is about
/// @param policy the fingerprint of the control policy by which its size was fixed
/// @param listed how many rows are on the list
/// @param fingerprint of the list, as `Sample.seal` makes it
/// @param size how many rows are drawn; all of them when there are fewer
/// @param confidencePercent how sure what it says will be
/// @param closedAt how many rows the logbook had, up to and with that of the closing
/// @param at when it was closed
/// @param seed where the seed comes from; empty while there is none
record Draw(
    UUID id,
    Oin organisation,
    LocalDate week,
    String policy,
    int listed,
    String fingerprint,
    int size,
    int confidencePercent,
    long closedAt,
    Instant at,
    Optional<Seed> seed) {

  /// The seed of a draw.
  ///
  /// @param checkpoint the size of the checkpoint whose root it is
  /// @param hex the root: 32 bytes, in hexadecimal
  /// @param at when was drawn with it
  record Seed(long checkpoint, String hex, Instant at) {}

  /// A row that was drawn, with what was found of it.
  ///
  /// @param row its place in the logbook
  /// @param who acted; without bytes where that is not known
  /// @param proposed what was proposed last
  /// @param closed what two people found, and when
  record Case(long row, Actor who, Optional<Proposed> proposed, Optional<Closed> closed) {}

  /// What somebody proposed.
  ///
  /// @param number of the proposal, from one
  record Proposed(int number, Finding finding, Actor by) {}

  /// What two people found.
  record Closed(Finding finding, Instant at) {}
}
