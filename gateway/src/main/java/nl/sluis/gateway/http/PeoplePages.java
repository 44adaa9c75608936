package nl.sluis.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Visitors;

/// What people meet: what Sluis is, the proof that anybody may take along, and, logged in, what is
/// theirs.
public final class PeoplePages {
  private final Web web;
  private final LogEndpoints logbook;
  private final Optional<SignInDoor> signIn;
  private final List<OwnRoutes> own;
  private final List<OpenRoutes> open;
  private final Faces faces;

  /// What people see in a browser.
  ///
  /// @param visitors knows who is logged in
  /// @param printer prints the pages
  /// @param assets what they look like
  /// @param parts the pages
  /// @param beat when answers to who logged in leave
  public record Faces(
      Visitors visitors, Printer printer, Assets assets, List<PageRoutes> parts, Beat beat) {
    /// Copies its list.
    public Faces {
      parts = List.copyOf(parts);
    }
  }

  /// @param threads where requests are answered
  /// @param logbook what anybody may read of the logbook
  /// @param signIn where people log in; empty when the operator set up no sign-in
  /// @param own what people do after logging in
  /// @param open what anybody may see besides
  /// @param faces the pages
  public PeoplePages(
      InstantSource clock,
      Executor threads,
      LogEndpoints logbook,
      Optional<SignInDoor> signIn,
      List<OwnRoutes> own,
      List<OpenRoutes> open,
      Faces faces) {
    this.web = new Web(clock, threads, "1.0.0");
    this.logbook = logbook;
    this.signIn = signIn;
    this.own = List.copyOf(own);
    this.open = List.copyOf(open);
    this.faces = faces;
  }

  /// The pages, behind the guard of the connection.
  public Router router(Vertx vertx, ConnectionGuard guard) {
    var router = Router.router(vertx);
    router.route().handler(guard::guard);
    web.prepare(router);
    logbook.add(router, web);
    Published.add(router, web);
    open.forEach(routes -> routes.add(router, web));
    signIn.ifPresent(door -> own.forEach(routes -> routes.add(router, web, door)));
    new StylePages(faces.assets()).add(router, web);
    var pages =
        new PageDoor(router, web, faces.visitors(), new PageReplies(faces.printer()), faces.beat());
    faces.parts().forEach(part -> part.add(pages));
    pages.otherwise();
    return router;
  }
}
