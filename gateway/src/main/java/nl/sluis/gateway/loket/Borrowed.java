package nl.sluis.gateway.loket;

import java.util.HashMap;
import java.util.Map;
import nl.sluis.gateway.vorm.OpenPage;
import nl.sluis.gateway.vorm.PageEndpoint;
import nl.sluis.gateway.vorm.Pages;

/// Pages of people that the desk shows too, so that what is read aloud there is what they read
/// themselves, and is hashed alike. Filled once; may be shared between threads afterwards.
final class Borrowed implements Pages {
  private final Map<String, PageEndpoint> shown = new HashMap<>();
  private final Map<String, PageEndpoint> sent = new HashMap<>();

  @Override
  public void get(String path, PageEndpoint page) {
    shown.put(path, page);
  }

  @Override
  public void post(String path, PageEndpoint page) {
    sent.put(path, page);
  }

  @Override
  public void open(String path, OpenPage page) {
    throw new IllegalStateException("a page for anybody is not borrowed");
  }

  @Override
  public void openPost(String path, OpenPage page) {
    throw new IllegalStateException("a form for anybody is not borrowed");
  }

  /// The page under this path.
  PageEndpoint shown(String path) {
    return of(shown, path);
  }

  /// The form under this path.
  PageEndpoint sent(String path) {
    return of(sent, path);
  }

  private static PageEndpoint of(Map<String, PageEndpoint> pages, String path) {
    var page = pages.get(path);
    if (page == null) {
      throw new IllegalStateException("no page `" + path + "` to borrow");
    }
    return page;
  }
}
