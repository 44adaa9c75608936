package nl.sluis.consent.machtiging;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;

/// Somebody who may look at a child lets another look along for a while (Awb 2:1; AVG 12 and 15).
/// Immutable.
///
/// @param id its identifier
/// @param giver who gives it
/// @param place at which child, and who the giver is there
/// @param who what sort of person helps
/// @param parts with what
/// @param made when it was given
/// @param codeUntil the first instant at which its code is good for nothing
/// @param days for how many days from the moment at which the helper takes it
/// @param taken who took it, and until when it lasts; empty while nobody did
/// @param ended when it was ended before its term; empty when it was not
public record Machtiging(
    UUID id,
    Giver giver,
    Place place,
    Helper who,
    Set<Part> parts,
    Instant made,
    Instant codeUntil,
    int days,
    Optional<Taken> taken,
    Optional<Instant> ended) {
  /// Copies its parts.
  public Machtiging {
    parts = Set.copyOf(parts);
  }

  /// Who gives it, by the keyed forms of the number with which that person logs in.
  ///
  /// @param number by which that person has a place at a child
  /// @param own by which that person is the child
  public record Giver(Hmac number, Hmac own) {}

  /// That the helper took it.
  ///
  /// @param by the keyed form of the helper's number
  /// @param at when
  /// @param until the first instant at which it is over
  public record Taken(Hmac by, Instant at, Instant until) {}

  /// Can its code be used now?
  public boolean isOffered(Instant at) {
    return taken.isEmpty() && ended.isEmpty() && at.isBefore(codeUntil);
  }

  /// Does it last, as far as its term and those who made it go? Whether the law still lets it is
  /// for [MayGive].
  public boolean isOpen(Instant at) {
    return ended.isEmpty() && taken.filter(one -> at.isBefore(one.until())).isPresent();
  }
}
