package nl.sluis.gateway.http;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;

/// The paths that a door answers, as its router knows them; what is written about them is compared
/// with this. A path is for programs, with a place in the description for machines, or it is a page
/// for people (docs/decisions/0030-pages-are-printed-here.md).
public final class Routes {
  private static final String PAGE = "bladzijde";

  private Routes() {}

  /// Each path for programs with its method, such as `GET /v1/berichten/{id}`.
  public static List<String> of(Router router) {
    return of(router, false);
  }

  /// Each page for people with its method, such as `POST /taal`.
  public static List<String> pages(Router router) {
    return of(router, true);
  }

  /// Marks what is a page for people.
  static void isPage(Route route) {
    route.putMetadata(PAGE, true);
  }

  private static List<String> of(Router router, boolean page) {
    return router.getRoutes().stream()
        .filter(route -> (route.getMetadata(PAGE) != null) == page)
        .filter(route -> route.methods() != null && route.getPath() != null)
        .flatMap(route -> route.methods().stream().map(method -> method + " " + path(route)))
        .map(route -> route.replaceAll(":([a-z]+)", "{$1}"))
        .sorted()
        .toList();
  }

  /// A path that goes on as long as it likes is written with one variable at its end.
  private static String path(Route route) {
    return route.getPath() + (route.isExactPath() ? "" : "{pad}");
  }
}
