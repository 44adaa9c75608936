package nl.sluis.gateway.toezicht;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.aanmelding.StaffSignIn.Open;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.convenant.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk itself: logging in and out, choosing a post when there are more, its home page, and
/// everything that the parts hang there. May be shared between threads.
public final class OfficerPages implements PageRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OfficerPages.class);
  private static final String HOME = OfficerDoor.HOME;
  private static final String ATTEMPT = "__Host-sluis-toezicht-aanmelden";
  private static final String COOKIE = "=%s; Path=/; Secure; HttpOnly; SameSite=Lax";
  private static final String TITLE = "toezicht.titel";

  private final Posts posts;
  private final StaffSignIn signIn;
  private final SubjectReference references;
  private final CurrentLaw law;
  private final List<OfficerPart> parts;

  /// @param posts what the roles of the provider mean
  /// @param signIn knows who is logged in at the desk
  /// @param references makes the pseudonyms of professionals
  /// @param law knows how organisations are called
  /// @param parts in the order of the home page
  public OfficerPages(
      Posts posts,
      StaffSignIn signIn,
      SubjectReference references,
      CurrentLaw law,
      List<OfficerPart> parts) {
    this.posts = posts;
    this.signIn = signIn;
    this.references = references;
    this.law = law;
    this.parts = List.copyOf(parts);
  }

  /// Nobody is logged in, or nobody with one post.
  ///
  /// @param choices among which to choose; empty when nobody is logged in
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Start(List<Choice> choices, String wrong) {
    /// Copies its list.
    public Start {
      choices = List.copyOf(choices);
    }
  }

  /// One post that somebody may choose.
  ///
  /// @param role of the provider
  /// @param duty its word
  /// @param organisation its name in the convenant; its OIN where no convenant knows it
  public record Choice(String role, String duty, String organisation) {}

  /// The home page of the desk.
  ///
  /// @param duty its word
  /// @param organisation its name
  /// @param tiles the ways to go, in the order of the parts
  /// @param more whether there is another post to choose
  public record Home(String duty, String organisation, List<OfficerPart.Tile> tiles, boolean more) {
    /// Copies its list.
    public Home {
      tiles = List.copyOf(tiles);
    }
  }

  @Override
  public void add(Pages pages) {
    var door = new OfficerDoor(pages, posts, signIn, references);
    pages.open(HOME, asked -> home(door, asked));
    pages.open(HOME + "/aanmelden", this::begin);
    pages.open(HOME + "/aanmelden/terug", this::finish);
    pages.open(HOME + "/functie", asked -> start(door.open(asked), asked, ""));
    pages.openPost(HOME + "/functie", asked -> choose(door, asked));
    pages.openPost(HOME + "/afmelden", asked -> leave(door, asked));
    parts.forEach(part -> part.add(door));
  }

  private View home(OfficerDoor door, Asked asked) throws SQLException {
    var open = door.open(asked);
    var officer = open.flatMap(door::officer);
    if (open.isEmpty() || officer.isEmpty()) {
      return start(open, asked, "");
    }
    var who = officer.get();
    var tiles =
        parts.stream()
            .flatMap(part -> part.tiles().stream())
            .filter(tile -> tile.may().contains(who.duty()))
            .toList();
    var model =
        new Home(
            who.duty().word(),
            name(new Post(who.duty(), who.organisation()), asked),
            tiles,
            open.get().roles().size() > 1);
    return OfficerDoor.framed(new View.Shown("toezicht/begin", model, TITLE), who.formToken());
  }

  private View start(Optional<Open> open, Asked asked, String wrong) {
    var choices = new ArrayList<Choice>();
    for (var role : open.map(Open::roles).orElse(List.of())) {
      var post = posts.roles().get(role);
      if (post != null) {
        choices.add(new Choice(role, post.duty().word(), name(post, asked)));
      }
    }
    var shown = new View.Shown("toezicht/aanmelden", new Start(choices, wrong), TITLE);
    return OfficerDoor.framed(
        wrong.isEmpty() ? shown : shown.again(), open.map(Open::formToken).orElse(""));
  }

  private String name(Post post, Asked asked) {
    return law.now().known(post.organisation(), asked.at()).stream()
        .findFirst()
        .map(Party::name)
        .orElse(post.organisation().value());
  }

  private View begin(Asked asked) throws SQLException {
    try {
      var begun = signIn.login().begin(asked.at());
      return new View.Moved(begun.to().toString(), List.of(kept(ATTEMPT, begun.cookie())));
    } catch (LoginFault fault) {
      return failed(fault, asked);
    }
  }

  private View finish(Asked asked) throws SQLException {
    try {
      var session =
          signIn
              .login()
              .finish(
                  asked.cookies().getOrDefault(ATTEMPT, ""),
                  asked.cookies().getOrDefault(StaffSignIn.Desk.TOEZICHT.cookie(), ""),
                  asked.query(),
                  asked.at());
      return new View.Moved(
          HOME, List.of(kept(StaffSignIn.Desk.TOEZICHT.cookie(), session), gone(ATTEMPT)));
    } catch (LoginFault fault) {
      return failed(fault, asked);
    }
  }

  /// What went wrong is one page that tells nothing; the log of the process has the cause.
  private View failed(LoginFault fault, Asked asked) {
    LOG.info("login at the desk of officers refused: {}", fault.getMessage());
    return start(Optional.empty(), asked, "toezicht.fout.aanmelden");
  }

  private View choose(OfficerDoor door, Asked asked) throws InputFault, SQLException {
    var open = door.open(asked);
    if (open.isEmpty() || !OfficerDoor.isOurs(asked, open.get())) {
      return OfficerDoor.refused();
    }
    var cookie = asked.cookies().getOrDefault(StaffSignIn.Desk.TOEZICHT.cookie(), "");
    var role = asked.one("functie");
    if (role.isEmpty()) {
      return start(open, asked, "toezicht.fout.functie");
    }
    return signIn
        .choose(cookie, role, asked.at())
        .<View>map(
            fresh -> new View.Moved(HOME, List.of(kept(StaffSignIn.Desk.TOEZICHT.cookie(), fresh))))
        .orElseGet(View.Gone::new);
  }

  private View leave(OfficerDoor door, Asked asked) throws InputFault, SQLException {
    var open = door.open(asked);
    if (open.isPresent() && !OfficerDoor.isOurs(asked, open.get())) {
      return OfficerDoor.refused();
    }
    signIn.end(asked.cookies().getOrDefault(StaffSignIn.Desk.TOEZICHT.cookie(), ""));
    return new View.Moved(HOME, List.of(gone(StaffSignIn.Desk.TOEZICHT.cookie())));
  }

  /// Without an end of its own: it goes when the browser closes.
  private static String kept(String name, String value) {
    return name + COOKIE.formatted(value);
  }

  private static String gone(String name) {
    return name + COOKIE.formatted("") + "; Max-Age=0";
  }
}
