package nl.sluis.gateway.verzoek;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Against;
import nl.sluis.consent.desk.StopDesk;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.PersonFiling;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.convenant.RequestTerms;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Oin;

/// Where somebody who is logged in asks something about a line, and sees what became of it.
///
/// Nobody else around the child sees that it was asked: no parent of the other, and no parent of a
/// youth. May be shared between threads.
public final class OwnRequests {
  /// How many of one person about one child may wait for an answer at the same time.
  private static final int MOST_OPEN = 50;

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final RequestTable table;
  private final RecipientTable recipients;
  private final PlaceRegister people;
  private final StopDesk stops;
  private final RequestWords words;
  private final Tasks tasks;
  private final Supplier<UUID> ids;

  /// @param database for looking; what is asked is written in the transaction of the sequencer
  /// @param words seals what people write
  OwnRequests(
      String region,
      DataSource database,
      CurrentLaw law,
      Places places,
      RequestWords words,
      Tasks tasks,
      Supplier<UUID> ids) {
    this.database = database;
    this.law = law;
    this.places = places;
    this.table = new RequestTable(region);
    this.recipients = new RecipientTable(region);
    this.people = new PlaceRegister(region);
    this.stops = new StopDesk(region);
    this.words = words;
    this.tasks = tasks;
    this.ids = ids;
  }

  /// Knows whether somebody may still see what a request is about.
  @FunctionalInterface
  interface StillSeen {
    boolean is(Connection tx, Place place, Instant now) throws SQLException;
  }

  /// What somebody asks.
  ///
  /// @param holder of whom
  /// @param counter where a complaint lands; empty for anything else
  /// @param matter what it is about
  /// @param stops whether the law lets this objection hold it up until it is weighed
  /// @param language in which it is asked
  /// @param said in the words of who asks; may be empty
  record Draft(
      RequestKind kind,
      Oin holder,
      Optional<Counter> counter,
      Matter matter,
      boolean stops,
      Language language,
      String said) {}

  /// All that this person asked about this child, the newest first.
  List<SubjectRequest> of(Place place) throws SQLException {
    try (var connection = database.getConnection()) {
      return all(connection, place);
    }
  }

  private List<SubjectRequest> all(Connection tx, Place place) throws SQLException {
    return table.of(tx, place, people.alike(tx, place));
  }

  /// Who was told that this was mended or erased; nobody, when nothing was.
  List<RecipientMessage> recipients(SubjectRequest request) throws SQLException {
    try (var connection = database.getConnection()) {
      return recipients.of(connection, request.id());
    }
  }

  /// The words of who asked; empty when there were none, or the child was erased.
  String asked(SubjectRequest request) throws SQLException {
    try (var connection = database.getConnection()) {
      return words.open(request.subject(), table.asked(connection, request.id())).orElse("");
    }
  }

  /// What the organisation said in this step; empty when it said nothing.
  String said(SubjectRequest request, SubjectRequest.Step step) throws SQLException {
    try (var connection = database.getConnection()) {
      return table
          .said(connection, request.id(), step.number())
          .flatMap(closed -> words.open(request.subject(), closed))
          .orElse("");
    }
  }

  /// Asks it: it is the task of the organisation from the commit, and what an objection stops is
  /// stopped. Who asks the same twice asked it once.
  ///
  /// @param seen looks again, under the lock, whether this person may know of it
  Work<Outcome> ask(SignedIn who, UUID subject, Draft draft, StillSeen seen) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.SUBJECT_REQUEST,
        places,
        (found, place, detail) -> {
          if (!seen.is(found.tx(), place, found.at())) {
            return Filing.notThere();
          }
          var open = open(found.tx(), place);
          var same = open.stream().filter(one -> isSame(one, draft)).findFirst();
          if (same.isPresent()) {
            return new Filing.Result.Stopped(
                new Outcome.Done(same.get().id().toString(), "", Map.of()));
          }
          return open.size() >= MOST_OPEN
              ? Filing.fault("verzoek", "Wacht tot een eerder verzoek is beantwoord.")
              : asked(found, place, draft, detail);
        });
  }

  private List<SubjectRequest> open(Connection tx, Place place) throws SQLException {
    return all(tx, place).stream().filter(request -> request.answer().isEmpty()).toList();
  }

  /// Access is to all of an organisation, so what it was asked at does not count.
  private static boolean isSame(SubjectRequest one, Draft draft) {
    boolean whole =
        draft.kind() == RequestKind.INZAGE
            && one.kind() == RequestKind.INZAGE
            && one.holder().equals(draft.holder());
    return whole || isSameMatter(one, draft);
  }

  private static boolean isSameMatter(SubjectRequest one, Draft draft) {
    return one.kind() == draft.kind()
        && one.holder().equals(draft.holder())
        && one.counter().equals(draft.counter())
        && one.matter().line().equals(draft.matter().line())
        && one.matter().rule().equals(draft.matter().rule())
        && one.matter().from().equals(draft.matter().from());
  }

  private Filing.Result asked(Found found, Place place, Draft draft, ObjectNode detail)
      throws SQLException {
    var sealed = words.seal(place.subject(), draft.said());
    var stop = draft.stops() ? Optional.of(stopped(found, place, draft)) : Optional.<UUID>empty();
    var request =
        new SubjectRequest(
            ids.get(),
            place.subject(),
            place.subject(),
            place.person(),
            draft.kind(),
            draft.holder(),
            draft.counter(),
            draft.matter(),
            stop,
            found.at(),
            Deadline.of(draft.kind(), terms(law, draft.holder(), found.at()), found.at()),
            draft.language(),
            List.of());
    table.add(found.tx(), request, sealed);
    detail.put("stap", "gesteld").put("uiterlijk", request.firstDue().toString());
    tell(detail, request);
    detail.put("taal", request.language().tag());
    stop.ifPresent(id -> detail.put("beperking", id.toString()));
    detail.put("woorden", HexFormat.of().formatHex(sealed.commitment()));
    var task =
        new Task(
            draft.kind().task(),
            draft.holder(),
            Optional.of(place.subject()),
            request.id(),
            request.firstDue());
    return new Filing.Result.Filed(request.id().toString())
        .also(tasks.open(found.tx(), task, found.at()));
  }

  private UUID stopped(Found found, Place place, Draft draft) throws SQLException {
    var against = new Against(draft.matter().purpose(), draft.matter().from().oin());
    var reviews =
        law.now().inForce(found.at()).stream()
            .filter(convenant -> convenant.parties().containsKey(draft.holder()))
            .map(convenant -> convenant.arrangements().consentTerms().reviews())
            .reduce(ReviewTerms.STRICT, ReviewTerms::shorter);
    return stops.object(
        found.tx(),
        place.subject(),
        place.person(),
        against,
        reviews,
        words.seal(place.subject(), draft.said()),
        found.at());
  }

  /// What every row about a request tells. Who gave or got stands in the rows that it is about: who
  /// is not asked need not hear that another is.
  static void tell(ObjectNode detail, SubjectRequest request) {
    detail.put("verzoek", request.id().toString()).put("wat", request.kind().code());
    detail.put("organisatie", request.holder().value());
    request.counter().ifPresent(counter -> detail.put("loket", counter.code()));
    var matter = request.matter();
    detail.put("doel", matter.purpose().code());
    matter.rule().ifPresent(rule -> detail.put("regel", rule));
    matter.question().ifPresent(id -> detail.put("toestemming", id.toString()));
    detail.set(
        "over", QuestionJson.words(matter.exchanges().stream().map(UUID::toString).toList()));
  }

  /// Within what time this organisation answers: the shortest terms of the convenanten that it is
  /// in.
  static RequestTerms terms(CurrentLaw law, Oin holder, Instant at) {
    return law.now().inForce(at).stream()
        .filter(convenant -> convenant.parties().containsKey(holder))
        .map(convenant -> convenant.arrangements().consentTerms().requests())
        .reduce(RequestTerms.STRICT, RequestTerms::shorter);
  }
}
