package nl.sluis.gateway.werkplek;

import java.util.Set;

/// Where the parts of the desk hang their pages, each with the tasks that may open it.
///
/// Everything around a page is done in one place: who has no session goes to the page on which one
/// logs in (GET) or is refused (POST); whose function has none of the tasks finds that there is no
/// such page; a POST needs the form token of the session and an origin of our own. A page stands in
/// the frame of the desk, in which a `Sheet` has the form token for `deel/formulier`.
public interface WorkRoutes {
  /// A page.
  ///
  /// @param path under `/werk`, written as Vert.x does; never with anything about a person in it
  /// @param may whose tasks open it; at least one
  void get(String path, Set<Task> may, WorkEndpoint page);

  /// A form; answers with another page to go to, or with the same page again.
  ///
  /// @param path under `/werk`, written as Vert.x does
  /// @param may whose tasks open it; at least one
  void post(String path, Set<Task> may, WorkEndpoint page);

  /// A page that needs the stronger sign-in (step-up): who has the weaker one goes to confirm it
  /// and comes back here.
  ///
  /// @param path under `/werk`, written as Vert.x does
  /// @param may whose tasks open it; at least one
  void strong(String path, Set<Task> may, WorkEndpoint page);

  /// A form that needs the stronger sign-in. Whoever may send it was asked for it on the page with
  /// the form, which is [#strong]; without it nothing happens, and the page says so.
  ///
  /// @param path under `/werk`, written as Vert.x does
  /// @param may whose tasks open it; at least one
  void strongPost(String path, Set<Task> may, WorkEndpoint page);
}
