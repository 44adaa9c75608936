package nl.sluis.gateway.werkplek;

import java.util.Set;

/// One way to go from the home page of the desk.
///
/// @param path where to, under `/werk`
/// @param key of its name in the texts of its part; `key + ".uitleg"` says in one sentence what is
///   there
/// @param pictogram the name of a picture under `/stijl`, without `.svg`
/// @param may who sees it; never more than may open it
public record Tile(String path, String key, String pictogram, Set<Task> may) {
  /// Copies its set.
  public Tile {
    may = Set.copyOf(may);
  }
}
