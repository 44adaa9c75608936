package nl.sluis.gateway.aanmelding;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.subject.SubjectReference;

/// Everything about logging in and out with a browser, at one provider. Thread-safe.
public final class SigningIn {
  private final ProviderLine line;
  private final Provider provider;
  private final SigningKeys<ECKey> keys;
  private final AttemptTable attempts;
  private final Sessions sessions;
  private final Login login;
  private final LogoutTokenCheck logouts;

  /// @param keys with which Sluis makes itself known to the provider
  /// @throws IllegalArgumentException when a file that the line names cannot be used
  public SigningIn(
      ProviderLine line,
      String region,
      DataSource database,
      SubjectReference references,
      SessionSeal seal,
      SigningKeys<ECKey> keys,
      SecureRandom random) {
    this.line = line;
    this.keys = keys;
    var calls = new ProviderCalls(line.trust());
    this.provider = new Provider(line, calls);
    this.attempts = new AttemptTable(region, database);
    this.sessions = new Sessions(new SessionTable(region, database), seal, references, random);
    var signed = new SignedByProvider(provider);
    this.logouts = new LogoutTokenCheck(line, signed);
    this.login =
        new Login(
            line,
            provider,
            new CodeExchange(line, calls, keys),
            opening(new IdTokenCheck(line, signed), references),
            attempts,
            random);
  }

  private Login.Opening opening(IdTokenCheck tokens, SubjectReference references) {
    return (token, attempt, begun, before, now) ->
        sessions.begin(
            tokens.who(tokens.sure(token, attempt, begun, now), references), before, now);
  }

  /// Logging in.
  public Login login() {
    return login;
  }

  /// Who is logged in.
  public Sessions sessions() {
    return sessions;
  }

  /// The keys with which Sluis makes itself known, for the provider: also one that signs later.
  public JWKSet published() {
    return new JWKSet(keys.open().stream().<JWK>map(ECKey::toPublicJWK).toList());
  }

  /// Where a browser goes to log out at the provider too; empty when that cannot be, or the
  /// provider was never reached.
  ///
  /// It says which client asks and nothing else: an ID token in an address would be a BSN in an
  /// address (OpenID Connect RP-Initiated Logout 1.0, 2).
  public Optional<URI> logout(Instant now) {
    try {
      return provider
          .metadata(now)
          .endSession()
          .map(
              end ->
                  new LogoutRequest(
                          end,
                          null,
                          null,
                          new ClientID(line.client()),
                          line.own(ProviderLine.AFTERWARDS),
                          null,
                          null)
                      .toURI());
    } catch (LoginFault _) {
      return Optional.empty();
    }
  }

  /// Ends what the provider says is over.
  ///
  /// @throws LoginFault when it is not the provider who says so
  public void providerSays(String logoutToken, Instant now) throws LoginFault, SQLException {
    var over = logouts.check(logoutToken, now);
    sessions.end(over.what(), over.at().plus(IdTokenCheck.SKEW));
  }

  /// Removes what ended by itself; call it every minute.
  ///
  /// @return how many rows went
  public int forget(Instant now) throws SQLException {
    return attempts.forget(now.minus(Login.ATTEMPT)) + sessions.forget(now);
  }
}
