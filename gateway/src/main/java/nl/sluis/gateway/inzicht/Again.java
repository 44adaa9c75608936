package nl.sluis.gateway.inzicht;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Something on which somebody acted once, as that person may see it now.
///
/// @param whole whether more may be seen of it than the own words
/// @param from who gave or asked, or may share
/// @param to who got, or would have; empty when it is about whoever receives
/// @param sentence what for, in plain Dutch
/// @param masked whether nothing may be told that says where somebody is
public record Again(boolean whole, Who from, Optional<Who> to, String sentence, boolean masked) {
  /// What it was.
  ///
  /// @param line the line; empty when it was none
  /// @param purpose what for
  /// @param from who gave or asked, or may share
  /// @param to who got, or would have
  /// @param names everything by which it can be hidden
  public record Once(
      Optional<Ref> line,
      Purpose purpose,
      PartyRole from,
      Optional<PartyRole> to,
      List<UUID> names) {
    /// Copies its list.
    public Once {
      names = List.copyOf(names);
    }

    Once withoutLine() {
      return new Once(Optional.empty(), purpose, from, to, names);
    }

    Happened.Between between() {
      return new Happened.Between(purpose, from, to.orElse(from));
    }
  }
}
