package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.util.Map;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.SigningIn;

/// What the provider at whom people log in asks and says itself: which keys Sluis has, and that
/// somebody logged out there (OpenID Connect Back-Channel Logout 1.0, 2.5). It proves who it is by
/// what it signs. No partner uses these paths; they are in `docs/beheer.md`. May be shared between
/// threads.
public final class ProviderEndpoints implements OpenRoutes {
  private final SigningIn signingIn;

  /// @param signingIn at that provider
  public ProviderEndpoints(SigningIn signingIn) {
    this.signingIn = signingIn;
  }

  @Override
  public void add(Router router, Web web) {
    Routes.isPage(web.add(router, GET, ProviderLine.KEYS, "", _ -> keys()));
    new LogoutMessages("", signingIn::providerSays).add(router, web);
  }

  private Reply keys() {
    return new Reply(200, "application/jwk-set+json", signingIn.published().toString(), Map.of());
  }
}
