package nl.sluis.gateway.vorm;

import java.util.HashMap;
import java.util.Map;

/// Pages of people that others show too, the desk and who helps, so that what is read there is what
/// they read themselves, and is hashed alike. Filled once; may be shared between threads
/// afterwards.
public final class Borrowed implements Pages {
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
  public PageEndpoint shown(String path) {
    return of(shown, path);
  }

  /// The form under this path.
  public PageEndpoint sent(String path) {
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
