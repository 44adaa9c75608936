package nl.sluis.gateway.boot;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.http.PeoplePages;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.FrontPages;
import nl.sluis.gateway.vorm.HomePages;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;

/// The pages for people, of all parts together.
final class Faces {
  private Faces() {}

  /// @param loggingIn knows who is logged in
  /// @param family what people find after logging in, in the order of the home page
  static PeoplePages.Faces of(Settings settings, LoggingIn loggingIn, List<PageRoutes> family) {
    var visitors = loggingIn.visitors();
    var parts = loggingIn.behind(family);
    var texts = Texts.ofThisRelease();
    var assets = new Assets(settings.pages().look());
    var all = new ArrayList<PageRoutes>();
    all.add(new FrontPages(texts, visitors));
    all.add(new HomePages(parts));
    all.addAll(parts);
    return new PeoplePages.Faces(
        visitors,
        new Printer(texts, assets, settings.pages().helper()),
        assets,
        all,
        settings.pages().beat());
  }
}
