package nl.sluis.gateway.token;

import static nl.sluis.gateway.token.TokenFault.Cause.BAD_ASSERTION;
import static nl.sluis.gateway.token.TokenFault.Cause.BAD_REQUEST;
import static nl.sluis.gateway.token.TokenFault.Cause.OTHER_GRANT;
import static nl.sluis.gateway.token.TokenFault.Cause.SUSPENDED;
import static nl.sluis.gateway.token.TokenFault.Cause.USED_ASSERTION;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.Standing;

/// Gives a partner an access token for a client assertion that it signed (RFC 7523,
/// private_key_jwt).
///
/// Thread-safe. Blocks on the database; call it from a virtual thread.
public final class TokenEndpoint {
  /// The furthest that `exp` of an assertion may lie ahead.
  public static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

  /// The difference between clocks that is forgiven.
  public static final Duration SKEW = Duration.ofSeconds(60);

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Set<String> TYPES = Set.of("", "JWT", "client-authentication+jwt");
  private static final int MAX_ASSERTION = 4096;

  private final String issuer;
  private final SenderKeys keys;
  private final Standing.Of partners;
  private final KeyUse uses;
  private final AssertionLedger ledger;
  private final TokenMint mint;

  /// @param issuer how Sluis names itself; the only audience that an assertion may have
  /// @param keys the registered keys of partners
  /// @param partners says how Sluis stands to an organisation
  /// @param uses hears with which key a token was asked for
  public TokenEndpoint(
      String issuer,
      SenderKeys keys,
      Standing.Of partners,
      KeyUse uses,
      AssertionLedger ledger,
      TokenMint mint) {
    this.issuer = issuer;
    this.keys = keys;
    this.partners = partners;
    this.uses = uses;
    this.ledger = ledger;
    this.mint = mint;
  }

  /// Hears with which of its keys a partner came in: a new key is in use when it worked, and not
  /// before (lessons 22).
  ///
  /// Implementations MUST be safe for many threads; they may wait for the database.
  @FunctionalInterface
  public interface KeyUse {
    /// This partner came in over this connection, with this key.
    void used(Peer peer, String kid) throws SQLException;
  }

  /// A token with its type and its life, as RFC 6749 5.1 has it.
  ///
  /// @param accessToken the token; MUST NOT be logged
  /// @param expiresIn how long it is accepted, in seconds
  public record Response(String accessToken, long expiresIn) {
    /// Always `Bearer`; that it is bound to a certificate is said by its `cnf`.
    public String tokenType() {
      return "Bearer";
    }
  }

  /// Gives a token bound to the certificate of this connection.
  ///
  /// @param form the parameters of the form, with all values each had
  /// @param peer who is at the other end; must be the one who signed
  /// @throws TokenFault with the exact cause; 401 `invalid_client` for a used `jti`
  /// @throws SQLException when it cannot be known whether the assertion was used: no token then
  public Response issue(Map<String, List<String>> form, Peer peer, Instant now)
      throws TokenFault, SQLException {
    if (!"client_credentials".equals(single(form, "grant_type"))) {
      throw new TokenFault(OTHER_GRANT, "another grant type");
    }
    if (!ASSERTION_TYPE.equals(single(form, "client_assertion_type"))) {
      throw new TokenFault(BAD_REQUEST, "another assertion type");
    }
    // Who is no partner has no key either, and hears that.
    if (partners.standing(peer.oin()) == Standing.GESCHORST) {
      throw new TokenFault(SUSPENDED, "`" + peer.oin() + "` is suspended");
    }
    var assertion = single(form, "client_assertion");
    var clientId = form.getOrDefault("client_id", List.of(peer.oin().value()));
    if (!clientId.equals(List.of(peer.oin().value()))) {
      throw new TokenFault(BAD_ASSERTION, "`client_id` is not the peer");
    }
    try {
      accept(assertion, peer, now);
    } catch (JwsFault e) {
      throw new TokenFault(BAD_ASSERTION, String.valueOf(e.getMessage()));
    }
    return new Response(mint.tokenFor(peer, now), TokenMint.LIFE.toSeconds());
  }

  private void accept(String assertion, Peer peer, Instant now)
      throws JwsFault, TokenFault, SQLException {
    var jws = CompactJws.parse(assertion, MAX_ASSERTION);
    if (!TYPES.contains(jws.typ())) {
      throw new JwsFault("`typ` is not that of a client assertion");
    }
    var self = peer.oin().value();
    if (!jws.text("iss").equals(self) || !jws.text("sub").equals(self)) {
      throw new JwsFault("`iss` and `sub` are not both the OIN of the certificate");
    }
    var key = keys.key(peer.oin(), jws.kid());
    jws.verifyWith(key.orElseThrow(() -> new JwsFault("the partner has no such key registered")));
    // One text, not a list: an assertion for two servers could be used by one at the other.
    if (!jws.text("aud").equals(issuer)) {
      throw new JwsFault("`aud` is not the issuer");
    }
    var expiry = inTime(jws, now);
    var jti = jws.text("jti");
    if (!jti.matches("[\\x21-\\x7e]{22,128}")) {
      throw new JwsFault("`jti` is not 22 to 128 visible characters");
    }
    if (!ledger.isFirstUse(peer.oin(), jti, expiry.plus(SKEW).plus(SKEW))) {
      throw new TokenFault(USED_ASSERTION, "`jti` was used before");
    }
    uses.used(peer, jws.kid());
  }

  private static Instant inTime(CompactJws jws, Instant now) throws JwsFault {
    var latest = now.plus(ASSERTION_LIFE).plus(SKEW);
    var expiry = bounded(jws, "exp");
    if (expiry.isAfter(latest) || !expiry.plus(SKEW).isAfter(now)) {
      throw new JwsFault("`exp` is past, or more than 60 seconds ahead");
    }
    for (var claim : List.of("iat", "nbf")) {
      if (jws.payload().has(claim) && bounded(jws, claim).isAfter(now.plus(SKEW))) {
        throw new JwsFault("`" + claim + "` is in the future");
      }
    }
    return expiry;
  }

  private static Instant bounded(CompactJws jws, String claim) throws JwsFault {
    var seconds = jws.seconds(claim);
    if (seconds > Instant.MAX.getEpochSecond()) {
      throw new JwsFault("`" + claim + "` is beyond time");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static String single(Map<String, List<String>> form, String name) throws TokenFault {
    var values = form.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw new TokenFault(BAD_REQUEST, "`" + name + "` is missing or doubled");
    }
    return values.getFirst();
  }
}
