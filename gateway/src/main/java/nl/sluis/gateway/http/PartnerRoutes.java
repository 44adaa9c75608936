package nl.sluis.gateway.http;

import io.vertx.ext.web.Router;

/// Some of the paths for partners' systems.
public interface PartnerRoutes {
  /// Adds them.
  void add(Router router, Web web, Door door);
}
