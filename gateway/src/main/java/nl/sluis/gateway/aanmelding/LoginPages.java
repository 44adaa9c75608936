package nl.sluis.gateway.aanmelding;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.gateway.vorm.Visitors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages on which people log in and out.
///
/// Where a browser ends up is decided here and never by an address: after logging in at home, after
/// logging out at a page that says so. There is no list of somebody's sessions, for whoever forces
/// a person to show it would see where else that person looked. May be shared between threads.
public final class LoginPages implements PageRoutes {
  /// The cookie of an attempt. As that of a session it is of this host alone, never read by a
  /// script, and goes along when the provider sends the browser back, which `Strict` would forbid;
  /// no request that changes anything is a GET (RFC 6265bis, 5.7).
  static final String ATTEMPT = "__Host-sluis-aanmelden";

  private static final Logger LOG = LoggerFactory.getLogger(LoginPages.class);
  private static final String COOKIE = "=%s; Path=/; Secure; HttpOnly; SameSite=Lax";
  private static final String HOME = "/mijn";
  private static final String EVERYWHERE = "/afmelden/overal";
  private static final String HERE = "/afmelden/hier";
  private static final String TITLE = "aanmelden.titel";

  private final SigningIn signingIn;

  /// @param signingIn at the provider
  public LoginPages(SigningIn signingIn) {
    this.signingIn = signingIn;
  }

  /// Why nobody was logged in.
  ///
  /// @param key of its name; `key + ".uitleg"` says what to do
  public record Failed(String key) {}

  /// It is done.
  ///
  /// @param further where to log out at the provider too; empty when that cannot be or was done
  public record Out(Optional<URI> further) {}

  /// The page from which one logs out everywhere.
  public record Everywhere() {}

  @Override
  public void add(Pages pages) {
    pages.open("/aanmelden", this::begin);
    pages.open(ProviderLine.RETURN, this::finish);
    pages.post("/afmelden", this::end);
    pages.get(EVERYWHERE, (_, _) -> new View.Shown("aanmelden/overal", new Everywhere(), TITLE));
    pages.post(EVERYWHERE, this::endAll);
    pages.open(
        HERE,
        asked ->
            new View.Shown("aanmelden/afgemeld", new Out(signingIn.logout(asked.at())), TITLE));
    pages.open(
        ProviderLine.AFTERWARDS,
        _ -> new View.Shown("aanmelden/afgemeld", new Out(Optional.empty()), TITLE));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(EVERYWHERE, "aanmelden.overal", "beeld-hulp"));
  }

  private View begin(Asked asked) throws SQLException {
    try {
      var begun = signingIn.login().begin(asked.at());
      return new View.Moved(begun.to().toString(), List.of(kept(ATTEMPT, begun.cookie())));
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  private View finish(Asked asked) throws SQLException {
    try {
      var session =
          signingIn.login().finish(cookie(asked, ATTEMPT), own(asked), asked.query(), asked.at());
      return new View.Moved(HOME, List.of(kept(Visitors.COOKIE, session), gone(ATTEMPT)));
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  private View end(Visitor who, Asked asked) throws SQLException {
    signingIn.sessions().end(own(asked), asked.at());
    return out();
  }

  private View endAll(Visitor who, Asked asked) throws SQLException {
    signingIn.sessions().endAll(who.who());
    return out();
  }

  private static View out() {
    return new View.Moved(HERE, List.of(gone(Visitors.COOKIE)));
  }

  private static View failed(LoginFault fault) {
    LOG.info("login refused: {}", fault.getMessage());
    var about =
        switch (fault.reason()) {
          case VERLOPEN -> "verlopen";
          case AFGEBROKEN -> "afgebroken";
          case ONGELDIG -> "ongeldig";
          case TE_LICHT -> "te-licht";
          case NIET_BEREIKBAAR -> "niet-bereikbaar";
        };
    return new View.Shown("aanmelden/mislukt", new Failed("aanmelden." + about), TITLE).again();
  }

  private static String own(Asked asked) {
    return cookie(asked, Visitors.COOKIE);
  }

  private static String cookie(Asked asked, String name) {
    return asked.cookies().getOrDefault(name, "");
  }

  /// Without an end of its own: it goes when the browser closes, and leaves no trace on a computer
  /// that others use too.
  private static String kept(String name, String value) {
    return name + COOKIE.formatted(value);
  }

  private static String gone(String name) {
    return name + COOKIE.formatted("") + "; Max-Age=0";
  }
}
