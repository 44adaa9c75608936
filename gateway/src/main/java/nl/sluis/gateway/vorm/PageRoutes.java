package nl.sluis.gateway.vorm;

import java.util.List;

/// Some of the pages for people.
public interface PageRoutes {
  /// Adds them.
  void add(Pages pages);

  /// What the home page says about them; empty for pages that are found otherwise.
  default List<Tile> tiles() {
    return List.of();
  }

  /// One way to go from the home page.
  ///
  /// @param path where to
  /// @param key of its name; `key + ".uitleg"` says in one sentence what is there
  /// @param pictogram the name of a picture under `/stijl`, without `.svg`
  record Tile(String path, String key, String pictogram) {}
}
