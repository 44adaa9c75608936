package nl.sluis.gateway.vorm;

import java.util.List;

/// The page on which one comes after logging in: the ways to everything that is one's own. May be
/// shared between threads.
public final class HomePages implements PageRoutes {
  private final Home home;

  /// @param parts each says what it has to offer
  public HomePages(List<PageRoutes> parts) {
    this.home = new Home(parts.stream().flatMap(part -> part.tiles().stream()).toList());
  }

  /// The home page.
  ///
  /// @param tiles the ways to go, in the order of the parts
  public record Home(List<Tile> tiles) {
    /// Copies its list.
    public Home {
      tiles = List.copyOf(tiles);
    }
  }

  @Override
  public void add(Pages pages) {
    pages.get("/mijn", (_, _) -> new View.Shown("vorm/mijn", home, "vorm.mijn.titel"));
  }
}
