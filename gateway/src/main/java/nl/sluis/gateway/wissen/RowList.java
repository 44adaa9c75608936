package nl.sluis.gateway.wissen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/// Writes which rows are gone in the only form there is: ascending, a run of neighbours as `[first,
/// last]`, a lone row as its number, and no two items that touch (design 10.18).
public final class RowList {
  /// How many items fit in one row of 64 KiB: an item is `[n,n],` with numbers up to 2^53.
  private static final int MOST = 1_700;

  private RowList() {}

  /// One list per row `gewist` that is needed.
  ///
  /// @param rows ascending, each once
  /// @throws IllegalArgumentException when they are not
  public static List<ArrayNode> of(List<Long> rows) {
    var lists = new ArrayList<ArrayNode>();
    var list = JsonNodeFactory.instance.arrayNode();
    for (int at = 0; at < rows.size(); ) {
      int end = at;
      while (end + 1 < rows.size() && rows.get(end + 1) == rows.get(end) + 1) {
        end++;
      }
      if (end + 1 < rows.size() && rows.get(end + 1) <= rows.get(end)) {
        throw new IllegalArgumentException("the rows are ascending and each stands there once");
      }
      if (list.size() == MOST) {
        lists.add(list);
        list = JsonNodeFactory.instance.arrayNode();
      }
      if (at == end) {
        list.add(rows.get(at));
      } else {
        list.addArray().add(rows.get(at)).add(rows.get(end));
      }
      at = end + 1;
    }
    if (!list.isEmpty()) {
      lists.add(list);
    }
    return lists;
  }
}
