package nl.sluis.gateway.bereik;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How somebody is reached now, by what was put on record: the last thing counts. Immutable.
///
/// @param now what stands
/// @param asked an address that waits for its code; it counts for nothing yet
public record Standing(Now now, Optional<ChannelRow> asked) {
  /// How long a code for an address is good.
  public static final Duration CODE = Duration.ofHours(24);

  /// What stands.
  public sealed interface Now {
    /// Nothing was ever chosen, or it was switched off.
    record None() implements Now {}

    /// This was chosen and works, as far as anybody knows.
    ///
    /// @param row that says so
    record Works(ChannelRow row) implements Now {
      /// By which way.
      public Channel channel() {
        return row.channel();
      }
    }

    /// It was chosen, and what was sent came back.
    ///
    /// @param row that says so
    record CameBack(ChannelRow row) implements Now {}
  }

  /// What follows from rows.
  ///
  /// @param rows of one person, the newest first
  public static Standing of(List<ChannelRow> rows, Instant at) {
    var asked =
        rows.stream()
            .findFirst()
            .filter(row -> row.step() == ChannelRow.Step.GEVRAAGD)
            .filter(row -> at.isBefore(row.at().plus(CODE)));
    var counting = rows.stream().filter(row -> row.step() != ChannelRow.Step.GEVRAAGD).toList();
    var chosen = counting.stream().filter(row -> row.step() != ChannelRow.Step.RETOUR).findFirst();
    // A letter that came back says nothing of who chose another way.
    boolean byLetter = chosen.filter(row -> row.channel() != Channel.BRIEF).isEmpty();
    var last = byLetter ? counting.stream().findFirst() : chosen;
    return new Standing(last.map(Standing::now).orElseGet(Now.None::new), asked);
  }

  private static Now now(ChannelRow row) {
    return switch (row.step()) {
      case GEKOZEN -> new Now.Works(row);
      case MISLUKT, RETOUR -> new Now.CameBack(row);
      case UIT, GEVRAAGD -> new Now.None();
    };
  }

  /// The mail address in use; empty when nothing is mailed.
  public Optional<ChannelRow> mail() {
    return now instanceof Now.Works works && works.channel() == Channel.E_MAIL
        ? Optional.of(works.row())
        : Optional.empty();
  }
}
