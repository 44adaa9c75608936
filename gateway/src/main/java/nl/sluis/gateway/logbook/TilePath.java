package nl.sluis.gateway.logbook;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which tile is meant, and its one name in a path (C2SP tlog-tiles): `0/x001/234` or `1/000.p/17`.
///
/// @param level 0 for hashes of leaves; each next level holds one hash of each full tile below it
/// @param n the place among the tiles of that level
/// @param width how many hashes: 256 for a full tile, fewer for one at the right edge
public record TilePath(int level, long n, int width) {
  /// The width of a full tile.
  public static final int FULL = 256;

  private static final int HIGHEST = 63;
  private static final Pattern PATH =
      Pattern.compile("(0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /// @throws IllegalArgumentException when there can be no such tile
  public TilePath {
    if (level < 0 || level > HIGHEST || n < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("a tile has a level, a place and 1 to 256 hashes");
    }
  }

  /// Reads the part of a path after `tile/`; anything but the one right way to write it is nothing.
  public static Optional<TilePath> parse(String path) {
    var matcher = PATH.matcher(path);
    if (!matcher.matches() || matcher.group(2).startsWith("x000")) {
      return Optional.empty();
    }
    var level = Integer.parseInt(matcher.group(1));
    var n = Long.parseLong(matcher.group(2).replaceAll("[x/]", "") + matcher.group(3));
    var width = matcher.group(4) == null ? FULL : Integer.parseInt(matcher.group(4));
    return level > HIGHEST || width > FULL || (width == FULL && matcher.group(4) != null)
        ? Optional.empty()
        : Optional.of(new TilePath(level, n, width));
  }

  /// The part of a path after `tile/`.
  public String path() {
    var place = new StringBuilder("%03d".formatted(n % 1000));
    for (var rest = n / 1000; rest > 0; rest /= 1000) {
      place.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return level + "/" + place + (isFull() ? "" : ".p/" + width);
  }

  /// Does it hold 256 hashes, so that it never changes?
  public boolean isFull() {
    return width == FULL;
  }
}
