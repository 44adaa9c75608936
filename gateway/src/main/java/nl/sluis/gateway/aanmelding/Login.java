package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.AFGEBROKEN;
import static nl.sluis.gateway.aanmelding.LoginFault.Cause.NIET_BEREIKBAAR;
import static nl.sluis.gateway.aanmelding.LoginFault.Cause.ONGELDIG;
import static nl.sluis.gateway.aanmelding.LoginFault.Cause.VERLOPEN;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.person.SignedIn;

/// Logging in at a provider: OpenID Connect with an authorization code, PKCE, a nonce, a required
/// level, and `private_key_jwt` (OpenID Connect Core 1.0, RFC 7636, RFC 9207, RFC 9700; NL GOV
/// Assurance profile for OpenID Connect).
///
/// No gateway remembers anything of it: any of them may finish what another began. Thread-safe.
public final class Login {
  /// How long somebody may take at the provider, who may have to look for a phone and a pass.
  static final Duration ATTEMPT = Duration.ofMinutes(10);

  private static final int FRESH_SECONDS = 300;

  private final ProviderLine line;
  private final Provider provider;
  private final CodeExchange exchange;
  private final Opening opening;
  private final AttemptStore attempts;
  private final SecureRandom random;

  Login(
      ProviderLine line,
      Provider provider,
      CodeExchange exchange,
      Opening opening,
      AttemptStore attempts,
      SecureRandom random) {
    this.line = line;
    this.provider = provider;
    this.exchange = exchange;
    this.opening = opening;
    this.attempts = attempts;
    this.random = random;
  }

  /// Checks an ID token and begins the session that it opens.
  interface Opening {
    /// @param before the cookie of the session that the browser had; empty when it had none
    /// @return the cookie of the new one
    String open(String token, Attempt attempt, Instant begun, String before, Instant now)
        throws LoginFault, SQLException;
  }

  /// An attempt that was begun.
  ///
  /// @param to where the browser goes
  /// @param cookie what it takes along, and nobody else
  public record Begun(URI to, String cookie) {}

  /// Begins an attempt.
  ///
  /// @throws LoginFault when the provider cannot be reached
  public Begun begin(Instant now) throws LoginFault, SQLException {
    return begin(SignedIn.Level.SUBSTANTIEEL, now);
  }

  /// The same, and only this level or a higher one is asked for.
  ///
  /// @param least what the provider is asked; what it gave is looked at when it comes back
  /// @throws LoginFault when the provider cannot be reached
  public Begun begin(SignedIn.Level least, Instant now) throws LoginFault, SQLException {
    var metadata = provider.metadata(now);
    var attempt = new Attempt(BrowserSecret.fresh(random));
    attempts.begin(attempt, now);
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(OIDCScopeValue.OPENID),
                new ClientID(line.client()),
                line.own(ProviderLine.RETURN))
            .endpointURI(metadata.authorization())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
            .acrValues(wanted(least))
            // Whoever sits here now logs in, not whoever sat here before.
            .prompt(Prompt.Type.LOGIN)
            .maxAge(FRESH_SECONDS)
            .build();
    return new Begun(request.toURI(), attempt.secret().cookie());
  }

  /// The lowest level that is enough first.
  private List<ACR> wanted(SignedIn.Level least) {
    return line.levels().entrySet().stream()
        .filter(level -> level.getValue().compareTo(least) >= 0)
        .sorted(
            Map.Entry.<String, SignedIn.Level>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .map(level -> new ACR(level.getKey()))
        .toList();
  }

  /// Finishes an attempt.
  ///
  /// @param cookie what this browser got when it began
  /// @param before the cookie of the session it had; empty when it had none
  /// @param said what it brings back
  /// @return the cookie of the new session
  public String finish(String cookie, String before, Map<String, String> said, Instant now)
      throws LoginFault, SQLException {
    var attempt =
        BrowserSecret.of(cookie)
            .map(Attempt::new)
            .orElseThrow(() -> new LoginFault(VERLOPEN, "a browser that began nothing"));
    var answer = answer(said);
    if (!attempt.isState(answer.getState() == null ? "" : answer.getState().getValue())) {
      throw new LoginFault(VERLOPEN, "an answer to another browser");
    }
    var begun =
        attempts
            .take(attempt)
            .filter(since -> now.isBefore(since.plus(ATTEMPT)))
            .orElseThrow(() -> new LoginFault(VERLOPEN, "an answer that came before, or too late"));
    var metadata = provider.metadata(now);
    var issuer = answer.getIssuer() == null ? "" : answer.getIssuer().getValue();
    if (!issuer.equals(line.issuer()) && (metadata.namesItself() || !issuer.isEmpty())) {
      throw new LoginFault(ONGELDIG, "an answer of another provider");
    }
    var token = exchange.token(metadata, code(answer), attempt, now);
    return opening.open(token, attempt, begun, before, now);
  }

  private AuthenticationResponse answer(Map<String, String> said) throws LoginFault {
    var parameters = new HashMap<String, List<String>>();
    said.forEach((name, value) -> parameters.put(name, List.of(value)));
    try {
      return AuthenticationResponseParser.parse(line.own(ProviderLine.RETURN), parameters);
    } catch (ParseException _) {
      throw new LoginFault(VERLOPEN, "no answer of a provider");
    }
  }

  private static AuthorizationCode code(AuthenticationResponse answer) throws LoginFault {
    if (answer.indicatesSuccess()) {
      var code = answer.toSuccessResponse().getAuthorizationCode();
      if (code != null) {
        return code;
      }
      throw new LoginFault(ONGELDIG, "an answer without a code");
    }
    var error = answer.toErrorResponse().getErrorObject().getCode();
    throw "temporarily_unavailable".equals(error) || "server_error".equals(error)
        ? new LoginFault(NIET_BEREIKBAAR, "the provider failed")
        : new LoginFault(AFGEBROKEN, "the provider let nobody in");
  }
}
