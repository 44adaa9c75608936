package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import nl.sluis.gateway.logbook.KeyList;

/// The keys that ever signed the logbook, each vouched for by the one before, and every other key
/// with which Sluis signs or signed, vouched for by the logbook; for anybody.
///
/// May be shared between threads.
public final class KeyHistoryPages implements OpenRoutes {
  private final KeyList keys;

  /// @param keys that are shown
  public KeyHistoryPages(KeyList keys) {
    this.keys = keys;
  }

  @Override
  public void add(Router router, Web web) {
    web.add(router, GET, "/logboek/sleutels", "", _ -> Reply.json(200, keys.json()));
  }
}
