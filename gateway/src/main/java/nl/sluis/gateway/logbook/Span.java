package nl.sluis.gateway.logbook;

/// A part of the rows of a logbook that follow each other.
///
/// @param from the first row of it
/// @param to the row before which it ends; more than there are rows means: to the end
public record Span(long from, long to) {
  /// Every row.
  public static final Span ALL = new Span(0, Long.MAX_VALUE);

  /// @throws IllegalArgumentException when there is no row in it
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("a part of a logbook holds at least one row");
    }
  }

  /// Whether it is the whole logbook, however long that is.
  public boolean isAll() {
    return equals(ALL);
  }

  /// The same part of a logbook of this size.
  ///
  /// @throws IllegalArgumentException when the logbook ends before it
  Span within(long size) {
    return new Span(from, Math.min(to, size));
  }
}
