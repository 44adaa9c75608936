package nl.sluis.gateway.werkplek.postbus;

import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.View.Shown;

/// The pages on which something could not be done: calm, without content, and with what to do.
public final class Calm {
  private Calm() {}

  /// What a page says that ends here.
  ///
  /// @param key of its heading; `key + ".uitleg"` and `key + ".doe"` say what it is and what to do
  /// @param why what does not hold, in Dutch; empty when there is nothing more to say
  /// @param back where to
  public record Ended(String key, String why, String back) {}

  /// It is not there, not any more, or not for who asks: the same page for all.
  static View gone(String back) {
    return shown(new Ended(PostbusPart.TEXTS + "weg", "", back)).notHere();
  }

  /// It is not what it says it is: neither shown nor acknowledged.
  ///
  /// @param why what does not hold
  static View distrusted(String why, String back) {
    return shown(new Ended(PostbusPart.TEXTS + "niet-te-vertrouwen", why, back)).again();
  }

  private static Shown shown(Ended ended) {
    return new Shown(PostbusPart.PAGES + "klaar", ended, PostbusPart.TITLE);
  }
}
