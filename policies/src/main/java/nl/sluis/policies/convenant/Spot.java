package nl.sluis.policies.convenant;

/// A place in a file: where a fault is mended. Immutable.
///
/// @param file its path, as it was handed in
/// @param line counted from one; zero is the whole file
public record Spot(String file, int line) {
  /// The place that [#toString] wrote.
  public static Spot of(String text) {
    int colon = text.lastIndexOf(':');
    return new Spot(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
