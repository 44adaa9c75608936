package nl.sluis.gateway.vorm;

/// Where the parts hang their pages. A path is written as Vert.x does: `/mijn/inzien/:id`.
///
/// Everything around a page is done here and nowhere else: who has no session goes to `/aanmelden`
/// (GET) or is refused (POST), a POST needs the form token of the session and an origin of our own,
/// headers and frame, and one page for everything that goes wrong.
public interface Pages {
  /// A page for who logged in.
  void get(String path, PageEndpoint page);

  /// A form of who logged in; answers with [View.Moved], or with the same page again.
  void post(String path, PageEndpoint page);

  /// A page for anybody.
  void open(String path, OpenPage page);

  /// A form for anybody; it needs an origin of our own and no form token.
  void openPost(String path, OpenPage page);
}
