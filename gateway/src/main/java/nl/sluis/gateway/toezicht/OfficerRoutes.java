package nl.sluis.gateway.toezicht;

import java.util.Set;

/// Where the parts of the desk hang their pages, each with the duties that may open it.
///
/// Everything around a page is done in one place: who has no session goes to the page on which one
/// logs in (GET) or is refused (POST); who has another duty finds that there is no such page; a
/// POST needs the form token of the session and an origin of our own. The page stands in the frame
/// of the desk, in which a `Sheet` has the form token for `deel/formulier`.
public interface OfficerRoutes {
  /// A page.
  ///
  /// @param path under `/toezicht`, written as Vert.x does
  /// @param may which duties open it; at least one
  void get(String path, Set<Duty> may, OfficerEndpoint page);

  /// A form; answers with another page to go to, or with the same page again.
  void post(String path, Set<Duty> may, OfficerEndpoint page);
}
