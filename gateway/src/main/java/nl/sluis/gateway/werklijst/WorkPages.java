package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.taak.Lateness;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.PartyRole;

/// The work list of an organisation, and the pages on which an officer does what stands in it.
///
/// What is not of the own organisation, what is done and what is not for this duty is not there.
/// May be shared between threads.
public final class WorkPages implements OfficerPart {
  static final String HOME = "/toezicht/werk";
  static final String TITLE = "toezicht-werk.titel";
  private static final String ONE = HOME + "/:id";
  private static final String OUTCOME = "uitkomst";
  private static final String WHY = "toelichting";
  private static final Set<Duty> OFFICERS = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);
  private static final Set<Duty> PRIVACY = EnumSet.of(Duty.PRIVACY_OFFICER);
  private static final Set<String> DONE =
      Set.of("voorgesteld", "bevestigd", "teruggegeven", "afgehandeld", "beantwoord", "verlengd");

  private final Desk desk;
  private final ReviewPages reviews;
  private final SecondPages seconds;
  private final RequestPages requests;

  /// @param desk what is behind the list
  public WorkPages(Desk desk) {
    this.desk = desk;
    this.reviews = new ReviewPages(desk);
    this.requests = new RequestPages(desk);
    this.seconds = new SecondPages(desk);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-werk.tegel", OFFICERS));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, OFFICERS, (officer, asked) -> all(officer, asked, Optional.empty()));
    routes.get(HOME + "/soort/:groep", OFFICERS, this::some);
    routes.get(ONE, OFFICERS, this::one);
    routes.post(ONE + "/voorstel", OFFICERS, this::propose);
    routes.post(ONE + "/tweede", OFFICERS, this::second);
    routes.post(ONE + "/antwoord", PRIVACY, this::answer);
    routes.post(ONE + "/verlengen", PRIVACY, this::extend);
    routes.post(ONE + "/afhandelen", PRIVACY, this::close);
  }

  /// A reviewer reads what is looked back at, and nothing of what people ask.
  private static Set<Group> groups(Officer officer) {
    return switch (officer.duty()) {
      case PRIVACY_OFFICER -> EnumSet.allOf(Group.class);
      case BEOORDELAAR -> EnumSet.of(Group.DOORBREKING, Group.TWEEDE);
      case CONVENANTBEHEERDER, AUDITOR -> EnumSet.noneOf(Group.class);
    };
  }

  private View some(Officer officer, Asked asked) throws SQLException {
    var group = Group.of(asked.path().getOrDefault("groep", ""));
    return group.isEmpty() || !groups(officer).contains(group.get())
        ? new View.Gone()
        : all(officer, asked, group);
  }

  private View all(Officer officer, Asked asked, Optional<Group> group) throws SQLException {
    var word = asked.query().getOrDefault("na", "");
    var place = word.isEmpty() ? Optional.of(Place.BEGIN) : Place.of(word);
    if (place.isEmpty()) {
      return new View.Gone();
    }
    var may = groups(officer);
    var counts = desk.list().counts(officer.organisation(), asked.at());
    counts.keySet().retainAll(may);
    var wanted = group.<Set<Group>>map(EnumSet::of).orElse(may);
    var page = desk.list().after(officer.organisation(), wanted, place.get(), asked.at());
    var here = group.map(one -> HOME + "/soort/" + one.code()).orElse(HOME);
    var done = asked.query().getOrDefault("gedaan", "");
    var model =
        new Models.All(
            asked.at(),
            page.items(),
            counts,
            group,
            page.next().map(next -> here + "?na=" + next.word()).orElse(""),
            DONE.contains(done) ? "toezicht-werk.gedaan." + done : "");
    return new View.Shown("toezicht/werk", model, TITLE);
  }

  private View one(Officer officer, Asked asked) throws SQLException {
    return shown(officer, asked, Forms.empty());
  }

  private Optional<OpenTask> find(Officer officer, Asked asked) throws SQLException {
    var id = asked.id();
    return id.isEmpty()
        ? Optional.empty()
        : desk.task(officer, id.get())
            .filter(open -> groups(officer).contains(Group.of(open.task().kind())));
  }

  private View shown(Officer officer, Asked asked, Forms form) throws SQLException {
    var open = find(officer, asked);
    var party = desk.party(officer, asked.at());
    if (open.isEmpty() || party.isEmpty()) {
      return new View.Gone();
    }
    var view = shown(new At(officer, asked.at(), open.get(), party.get()), form);
    return form.wrong().isEmpty() || !(view instanceof View.Shown page) ? view : page.again();
  }

  private View shown(At at, Forms form) throws SQLException {
    var kind = at.open().task().kind();
    return switch (kind.end()) {
      case OORDEEL -> reviews.shown(at, form);
      case TWEEDE -> seconds.shown(at, form);
      case ANTWOORD -> requests.shown(at, form);
      case ZAAK, ONTVANGERSBERICHT, TERUGROEPING, NAKIJKING, VRAAG, GEBRUIK ->
          new View.Shown(
              "toezicht/werk-elders",
              new Models.Pointing(at.head(""), at.open(), kind.end(), form),
              TITLE);
      case WOORD, VEILIGHEID, FUNCTIONARIS, RECHTZETTING -> doing(at, form);
    };
  }

  private View doing(At at, Forms form) throws SQLException {
    var proposed = desk.closing().proposed(at.open()).isPresent();
    var two = desk.closing().needsSecond(at.open());
    var head = at.head(two ? desk.name(at.officer().organisation(), at.now()) : "");
    return new View.Shown(
        "toezicht/werk-taak", new Models.Doing(head, at.open(), proposed, form), TITLE);
  }

  /// Does one thing with what is open; what cannot be done is shown again with what is wrong.
  @FunctionalInterface
  interface Act {
    /// Does it.
    ///
    /// @return what became of it; empty when it is not there
    Optional<Did> with(At at, Forms form) throws SQLException;
  }

  /// What became of it.
  ///
  /// @param wrong the key of what is missing; empty when it was handed to the desk
  /// @param outcome of the desk; empty when something was missing
  /// @param done the word of what was done
  record Did(String wrong, Optional<Outcome> outcome, String done) {
    static Optional<Did> missing(String what) {
      return Optional.of(new Did("toezicht-werk.fout." + what, Optional.empty(), ""));
    }

    static Optional<Did> by(Outcome outcome, String done) {
      return Optional.of(new Did("", Optional.of(outcome), done));
    }
  }

  private View act(Officer officer, Asked asked, List<String> fields, Act act)
      throws InputFault, SQLException {
    var form = Forms.of(asked, fields);
    var open = find(officer, asked);
    var party = desk.party(officer, asked.at());
    if (open.isEmpty() || party.isEmpty()) {
      return new View.Gone();
    }
    var did = act.with(new At(officer, asked.at(), open.get(), party.get()), form);
    if (did.isEmpty()) {
      return new View.Gone();
    }
    var outcome = did.get().outcome();
    if (outcome.isEmpty()) {
      return shown(officer, asked, form.wrong(did.get().wrong()));
    }
    return switch (outcome.get()) {
      case Outcome.Done _ -> new View.Moved(HOME + "?gedaan=" + did.get().done());
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.NotAllowed(_, String sentence) -> shown(officer, asked, form.wrong(sentence));
      case Outcome.Faulty(var faults) ->
          shown(officer, asked, form.wrong(faults.getFirst().sentence()));
    };
  }

  private View propose(Officer officer, Asked asked) throws InputFault, SQLException {
    return act(officer, asked, ReviewPages.FIELDS, reviews::propose);
  }

  private View second(Officer officer, Asked asked) throws InputFault, SQLException {
    return act(officer, asked, SecondPages.FIELDS, seconds::say);
  }

  private View answer(Officer officer, Asked asked) throws InputFault, SQLException {
    return act(officer, asked, RequestPages.FIELDS, requests::answer);
  }

  private View extend(Officer officer, Asked asked) throws InputFault, SQLException {
    return act(officer, asked, RequestPages.LONGER, requests::extend);
  }

  private View close(Officer officer, Asked asked) throws InputFault, SQLException {
    return act(officer, asked, List.of(OUTCOME, WHY), this::close);
  }

  private Optional<Did> close(At at, Forms form) throws SQLException {
    if (!at.open().task().kind().end().byOfficer()) {
      return Optional.empty();
    }
    var outcome = form.value(OUTCOME);
    if (!Set.of("gedaan", "niet-nodig").contains(outcome)) {
      return Did.missing("uitkomst");
    }
    if (!form.isText(WHY)) {
      return Did.missing("toelichting");
    }
    boolean two = desk.closing().needsSecond(at.open());
    var work =
        desk.closing().close(at.party(), at.open(), at.officer().who(), outcome, form.value(WHY));
    return Did.by(desk.put(work), two ? "voorgesteld" : "afgehandeld");
  }

  /// Who does something, when, and with what.
  ///
  /// @param party the organisation of the officer, in a role in which it is bound
  record At(Officer officer, Instant now, OpenTask open, PartyRole party) {
    UUID about() {
      return open.task().about();
    }

    Models.Head head(String secondAt) {
      return new Models.Head(
          open.id(),
          open.task().kind().code(),
          open.openedAt(),
          open.task().due(),
          Lateness.days(open.task().due(), now),
          secondAt);
    }
  }
}
