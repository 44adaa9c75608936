package nl.sluis.gateway.http;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;

/// The paths that a door answers, as its router knows them; what is written about them is compared
/// with this.
public final class Routes {
  private Routes() {}

  /// Each path with its method, such as `GET /v1/berichten/{id}`.
  public static List<String> of(Router router) {
    return router.getRoutes().stream()
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
