package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.OfficerSignIn;
import nl.sluis.gateway.aanmelding.ProviderLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the provider of officers says that somebody logged out there (OpenID Connect Back-Channel
/// Logout 1.0, 2.5). It proves who it is by what it signs; no partner uses this path. May be shared
/// between threads.
public final class OfficerProviderEndpoints implements OpenRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OfficerProviderEndpoints.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN = "logout_token";

  private final OfficerSignIn signIn;

  /// @param signIn at that provider
  public OfficerProviderEndpoints(OfficerSignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public void add(Router router, Web web) {
    Routes.isPage(
        web.add(
            router, POST, OfficerSignIn.PATH + ProviderLine.BACK_CHANNEL, FORM, this::loggedOut));
  }

  private Reply loggedOut(Request request) throws SQLException {
    var tokens = request.form().getOrDefault(TOKEN, List.of());
    try {
      signIn.providerSays(tokens.size() == 1 ? tokens.getFirst() : "", request.at());
      return new Reply(200, "", "", Map.of());
    } catch (LoginFault fault) {
      LOG.info("logout of an officer refused: {}", fault.getMessage());
      return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", "invalid_request"));
    }
  }
}
