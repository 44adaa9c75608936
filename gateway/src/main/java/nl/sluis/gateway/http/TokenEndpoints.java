package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.token.TokenEndpoint;
import nl.sluis.gateway.token.TokenFault;

/// Where a partner gets its token (RFC 7523, RFC 8705).
final class TokenEndpoints {
  private final TokenEndpoint tokens;

  TokenEndpoints(TokenEndpoint tokens) {
    this.tokens = tokens;
  }

  Reply issue(Peer peer, Request request) throws TokenFault, SQLException {
    var response = tokens.issue(request.form(), peer, request.at());
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("access_token", response.accessToken())
            .put("token_type", "Bearer")
            .put("expires_in", response.expiresIn()));
  }
}
