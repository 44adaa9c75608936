package nl.sluis.gateway.toezicht;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.aanmelding.StaffSignIn.Open;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;

/// The one place in which it is decided who opens what at the desk.
///
/// A page that was added for no duty cannot be: there is no way to add it. Filled once; may be
/// shared between threads afterwards.
final class OfficerDoor implements OfficerRoutes {
  static final String HOME = StaffSignIn.Desk.TOEZICHT.path();
  static final String FRAME = "toezicht/kader.jte";
  private static final String TOKEN = "bewijs";
  private static final String TITLE = "toezicht.titel";

  private final Pages pages;
  private final Posts posts;
  private final StaffSignIn signIn;
  private final SubjectReference references;
  private final List<Added> added = new ArrayList<>();

  /// One line of the table of duties.
  ///
  /// @param route its method and path
  /// @param may who opens it
  record Added(String route, Set<Duty> may) {}

  OfficerDoor(Pages pages, Posts posts, StaffSignIn signIn, SubjectReference references) {
    this.pages = pages;
    this.posts = posts;
    this.signIn = signIn;
    this.references = references;
  }

  @Override
  public void get(String path, Set<Duty> may, OfficerEndpoint page) {
    add("GET", path, may);
    pages.open(path, asked -> shown(may, page, asked));
  }

  @Override
  public void post(String path, Set<Duty> may, OfficerEndpoint page) {
    add("POST", path, may);
    pages.openPost(path, asked -> sent(may, page, asked));
  }

  /// The table of duties, in the order in which it was filled.
  List<Added> added() {
    return List.copyOf(added);
  }

  private void add(String method, String path, Set<Duty> may) {
    if (may.isEmpty() || !path.startsWith(HOME + "/")) {
      throw new IllegalArgumentException("no page of the desk, or for nobody: " + path);
    }
    added.add(new Added(method + " " + path, Set.copyOf(may)));
  }

  /// The session of this browser; empty when there is none.
  Optional<Open> open(Asked asked) throws SQLException {
    var cookie = asked.cookies().get(StaffSignIn.Desk.TOEZICHT.cookie());
    return cookie == null ? Optional.empty() : signIn.of(cookie, asked.at());
  }

  /// Who that is; empty as long as no post was chosen.
  Optional<Officer> officer(Open open) {
    return open.chosen()
        .flatMap(role -> Optional.ofNullable(posts.roles().get(role)))
        .map(post -> officer(post, open));
  }

  private Officer officer(Post post, Open open) {
    var keyed = references.keyedEmployee(post.organisation(), open.employee());
    return new Officer(post.organisation(), post.duty(), Actor.of(keyed), open.formToken());
  }

  private View shown(Set<Duty> may, OfficerEndpoint page, Asked asked)
      throws InputFault, SQLException {
    var open = open(asked);
    var officer = open.flatMap(this::officer);
    return officer.isEmpty() ? new View.Moved(HOME) : answer(may, page, officer.get(), asked);
  }

  private View sent(Set<Duty> may, OfficerEndpoint page, Asked asked)
      throws InputFault, SQLException {
    var open = open(asked);
    var officer = open.flatMap(this::officer);
    if (open.isEmpty() || officer.isEmpty() || !isOurs(asked, open.get())) {
      return refused();
    }
    return answer(may, page, officer.get(), asked);
  }

  private static View answer(Set<Duty> may, OfficerEndpoint page, Officer officer, Asked asked)
      throws InputFault, SQLException {
    return may.contains(officer.duty())
        ? framed(page.answer(officer, asked), officer.formToken())
        : new View.Gone();
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
  static View refused() {
    return framed(new View.Shown("vorm/bericht", new Message("vorm.geweigerd"), TITLE).again(), "");
  }
}
