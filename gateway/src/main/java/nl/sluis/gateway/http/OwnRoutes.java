package nl.sluis.gateway.http;

import io.vertx.ext.web.Router;

/// Some of the paths for people who logged in.
public interface OwnRoutes {
  /// Adds them.
  void add(Router router, Web web, SignInDoor door);
}
