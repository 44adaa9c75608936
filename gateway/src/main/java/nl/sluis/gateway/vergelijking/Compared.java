package nl.sluis.gateway.vergelijking;

import java.time.Instant;
import java.util.List;

/// What comes of holding an extract beside the rows of Sluis. Immutable.
///
/// @param both how many exchanges stand on both sides
/// @param onlyOwn what only the own system has, the oldest first; at most [#MOST]
/// @param onlyOwnCount how many there are
/// @param onlySluis what only Sluis has, the oldest first; at most [#MOST]
/// @param onlySluisCount how many there are
/// @param turned what both have, each on another side; at most [#MOST]
/// @param turnedCount how many there are
/// @param outside how many lines of the extract are of another time
/// @param faulty the numbers of some lines that could not be read
/// @param unread how many could not be read
public record Compared(
    int both,
    List<One> onlyOwn,
    int onlyOwnCount,
    List<One> onlySluis,
    int onlySluisCount,
    List<One> turned,
    int turnedCount,
    int outside,
    List<Integer> faulty,
    int unread) {
  /// How many of each kind are shown.
  static final int MOST = 200;

  /// Copies its lists.
  public Compared {
    onlyOwn = List.copyOf(onlyOwn);
    onlySluis = List.copyOf(onlySluis);
    turned = List.copyOf(turned);
    faulty = List.copyOf(faulty);
  }

  /// One exchange.
  ///
  /// @param side on which the own system, or else Sluis, has it
  /// @param path where the row of Sluis is read; empty when there is none
  public record One(String transaction, Instant at, Side side, String path) {}

  /// Whether both sides say the same.
  public boolean isSame() {
    return onlyOwnCount == 0 && onlySluisCount == 0 && turnedCount == 0 && unread == 0;
  }
}
