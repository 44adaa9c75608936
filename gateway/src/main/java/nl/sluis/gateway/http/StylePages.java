package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.util.Map;
import nl.sluis.gateway.vorm.Assets;

/// The style, the script and the pictograms of the pages. May be shared between threads.
final class StylePages {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Assets assets;

  StylePages(Assets assets) {
    this.assets = assets;
  }

  void add(Router router, Web web) {
    Routes.isPage(web.add(router, GET, "/stijl/:bestand", "", this::file));
  }

  private Reply file(Request request) {
    return assets
        .at(request.path().getOrDefault("bestand", ""))
        .map(asset -> new Reply(200, asset.mediaType(), asset.bytes(), Map.of()).kept(FOR_EVER))
        .orElseGet(Problem::notThere);
  }
}
