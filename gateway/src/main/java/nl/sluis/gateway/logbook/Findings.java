package nl.sluis.gateway.logbook;

import java.util.ArrayList;
import java.util.List;

/// Collects what a check finds, up to a limit that a person can still read.
final class Findings {
  private static final int MOST = 100;

  private final List<Finding> list = new ArrayList<>();

  /// Something is wrong with this very row.
  void row(long row, String text) {
    add(new Finding(row, true, "Rij " + row + ": " + text));
  }

  /// Something is wrong from this row on, or beside the rows.
  void from(long row, String text) {
    add(new Finding(row, false, text));
  }

  List<Finding> list() {
    return list;
  }

  private void add(Finding finding) {
    if (list.size() < MOST) {
      list.add(finding);
    }
  }
}
