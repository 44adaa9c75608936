package nl.sluis.gateway.zaakdossier;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// The pages on which an officer opens a case, decides about it with somebody else, and sees what
/// came of it. What is of another organisation is not there. May be shared between threads.
public final class CasePages implements OfficerPart {
  static final String HOME = "/toezicht/datalek";
  private static final String TITLE = "toezicht-zaak.titel";
  private static final Set<Duty> READ = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);
  private static final Set<Duty> LEAD = EnumSet.of(Duty.PRIVACY_OFFICER);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);
  private static final int LONGEST = 2_000;
  private static final int SHORTEST = 20;

  private final CaseReading reading;
  private final CaseDesk desk;
  private final Recalls recalls;
  private final CaseShowing showing;
  private final CaseLooks looks;
  private final Sequencer sequencer;

  CasePages(
      CaseReading reading,
      CaseDesk desk,
      Recalls recalls,
      CaseShowing showing,
      CaseLooks looks,
      Sequencer sequencer) {
    this.reading = reading;
    this.desk = desk;
    this.recalls = recalls;
    this.showing = showing;
    this.looks = looks;
    this.sequencer = sequencer;
  }

  /// Asks every receiver in a case to undo it.
  @FunctionalInterface
  interface Recalls {
    List<? extends Work<Boolean>> of(CaseReading.Whole whole);
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, READ, (who, asked) -> list(who, asked, Map.of(), ""));
    routes.post(HOME, LEAD, this::open);
    routes.get(HOME + "/:id", READ, (who, asked) -> one(who, asked, ""));
    routes.post(HOME + "/:id/risico", LEAD, this::weigh);
    routes.post(HOME + "/:id/voorstel", LEAD, this::propose);
    routes.post(HOME + "/:id/besluit", READ, this::decide);
    routes.post(HOME + "/:id/ap", LEAD, this::tell);
    routes.post(HOME + "/:id/terughalen", LEAD, this::recall);
    routes.post(HOME + "/:id/sluiten", LEAD, this::close);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-zaak.tegel", READ));
  }

  private View list(Officer who, Asked asked, Map<String, String> sent, String wrong)
      throws SQLException {
    var own = who.organisation();
    var shown =
        new View.Shown(
            "toezicht/zaken",
            new CaseModels.All(
                reading.of(own).stream()
                    .map(one -> showing.one(one, path(one.id()), asked.at()))
                    .toList(),
                reading.waiting(own).stream()
                    .map(open -> CaseShowing.waiting(open, asked.at()))
                    .toList(),
                showing.others(own, asked.at()),
                LEAD.contains(who.duty()),
                sent,
                wrong),
            TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }

  private View open(Officer who, Asked asked) throws InputFault, SQLException {
    var sent = sent(asked);
    var kind = CaseKind.of(asked.one("soort"));
    var direction = CaseScope.Direction.of(asked.one("richting"));
    var scope = scope(sent);
    var why = asked.one("toelichting");
    if (kind.isEmpty() || direction.isEmpty() || scope.isEmpty()) {
      return list(who, asked, sent, "toezicht-zaak.fout.vul-in");
    }
    if (!isWhy(why)) {
      return list(who, asked, sent, "toezicht-zaak.fout.toelichting");
    }
    var about = about(who, asked.one("over"));
    var known =
        about.isPresent()
            ? about.map(OpenTask::openedAt)
            : known(asked.one("bekendDag"), asked.one("bekendTijd"));
    var reference = asked.one("kenmerk");
    if (known.isEmpty() || (reference.isEmpty() && scope.get().other().isEmpty())) {
      return list(
          who, asked, sent, "toezicht-zaak.fout." + (known.isEmpty() ? "bekend" : "wie-of-wat"));
    }
    var subjects =
        reference.isEmpty() ? List.<UUID>of() : reading.subjects(who.organisation(), reference);
    var found =
        reference.isEmpty() || !subjects.isEmpty()
            ? reading.find(who.organisation(), scope.get(), subjects)
            : new OwnRows.Found(List.of(), true);
    if (found.rows().isEmpty() || !found.whole()) {
      return list(who, asked, sent, "toezicht-zaak.fout." + (found.whole() ? "niets" : "te-veel"));
    }
    var work =
        desk.open(
            by(who),
            new CaseDesk.Opening(
                kind.get(),
                about.map(task -> task.task().about()),
                scope.get(),
                known.get(),
                why,
                found.rows().stream().map(OwnRow::index).toList(),
                subjects.stream().findFirst()));
    return switch (sequencer.submit(work).join()) {
      case Did.Done(UUID id) -> new View.Moved(path(id));
      case Did.Not(String wrong) -> list(who, asked, sent, "toezicht-zaak.fout." + wrong);
      case Did.NotThere _ -> new View.Gone();
    };
  }

  private static Map<String, String> sent(Asked asked) throws InputFault {
    var sent = new HashMap<String, String>();
    // The word for a person is not sent back to a browser.
    for (var field :
        List.of(
            "soort",
            "over",
            "ander",
            "richting",
            "van",
            "tot",
            "bekendDag",
            "bekendTijd",
            "toelichting")) {
      sent.put(field, asked.one(field));
    }
    return sent;
  }

  private static Optional<CaseScope> scope(Map<String, String> sent) {
    try {
      var other = sent.getOrDefault("ander", "");
      return CaseScope.Direction.of(sent.getOrDefault("richting", ""))
          .map(
              direction ->
                  new CaseScope(
                      other.isEmpty() ? Optional.empty() : Optional.of(new Oin(other)),
                      direction,
                      LocalDate.parse(sent.getOrDefault("van", ""), DAY),
                      LocalDate.parse(sent.getOrDefault("tot", ""), DAY)));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What was judged unjustified at this organisation and has no case yet, by what the form says.
  private Optional<OpenTask> about(Officer who, String exchange) throws SQLException {
    return reading.waiting(who.organisation()).stream()
        .filter(open -> open.task().about().toString().equals(exchange))
        .findFirst();
  }

  private static Optional<Instant> known(String day, String time) {
    try {
      return Optional.of(
          LocalDate.parse(day, DAY).atTime(LocalTime.parse(time)).atZone(Age.CALENDAR).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private View one(Officer who, Asked asked, String wrong) throws SQLException {
    var id = asked.id();
    var from = asked.query().getOrDefault("vanaf", "0");
    var whole =
        id.isEmpty() || !from.matches("[0-9]{1,4}")
            ? Optional.<CaseReading.Whole>empty()
            : reading.page(who.organisation(), id.get(), Integer.parseInt(from));
    if (whole.isEmpty()) {
      return new View.Gone();
    }
    looks.note(who, whole.get().one());
    var model =
        showing.whole(
            whole.get(),
            path(whole.get().one().id()),
            who.who(),
            LEAD.contains(who.duty()),
            wrong,
            asked.at());
    var shown = new View.Shown("toezicht/zaak", model, TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }

  private Optional<CaseReading.Whole> whole(Officer who, UUID id) throws SQLException {
    return reading.whole(who.organisation(), id);
  }

  private View weigh(Officer who, Asked asked) throws InputFault, SQLException {
    var answers = new HashMap<String, String>();
    for (var question : RiskQuestions.ofThisRelease().questions()) {
      var answer = asked.one("vraag-" + question.id());
      if (!answer.isEmpty()) {
        answers.put(question.id(), answer);
      }
    }
    return act(who, asked, id -> desk.weigh(by(who), id, answers, asked.one("toelichting")));
  }

  private View propose(Officer who, Asked asked) throws InputFault, SQLException {
    var outcome =
        CaseKind.of(asked.one("soort")).flatMap(kind -> CaseOutcome.of(kind, uncheckedOne(asked)));
    if (outcome.isEmpty()) {
      return one(who, asked, "toezicht-zaak.fout.vul-in");
    }
    return act(
        who, asked, id -> desk.propose(by(who), id, outcome.get(), asked.one("toelichting")));
  }

  private static String uncheckedOne(Asked asked) {
    return asked.many("uitkomst").stream().findFirst().orElse("");
  }

  private View decide(Officer who, Asked asked) throws InputFault, SQLException {
    var id = asked.id();
    if (id.isEmpty() || reading.whole(who.organisation(), id.get()).isEmpty()) {
      return new View.Gone();
    }
    var answer = asked.one("antwoord");
    var proposal = asked.one("voorstel");
    if (!proposal.matches("[0-9]{1,18}") || !Set.of("ja", "nee").contains(answer)) {
      throw new InputFault("antwoord");
    }
    return act(
        who,
        asked,
        open ->
            desk.decide(
                by(who),
                open,
                Long.parseLong(proposal),
                answer.equals("ja"),
                asked.one("toelichting")));
  }

  private View tell(Officer who, Asked asked) throws InputFault, SQLException {
    var number = ReportNumber.of(asked.one("nummer"));
    if (number.isEmpty()) {
      return one(who, asked, "toezicht-zaak.fout.nummer");
    }
    var id = asked.id();
    return id.isEmpty()
        ? new View.Gone()
        : after(who, asked, desk.told(by(who), id.get(), number.get()));
  }

  private View recall(Officer who, Asked asked) throws SQLException {
    var id = asked.id();
    var whole = id.isEmpty() ? Optional.<CaseReading.Whole>empty() : whole(who, id.get());
    if (whole.isEmpty()) {
      return new View.Gone();
    }
    int asks = 0;
    for (var one : recalls.of(whole.get())) {
      asks += sequencer.submit(one).join() ? 1 : 0;
    }
    return after(who, asked, desk.recalled(by(who), whole.get().one().id(), asks));
  }

  private View close(Officer who, Asked asked) throws InputFault, SQLException {
    return act(who, asked, id -> desk.close(by(who), id, asked.one("toelichting")));
  }

  /// What is done with words of this officer.
  @FunctionalInterface
  private interface Act {
    Work<Did> on(UUID id) throws InputFault;
  }

  private View act(Officer who, Asked asked, Act act) throws InputFault, SQLException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    return isWhy(asked.one("toelichting"))
        ? after(who, asked, act.on(id.get()))
        : one(who, asked, "toezicht-zaak.fout.toelichting");
  }

  private View after(Officer who, Asked asked, Work<Did> work) throws SQLException {
    return switch (sequencer.submit(work).join()) {
      case Did.Done(UUID id) -> new View.Moved(path(id));
      case Did.Not(String wrong) -> one(who, asked, "toezicht-zaak.fout." + wrong);
      case Did.NotThere _ -> new View.Gone();
    };
  }

  private static boolean isWhy(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST && RightsDesk.mayBeKept(text);
  }

  private static CaseDesk.By by(Officer who) {
    return new CaseDesk.By(who.organisation(), who.who());
  }

  private static String path(UUID id) {
    return HOME + "/" + id;
  }
}
