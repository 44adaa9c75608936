package nl.sluis.gateway.toezicht;

import java.util.List;
import java.util.Set;

/// Some of the pages of the desk.
public interface OfficerPart {
  /// Adds them.
  void add(OfficerRoutes routes);

  /// What the home page of the desk says about them; empty for pages that are found otherwise.
  default List<Tile> tiles() {
    return List.of();
  }

  /// One way to go from the home page of the desk.
  ///
  /// @param path where to
  /// @param key of its name; `key + ".uitleg"` says in one sentence what is there
  /// @param may who sees it; never more than may open it
  record Tile(String path, String key, Set<Duty> may) {
    /// Copies its set.
    public Tile {
      may = Set.copyOf(may);
    }
  }
}
