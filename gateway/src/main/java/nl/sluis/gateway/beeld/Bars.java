package nl.sluis.gateway.beeld;

import java.util.ArrayList;
import java.util.List;

/// A picture of counts as bars that lie under each other, each with its number beside it.
/// Immutable.
///
/// Nothing hangs on colour: length and number say the same, and the table under it says it again.
///
/// @param title the key of what it is called; `title + ".tabel"` is the caption of its table
/// @param bars from above
/// @param file where the same is as CSV
public record Bars(String title, List<Bar> bars, String file) {
  private static final int LONGEST = 300;

  /// Copies its list.
  public Bars {
    bars = List.copyOf(bars);
  }

  /// One of them.
  ///
  /// @param label what is counted, in plain Dutch
  /// @param count how often
  /// @param length of 300; at least one when anything was counted
  /// @param y from above
  public record Bar(String label, long count, int length, int y) {}

  /// What is counted, and how often.
  record Counted(String label, long count) {}

  /// Draws them.
  static Bars of(String title, List<Counted> counted, String file) {
    long most = counted.stream().mapToLong(Counted::count).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (var one : counted) {
      int length =
          most == 0 ? 0 : (int) Math.max(1, Math.round((double) LONGEST * one.count() / most));
      bars.add(new Bar(one.label(), one.count(), one.count() == 0 ? 0 : length, 34 * bars.size()));
    }
    return new Bars(title, bars, file);
  }

  /// How high the picture is.
  public int height() {
    return Math.max(34, 34 * bars.size());
  }

  /// Is there anything to show?
  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.count() == 0);
  }
}
