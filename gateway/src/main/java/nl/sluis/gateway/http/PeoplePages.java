package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.token.AccessTokenCheck;

/// What people meet: what Sluis is, the proof that anybody may take along, and, logged in, what is
/// theirs.
public final class PeoplePages {
  private static final String FRONT =
      """
      <!doctype html>
      <html lang="nl">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sluis</title>
      </head>
      <body>
      <main>
      <h1>Sluis</h1>
      <p>Scholen, het CJG, de GGD, Veilig Thuis en leerplicht delen hier gegevens over kinderen.
      Dat mag alleen zoals het in het convenant staat.</p>
      <p>Elke keer dat er iets gedeeld of geweigerd wordt, staat dat in een logboek.
      Niemand kan dat logboek ongemerkt veranderen.</p>
      <p><a href="/logboek/checkpoint">Bewijs van het logboek op dit moment</a>,
      en een <a href="/logboek/nakijken">bladzijde om een ontvangstbewijs na te kijken</a></p>
      <p>Is er nu gevaar? Bel <a href="tel:112">112</a>.
      Zorgen om een kind? Bel Veilig Thuis: <a href="tel:08002000">0800-2000</a>.</p>
      </main>
      </body>
      </html>
      """;

  private final Web web;
  private final LogEndpoints logbook;
  private final Optional<SignInDoor> signIn;
  private final List<OwnRoutes> own;
  private final List<OpenRoutes> open;

  /// @param threads where requests are answered
  /// @param logbook what anybody may read of the logbook
  /// @param signIn where people log in; empty when the operator set up no sign-in
  /// @param own what people do after logging in
  /// @param open what anybody may see besides
  public PeoplePages(
      InstantSource clock,
      Executor threads,
      PeerCheck peers,
      AccessTokenCheck tokens,
      LogEndpoints logbook,
      Optional<SignInDoor> signIn,
      List<OwnRoutes> own,
      List<OpenRoutes> open) {
    this.web = new Web(clock, threads, new Door(peers, tokens), "1.0.0");
    this.logbook = logbook;
    this.signIn = signIn;
    this.own = List.copyOf(own);
    this.open = List.copyOf(open);
  }

  /// The pages, behind the guard of the connection.
  public Router router(Vertx vertx, ConnectionGuard guard) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    web.prepare(router);
    web.add(router, GET, "/", "", _ -> Reply.html(FRONT));
    logbook.add(router, web);
    open.forEach(routes -> routes.add(router, web));
    signIn.ifPresent(door -> own.forEach(routes -> routes.add(router, web, door)));
    return router;
  }
}
