package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.ProviderLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a provider says itself that somebody logged out there (OpenID Connect Back-Channel Logout
/// 1.0, 2.5). It proves who it is by what it signs; no partner uses these paths. May be shared
/// between threads.
public final class LogoutMessages implements OpenRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LogoutMessages.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN = "logout_token";

  private final String desk;
  private final Heard heard;

  /// What becomes of such a message.
  @FunctionalInterface
  public interface Heard {
    /// Ends the sessions of whom it names.
    ///
    /// @param token as it came
    /// @throws LoginFault when it is not what this provider signs
    void says(String token, Instant now) throws LoginFault, SQLException;
  }

  /// @param desk the path of the desk to which people log in there; empty for families
  public LogoutMessages(String desk, Heard heard) {
    this.desk = desk;
    this.heard = heard;
  }

  @Override
  public void add(Router router, Web web) {
    Routes.isPage(web.add(router, POST, desk + ProviderLine.BACK_CHANNEL, FORM, this::loggedOut));
  }

  private Reply loggedOut(Request request) throws SQLException {
    var tokens = request.form().getOrDefault(TOKEN, List.of());
    try {
      heard.says(tokens.size() == 1 ? tokens.getFirst() : "", request.at());
      return new Reply(200, "", "", Map.of());
    } catch (LoginFault fault) {
      LOG.info("logout refused: {}", fault.getMessage());
      return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", "invalid_request"));
    }
  }
}
