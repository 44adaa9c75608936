package nl.sluis.gateway.werklijst;

/// How much there is to do.
///
/// @param all how many
/// @param late of how many of them the day has passed
public record Count(long all, long late) {
  /// Nothing.
  public static final Count NONE = new Count(0, 0);

  /// Both together.
  Count plus(Count other) {
    return new Count(all + other.all, late + other.late);
  }
}
