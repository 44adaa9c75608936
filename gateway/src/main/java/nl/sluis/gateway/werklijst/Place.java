package nl.sluis.gateway.werklijst;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in the list: after the item that is due then and has this name. It names nobody.
///
/// @param due to the microsecond, as the database keeps it
/// @param id the name of the item
public record Place(Instant due, UUID id) {
  /// Before everything.
  public static final Place BEGIN = new Place(Instant.EPOCH, new UUID(0, 0));

  private static final Pattern WORD = Pattern.compile("(\\d{1,17})-([0-9a-f-]{36})");

  /// As it stands in an address.
  public String word() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, due) + "-" + id;
  }

  /// The place that this word stands for; empty when it is none of ours.
  public static Optional<Place> of(String word) {
    var match = WORD.matcher(word);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var due = Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS);
      return Optional.of(new Place(due, UUID.fromString(match.group(2))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
