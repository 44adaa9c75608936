package nl.sluis.gateway.beeld;

import java.util.ArrayList;
import java.util.List;

/// A text as the command line prints it, as pieces of a page: what stands at the margin is a
/// paragraph, and what is indented under it a list. Immutable.
///
/// @param head the line at the margin; empty when the text begins with an indented one
/// @param items what stands under it
public record Told(String head, List<String> items) {
  /// Copies its list.
  public Told {
    items = List.copyOf(items);
  }

  /// The pieces of these lines, in order; empty lines say nothing.
  static List<Told> of(List<String> lines) {
    var pieces = new ArrayList<Told>();
    var head = "";
    var items = new ArrayList<String>();
    for (var line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith(" ")) {
        items.add(line.strip().replaceFirst("^- ", "").replaceAll(" {2,}", " "));
        continue;
      }
      add(pieces, head, items);
      head = line;
      items.clear();
    }
    add(pieces, head, items);
    return pieces;
  }

  private static void add(List<Told> pieces, String head, List<String> items) {
    if (!head.isEmpty() || !items.isEmpty()) {
      pieces.add(new Told(head, items));
    }
  }
}
