package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// One conversation in which several consents were asked, one line for each receiver.
///
/// @param id its identifier
/// @param subject the person concerned
/// @param purpose what for
/// @param sender who asked
/// @param askedAt when
/// @param lines one for each receiver
public record Request(
    UUID id, UUID subject, Purpose purpose, PartyRole sender, Instant askedAt, List<Line> lines) {
  /// What was asked for one receiver.
  ///
  /// @param number which line it is, from one
  /// @param askId the consent that was asked; empty when a giver may not know of this receiver, and
  ///   nobody was asked (design 10.14)
  /// @param receiver who may receive
  /// @param categories what may be shared
  /// @param apart whether the convenant sets this receiver apart from the others
  /// @param givers who had to say yes when it was asked
  /// @param rests before whom it is not put yet, and until when, because of an earlier no
  public record Line(
      int number,
      Optional<UUID> askId,
      PartyRole receiver,
      Set<DataCategory> categories,
      boolean apart,
      Set<UUID> givers,
      Map<UUID, Instant> rests) {
    /// Copies its parts.
    public Line {
      categories = Set.copyOf(categories);
      givers = Set.copyOf(givers);
      rests = Map.copyOf(rests);
    }

    /// Is it put before this person at this instant?
    public boolean isPutBefore(UUID person, Instant at) {
      return !at.isBefore(rests.getOrDefault(person, Instant.MIN));
    }
  }

  /// Copies its parts.
  public Request {
    lines = List.copyOf(lines);
  }

  /// The line with this number.
  public Optional<Line> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }
}
