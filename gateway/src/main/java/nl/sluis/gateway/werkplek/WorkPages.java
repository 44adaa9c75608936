package nl.sluis.gateway.werkplek;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.aanmelding.StaffSignIn.Open;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.FrontPages;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk itself: logging in and out, choosing a function when there are more, confirming who one
/// is, its home page, and everything that the parts hang there. May be shared between threads.
public final class WorkPages implements PageRoutes {
  /// In which every page of the desk stands.
  public static final String FRAME = WorkDoor.FRAME;

  private static final Logger LOG = LoggerFactory.getLogger(WorkPages.class);
  private static final String HOME = WorkDoor.HOME;
  private static final String SESSION = WorkDoor.DESK.cookie();
  private static final String ATTEMPT = "__Host-sluis-werk-aanmelden";
  private static final String TITLE = WorkDoor.TITLE;

  private final Map<String, Position> positions;
  private final StaffSignIn signIn;
  private final Pseudonyms pseudonyms;
  private final List<WorkPart> parts;
  private final SecureRandom random;

  /// @param positions what the roles of the provider mean
  /// @param signIn knows who is logged in
  /// @param pseudonyms by which words professionals stand in messages
  /// @param parts in the order of the home page
  public WorkPages(
      Map<String, Position> positions,
      StaffSignIn signIn,
      Pseudonyms pseudonyms,
      List<WorkPart> parts,
      SecureRandom random) {
    this.positions = Map.copyOf(positions);
    this.signIn = signIn;
    this.pseudonyms = pseudonyms;
    this.parts = List.copyOf(parts);
    this.random = random;
  }

  /// Nobody is logged in, or nobody with one function.
  ///
  /// @param choices among which to choose; empty when nobody is logged in
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Start(List<Choice> choices, String wrong) {
    /// Copies its list.
    public Start {
      choices = List.copyOf(choices);
    }
  }

  /// One function that somebody may choose.
  ///
  /// @param role of the provider
  /// @param function its word
  /// @param organisation for whom
  public record Choice(String role, String function, String organisation) {}

  /// The home page of the desk.
  ///
  /// @param function in which is worked
  /// @param organisation for whom
  /// @param namens whether somebody else does this for that organisation, under its mandate
  /// @param tiles the ways to go, in the order of the parts
  /// @param more whether there is another function to choose
  public record Home(
      String function,
      String organisation,
      boolean namens,
      List<nl.sluis.gateway.werkplek.Tile> tiles,
      boolean more) {
    /// Copies its list.
    public Home {
      tiles = List.copyOf(tiles);
    }
  }

  @Override
  public void add(Pages pages) {
    var door = new WorkDoor(pages, positions, signIn, pseudonyms);
    pages.open("/", _ -> new View.Moved(HOME));
    pages.open("/toegankelijkheid", _ -> accessibility());
    pages.openPost("/weg", this::away);
    pages.open(HOME, asked -> home(door, asked));
    pages.open(HOME + "/aanmelden", asked -> begin(SignedIn.Level.SUBSTANTIEEL, asked));
    pages.open(HOME + "/aanmelden/terug", this::finish);
    pages.open(HOME + "/functie", asked -> start(door.open(asked), ""));
    pages.openPost(HOME + "/functie", asked -> choose(door, asked));
    pages.open(Confirming.PATH, asked -> confirm(door, asked));
    pages.open(Confirming.PATH + "/begin", asked -> begin(SignedIn.Level.HOOG, asked));
    pages.openPost(HOME + "/afmelden", asked -> leave(door, asked));
    parts.forEach(part -> part.add(door));
  }

  private static View accessibility() {
    var shown =
        new View.Shown("vorm/toegankelijkheid", new FrontPages.Plain(), "toegankelijkheid.titel");
    return WorkDoor.framed(shown, "");
  }

  private View home(WorkDoor door, Asked asked) throws SQLException {
    var open = door.open(asked);
    var position = open.flatMap(door::position);
    if (open.isEmpty() || position.isEmpty()) {
      return start(open, "");
    }
    var here = position.get();
    var tiles =
        parts.stream()
            .flatMap(part -> part.tiles().stream())
            .filter(tile -> tile.may().stream().anyMatch(here.tasks()::contains))
            .toList();
    var model =
        new Home(
            here.function(),
            here.at().name(),
            here.at().isNamens(),
            tiles,
            open.get().roles().size() > 1);
    return WorkDoor.framed(new View.Shown("werkplek/begin", model, TITLE), open.get().formToken());
  }

  private View start(Optional<Open> open, String wrong) {
    var choices = new ArrayList<Choice>();
    for (var role : open.map(Open::roles).orElse(List.of())) {
      var position = positions.get(role);
      if (position != null) {
        choices.add(new Choice(role, position.function(), position.at().name()));
      }
    }
    var shown = new View.Shown("werkplek/aanmelden", new Start(choices, wrong), TITLE);
    return WorkDoor.framed(
        wrong.isEmpty() ? shown : shown.again(), open.map(Open::formToken).orElse(""));
  }

  private View confirm(WorkDoor door, Asked asked) throws SQLException {
    var open = door.open(asked);
    return open.isEmpty()
        ? new View.Moved(HOME)
        : WorkDoor.framed(
            new View.Shown("werkplek/bevestigen", new Plain(), TITLE), open.get().formToken());
  }

  private View begin(SignedIn.Level least, Asked asked) throws SQLException {
    try {
      var begun = signIn.login().begin(least, asked.at());
      return new View.Moved(begun.to().toString(), List.of(Cookies.kept(ATTEMPT, begun.cookie())));
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  private View finish(Asked asked) throws SQLException {
    try {
      var session =
          signIn
              .login()
              .finish(
                  asked.cookies().getOrDefault(ATTEMPT, ""),
                  asked.cookies().getOrDefault(SESSION, ""),
                  asked.query(),
                  asked.at());
      var cookies = new ArrayList<String>();
      cookies.add(Cookies.kept(SESSION, session));
      cookies.add(Cookies.gone(ATTEMPT));
      cookies.add(Confirming.gone());
      cookies.addAll(DraftCookie.begin(asked, random));
      return new View.Moved(Confirming.afterwards(asked), cookies);
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  /// What went wrong is one page that tells nothing; the log of the process has the cause.
  private View failed(LoginFault fault) {
    LOG.info("login at the desk refused: {}", fault.getMessage());
    return start(
        Optional.empty(),
        fault.reason() == LoginFault.Cause.NIET_BEREIKBAAR
            ? "werkplek.fout.niet-bereikbaar"
            : "werkplek.fout.aanmelden");
  }

  private View choose(WorkDoor door, Asked asked) throws InputFault, SQLException {
    var open = door.open(asked);
    if (open.isEmpty() || !WorkDoor.isOurs(asked, open.get())) {
      return WorkDoor.refused("");
    }
    var role = asked.one("functie");
    if (role.isEmpty()) {
      return start(open, "werkplek.fout.functie");
    }
    return signIn
        .choose(asked.cookies().getOrDefault(SESSION, ""), role, asked.at())
        .<View>map(fresh -> new View.Moved(HOME, List.of(Cookies.kept(SESSION, fresh))))
        .orElseGet(View.Gone::new);
  }

  private View leave(WorkDoor door, Asked asked) throws InputFault, SQLException {
    var open = door.open(asked);
    if (open.isPresent() && !WorkDoor.isOurs(asked, open.get())) {
      return WorkDoor.refused("");
    }
    end(asked);
    return new View.Left(HOME, gone());
  }

  private View away(Asked asked) throws SQLException {
    end(asked);
    return new View.Left(Way.OUT, gone());
  }

  private void end(Asked asked) throws SQLException {
    signIn.end(asked.cookies().getOrDefault(SESSION, ""));
  }

  private static List<String> gone() {
    return List.of(
        Cookies.gone(SESSION),
        Cookies.gone(ATTEMPT),
        Cookies.gone(DraftCookie.NAME),
        Confirming.gone());
  }

  /// What hangs at the desk, for what is written about it: a line for each page of a part, in the
  /// order in which they were added.
  public List<Line> table() {
    var door = new WorkDoor(new Unhung(), positions, signIn, pseudonyms);
    parts.forEach(part -> part.add(door));
    return door.added().stream()
        .map(one -> new Line(one.route(), one.may().stream().sorted().toList(), one.strong()))
        .toList();
  }

  /// One line of the table of tasks.
  ///
  /// @param route its method and path
  /// @param tasks who opens it
  /// @param strong whether the stronger sign-in is needed
  public record Line(String route, List<Task> tasks, boolean strong) {
    /// Copies its list.
    public Line {
      tasks = List.copyOf(tasks);
    }
  }
}
