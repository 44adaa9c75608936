package nl.sluis.gateway.werkplek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.aanmelding.StaffSignIn.Open;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place in which it is decided who opens what at the desk.
///
/// A page that was added for no task cannot be: there is no way to add it. Filled once; may be
/// shared between threads afterwards.
final class WorkDoor implements WorkRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(WorkDoor.class);
  static final StaffSignIn.Desk DESK = StaffSignIn.Desk.WERK;
  static final String HOME = DESK.path();
  static final String FRAME = "werkplek/kader.jte";
  static final String TITLE = "werkplek.titel";

  /// How long it counts that somebody showed more surely who it is.
  static final Duration SURE = Duration.ofHours(1);

  private static final String TOKEN = "bewijs";

  private final Pages pages;
  private final Map<String, Position> positions;
  private final StaffSignIn signIn;
  private final Pseudonyms pseudonyms;
  private final List<Added> added = new ArrayList<>();

  /// One line of the table of tasks.
  ///
  /// @param route its method and path
  /// @param may who opens it
  /// @param strong whether the stronger sign-in is needed
  record Added(String route, Set<Task> may, boolean strong) {}

  /// @param positions what each role of the provider means
  WorkDoor(
      Pages pages, Map<String, Position> positions, StaffSignIn signIn, Pseudonyms pseudonyms) {
    this.pages = pages;
    this.positions = Map.copyOf(positions);
    this.signIn = signIn;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public void get(String path, Set<Task> may, WorkEndpoint page) {
    add("GET", path, may, false);
    pages.open(path, asked -> shown(may, page, asked));
  }

  @Override
  public void post(String path, Set<Task> may, WorkEndpoint page) {
    add("POST", path, may, false);
    pages.openPost(path, asked -> sent(may, page, false, asked));
  }

  @Override
  public void strong(String path, Set<Task> may, WorkEndpoint page) {
    add("GET", path, may, true);
    pages.open(
        path,
        asked ->
            shown(
                may,
                (who, now) -> who.stepUp() ? page.answer(who, now) : confirm(path, now),
                asked));
  }

  @Override
  public void strongPost(String path, Set<Task> may, WorkEndpoint page) {
    add("POST", path, may, true);
    pages.openPost(path, asked -> sent(may, page, true, asked));
  }

  /// The table of tasks, in the order in which it was filled.
  List<Added> added() {
    return List.copyOf(added);
  }

  private void add(String method, String path, Set<Task> may, boolean strong) {
    if (may.isEmpty() || !path.startsWith(HOME + "/")) {
      throw new IllegalArgumentException("no page of the desk, or for nobody: " + path);
    }
    added.add(new Added(method + " " + path, Set.copyOf(may), strong));
  }

  /// The session of this browser; empty when there is none.
  Optional<Open> open(Asked asked) throws SQLException {
    var cookie = asked.cookies().get(DESK.cookie());
    return cookie == null ? Optional.empty() : signIn.of(cookie, asked.at());
  }

  /// The function with which this session works; empty as long as none was chosen.
  Optional<Position> position(Open open) {
    return open.chosen().flatMap(role -> Optional.ofNullable(positions.get(role)));
  }

  Worker worker(Position position, Open open, Instant now) {
    var at = position.at();
    return new Worker(
        at,
        position.function(),
        pseudonyms.of(at.party().oin(), open.employee()),
        open.formToken(),
        open.level() == SignedIn.Level.HOOG && now.isBefore(open.since().plus(SURE)));
  }

  private View shown(Set<Task> may, WorkEndpoint page, Asked asked)
      throws InputFault, SQLException {
    var open = open(asked);
    var position = open.flatMap(this::position);
    return open.isEmpty() || position.isEmpty()
        ? new View.Moved(HOME)
        : answer(may, page, position.get(), worker(position.get(), open.get(), asked.at()), asked);
  }

  private View sent(Set<Task> may, WorkEndpoint page, boolean strong, Asked asked)
      throws InputFault, SQLException {
    var open = open(asked);
    var position = open.flatMap(this::position);
    if (open.isEmpty() || position.isEmpty()) {
      return framed(new View.Shown("werkplek/melding", silentEnd(), TITLE).again(), "");
    }
    if (!isOurs(asked, open.get())) {
      return refused(open.get().formToken());
    }
    var who = worker(position.get(), open.get(), asked.at());
    return goesOn(
        answer(
            may,
            strong && !who.stepUp() ? (_, _) -> Confirming.page() : page,
            position.get(),
            who,
            asked),
        asked);
  }

  /// Whoever sent a form that was taken is at work, and keeps what opens its drafts.
  private static View goesOn(View view, Asked asked) {
    if (view instanceof View.Moved(var path, var cookies)) {
      var more = new ArrayList<>(cookies);
      more.addAll(DraftCookie.again(asked));
      return new View.Moved(path, more);
    }
    return view;
  }

  private static Trouble silentEnd() {
    return new Trouble("werkplek.afgemeld", "", "", List.of());
  }

  /// Goes to where one shows more surely who one is, and comes back.
  private static View confirm(String path, Asked asked) {
    var whole = path;
    for (var part : asked.path().entrySet()) {
      whole = whole.replace(":" + part.getKey(), part.getValue());
    }
    return new View.Moved(Confirming.PATH, List.of(Confirming.back(whole)));
  }

  private static View answer(
      Set<Task> may, WorkEndpoint page, Position position, Worker who, Asked asked)
      throws InputFault {
    if (may.stream().noneMatch(position.tasks()::contains)) {
      return new View.Gone();
    }
    return framed(withoutTrouble(page, who, asked), who.formToken());
  }

  private static View withoutTrouble(WorkEndpoint page, Worker who, Asked asked) throws InputFault {
    try {
      return page.answer(who, asked);
    } catch (Stopped stopped) {
      LOG.info("stopped: {}", stopped.ending());
      return trouble(Trouble.of(stopped));
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("no answer: {}", e.getClass().getSimpleName());
      return trouble(Trouble.silent());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return trouble(Trouble.silent());
    }
  }

  static View trouble(Trouble trouble) {
    return new View.Shown("werkplek/melding", trouble, TITLE).again();
  }

  /// The same in the frame of the desk. What is not there is the one page of what is nowhere, for
  /// every reason alike.
  static View framed(View view, String formToken) {
    return switch (view) {
      case View.Shown shown -> new View.Framed(shown, FRAME, formToken);
      case View.Framed _, View.Moved _, View.Left _, View.File _, View.Streamed _, View.Gone _ ->
          view;
    };
  }

  static boolean isOurs(Asked asked, Open open) throws InputFault {
    return MessageDigest.isEqual(
        asked.one(TOKEN).getBytes(StandardCharsets.UTF_8),
        open.formToken().getBytes(StandardCharsets.UTF_8));
  }

  /// A form that no page of this session sent.
  static View refused(String formToken) {
    return framed(
        new View.Shown("werkplek/bericht", new Message("vorm.geweigerd"), TITLE).again(),
        formToken);
  }
}
