package nl.sluis.gateway.http;

import io.vertx.ext.web.Router;

/// Some of the paths that anybody may use, without a certificate and without logging in.
public interface OpenRoutes {
  /// Adds them.
  void add(Router router, Web web);
}
