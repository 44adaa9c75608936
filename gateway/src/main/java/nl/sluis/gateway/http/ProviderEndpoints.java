package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.SigningIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the provider at whom people log in asks and says itself: which keys Sluis has, and that
/// somebody logged out there (OpenID Connect Back-Channel Logout 1.0, 2.5). It proves who it is by
/// what it signs. No partner uses these paths; they are in `docs/beheer.md`. May be shared between
/// threads.
public final class ProviderEndpoints implements OpenRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderEndpoints.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN = "logout_token";

  private final SigningIn signingIn;

  /// @param signingIn at that provider
  public ProviderEndpoints(SigningIn signingIn) {
    this.signingIn = signingIn;
  }

  @Override
  public void add(Router router, Web web) {
    Routes.isPage(web.add(router, GET, ProviderLine.KEYS, "", _ -> keys()));
    Routes.isPage(web.add(router, POST, ProviderLine.BACK_CHANNEL, FORM, this::loggedOut));
  }

  private Reply keys() {
    return new Reply(200, "application/jwk-set+json", signingIn.published().toString(), Map.of());
  }

  private Reply loggedOut(Request request) throws SQLException {
    var tokens = request.form().getOrDefault(TOKEN, List.of());
    try {
      signingIn.providerSays(tokens.size() == 1 ? tokens.getFirst() : "", request.at());
      return new Reply(200, "", "", Map.of());
    } catch (LoginFault fault) {
      LOG.info("logout refused: {}", fault.getMessage());
      return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", "invalid_request"));
    }
  }
}
