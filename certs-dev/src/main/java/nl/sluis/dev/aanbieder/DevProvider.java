package nl.sluis.dev.aanbieder;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// A provider at whom people log in, for development: OpenID Connect over TLS with an authorization
/// code, PKCE and `private_key_jwt`, for one client. Who logs in picks a name from a list and a
/// level; that is the only thing about it that is not real. Thread-safe.
public final class DevProvider implements AutoCloseable {
  /// How Sluis names itself there.
  public static final String CLIENT = "sluis";

  /// The role of who works at a desk.
  public static final String DESK_ROLE = "sluis-loket";

  /// The cookie in which a browser keeps its session here.
  public static final String COOKIE = "inlogdienst";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final String issuer;
  private final ProviderTokens tokens;
  private final TestPeople people;
  private final ProviderClient client;
  private final Map<String, Supplier<URI>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away;

  private DevProvider(
      HttpsServer server,
      SSLContext outgoing,
      TestPeople people,
      ProviderClient client,
      InstantSource clock) {
    this.client = client;
    this.server = server;
    this.people = people;
    this.http = HttpClient.newBuilder().sslContext(outgoing).build();
    this.issuer = "https://localhost:" + server.getAddress().getPort();
    this.tokens = new ProviderTokens(issuer, client.id(), client.keys(), clock, people);
  }

  /// Starts one.
  ///
  /// @param port where; 0 for any
  /// @param shown what it shows browsers and Sluis
  /// @param outgoing with which it calls its client
  /// @param people who can log in
  /// @param client whom it knows: Sluis, or the desk of an organisation
  public static DevProvider start(
      int port,
      SSLContext shown,
      SSLContext outgoing,
      TestPeople people,
      ProviderClient client,
      InstantSource clock) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = HttpsServer.create(here, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(shown));
      var provider = new DevProvider(server, outgoing, people, client, clock);
      server.setExecutor(provider.threads);
      server.createContext("/", provider::answer);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its name, which is its address.
  public String issuer() {
    return issuer;
  }

  /// Who can log in.
  public TestPeople people() {
    return people;
  }

  /// From now on its client may be at this address too.
  public void knows(URI own) {
    client.isAt(own);
  }

  /// From now on it says at this address of Sluis that somebody logged out.
  ///
  /// @param name of the gateway
  public void tells(String name, Supplier<URI> backChannel) {
    listeners.put(name, backChannel);
  }

  /// That gateway is gone.
  public void tellsNoMore(String name) {
    listeners.remove(name);
  }

  /// It goes wrong so with its next ID token.
  public void next(Mishap mishap) {
    tokens.next(mishap);
  }

  /// It signs with another key from now on.
  public void changeKey() {
    tokens.changeKey();
  }

  /// Whether it answers nothing but 503.
  public void isAway(boolean isAway) {
    away = isAway;
  }

  /// How often it was asked for its metadata or keys.
  public int asked() {
    return asked.get();
  }

  /// What it says when somebody logs out here.
  ///
  /// @param everywhere all sessions of that person, or this one
  public String logoutToken(String session, boolean everywhere) {
    return tokens.logoutToken(session, everywhere);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (away) {
      ProviderHttp.send(exchange, 503, HTML, ProviderPage.message("Later weer."));
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> open(exchange, metadata());
      case "/sleutels" -> open(exchange, new JWKSet(tokens.key().toPublicJWK()).toString());
      case "/inloggen" -> login(exchange);
      case "/token" -> token(exchange);
      case "/uitloggen" -> logout(exchange);
      default -> ProviderHttp.send(exchange, 404, HTML, ProviderPage.message("Dat is hier niet."));
    }
  }

  private void open(HttpExchange exchange, String json) throws IOException {
    asked.incrementAndGet();
    ProviderHttp.send(exchange, 200, JSON, json);
  }

  private String metadata() {
    var metadata =
        new OIDCProviderMetadata(
            new Issuer(issuer), List.of(SubjectType.PAIRWISE), URI.create(issuer + "/sleutels"));
    metadata.setAuthorizationEndpointURI(URI.create(issuer + "/inloggen"));
    metadata.setTokenEndpointURI(URI.create(issuer + "/token"));
    metadata.setEndSessionEndpointURI(URI.create(issuer + "/uitloggen"));
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.PRIVATE_KEY_JWT));
    metadata.setTokenEndpointJWSAlgs(List.of(JWSAlgorithm.ES256));
    metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.ES256));
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    metadata.setSupportsBackChannelLogout(true);
    metadata.setSupportsBackChannelLogoutSession(true);
    return metadata.toJSONObject().toString();
  }

  private void login(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      var query = String.valueOf(exchange.getRequestURI().getRawQuery());
      if (asked(query).isEmpty()) {
        ProviderHttp.send(
            exchange, 400, HTML, ProviderPage.message("Deze vraag is niet van Sluis."));
      } else {
        ProviderHttp.send(exchange, 200, HTML, ProviderPage.login(people.all(), query));
      }
      return;
    }
    var form = URLUtils.parseParameters(ProviderHttp.body(exchange));
    var request = asked(ProviderHttp.one(form, "vraag"));
    if (request.isEmpty()) {
      ProviderHttp.send(exchange, 400, HTML, ProviderPage.message("Deze vraag is niet van Sluis."));
      return;
    }
    var person = people.at(ProviderHttp.one(form, "persoon"));
    if (!ProviderHttp.one(form, "stop").isEmpty() || person.isEmpty()) {
      ProviderHttp.move(
          exchange,
          new AuthenticationErrorResponse(
                  request.get().getRedirectionURI(),
                  OAuth2Error.ACCESS_DENIED,
                  request.get().getState(),
                  new Issuer(issuer),
                  ResponseMode.QUERY)
              .toURI());
      return;
    }
    var session = UUID.randomUUID().toString();
    var code =
        tokens.grant(
            request.get(), person.get().number(), ProviderHttp.one(form, "niveau"), session);
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", COOKIE + "=" + session + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    ProviderHttp.move(
        exchange,
        new AuthenticationSuccessResponse(
                request.get().getRedirectionURI(),
                code,
                null,
                null,
                request.get().getState(),
                null,
                new Issuer(issuer),
                ResponseMode.QUERY)
            .toURI());
  }

  /// A request of the client that it knows, with everything that a good client sends.
  private Optional<AuthenticationRequest> asked(String query) {
    try {
      var request = AuthenticationRequest.parse(query);
      return client.asks(request) ? Optional.of(request) : Optional.empty();
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    var request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer + "/token"));
    request.setHeader("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
    request.setBody(ProviderHttp.body(exchange));
    try {
      var given = tokens.tokens(TokenRequest.parse(request));
      ProviderHttp.send(
          exchange,
          given.isPresent() ? 200 : 400,
          JSON,
          given.orElse("{\"error\":\"invalid_grant\"}"));
    } catch (ParseException _) {
      ProviderHttp.send(exchange, 400, JSON, "{\"error\":\"invalid_request\"}");
    }
  }

  /// The browser goes back where it came from, and Sluis hears it itself too.
  private void logout(HttpExchange exchange) throws IOException {
    var query = URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    var session = ProviderHttp.cookie(exchange, COOKIE);
    if (session.isPresent()) {
      tell(tokens.logoutToken(session.get(), false));
    }
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    var back = ProviderHttp.one(query, "post_logout_redirect_uri");
    if (client.endsAt(back)) {
      ProviderHttp.move(exchange, URI.create(back));
    } else {
      ProviderHttp.send(exchange, 200, HTML, ProviderPage.message("U bent uitgelogd."));
    }
  }

  private void tell(String token) {
    for (var listener : listeners.values()) {
      var call =
          HttpRequest.newBuilder(listener.get())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
              .build();
      try {
        http.send(call, BodyHandlers.discarding());
      } catch (IOException _) {
        // That gateway is away; another one hears it.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.stop(0);
    threads.shutdownNow();
  }
}
