package nl.sluis.gateway.postbus;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// That nothing goes to or from a partner, for a purpose or along a lane, until two people let it
/// go on. Immutable.
///
/// @param word which one: an OIN, a purpose or a lane
/// @param by who said so, in the words of the operator
/// @param lifted who said that it may go on, so far; with two it does
public record Halt(
    UUID id, Kind kind, String word, String reason, String by, Instant at, List<String> lifted) {
  private static final int ENOUGH = 2;

  /// Copies its list.
  public Halt {
    lifted = List.copyOf(lifted);
  }

  /// What stands still.
  public enum Kind {
    /// Whatever one organisation sends, brings, gets or fetches.
    PARTNER,
    /// Whatever is for one purpose.
    DOEL,
    /// Whatever goes along one lane.
    BAAN;

    /// The word in commands and the table.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this word.
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /// Is this a word for one of them?
    public boolean takes(String word) {
      return switch (this) {
        case PARTNER -> Oin.isOin(word);
        case DOEL -> Purpose.isPurpose(word);
        case BAAN -> Arrays.stream(Lane.values()).anyMatch(lane -> lane.code().equals(word));
      };
    }
  }

  /// Does it still stand?
  public boolean stands() {
    return lifted.size() < ENOUGH;
  }

  /// Is this among what stands still?
  boolean stops(Passing passing) {
    return switch (kind) {
      case PARTNER -> passing.parties().stream().anyMatch(oin -> oin.value().equals(word));
      case DOEL -> passing.purpose().code().equals(word);
      case BAAN -> passing.lane().filter(lane -> lane.code().equals(word)).isPresent();
    };
  }

  /// What would pass.
  ///
  /// @param parties who has a hand in it
  /// @param lane along which; empty when no rule says
  public record Passing(List<Oin> parties, Purpose purpose, Optional<Lane> lane) {
    /// Copies its list.
    public Passing {
      parties = List.copyOf(parties);
    }
  }

  /// Everything that stands still at one moment.
  ///
  /// @param halts those that stand
  public record Standing(List<Halt> halts) {
    /// Copies its list.
    public Standing {
      halts = List.copyOf(halts);
    }

    /// May this not pass now?
    public boolean stops(Passing passing) {
      return halts.stream().anyMatch(halt -> halt.stops(passing));
    }
  }
}
