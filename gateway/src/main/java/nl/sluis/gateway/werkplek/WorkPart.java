package nl.sluis.gateway.werkplek;

import java.util.List;

/// Some of the pages of the desk.
public interface WorkPart {
  /// Adds them.
  void add(WorkRoutes routes);

  /// What the home page of the desk says about them; empty for pages that are found otherwise.
  default List<Tile> tiles() {
    return List.of();
  }
}
