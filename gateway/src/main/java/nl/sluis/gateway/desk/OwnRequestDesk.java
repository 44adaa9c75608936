package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.desk.Requests.LineAnswer;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// The questions that are put before somebody who logged in, and the answers, line by line.
///
/// A line about a receiver of whom this person may not know is not among them, and nothing shows
/// that there is one. May be shared between threads.
public final class OwnRequestDesk {
  private static final int MOST = 200;

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final Requests requests;
  private final OwnConsents own;
  private final Words words;
  private final FamilyDesk families;
  private final Evidence evidence;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param words what follows from a word about a consent
  /// @param keyVersion the version of the key of references
  public OwnRequestDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      Words words,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    var consents = new ConsentDesk(region, seal, parameters);
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.requests = new Requests(region, seal, consents);
    this.own = new OwnConsents(region, seal, consents);
    this.words = words;
    this.families = new FamilyDesk(region, seal);
    this.evidence = new Evidence(vault, random);
  }

  /// One line of a request as this person may see it.
  public record Line(Request.Line line, OwnConsents.Line asked) {}

  /// One request, with the lines that are put before this person.
  public record Put(Request request, List<Line> lines) {
    /// Copies its parts.
    public Put {
      lines = List.copyOf(lines);
    }
  }

  /// One answer.
  ///
  /// @param askId the consent of the line
  /// @param utterance `gegeven`, `geweigerd` or `uitgesteld`
  /// @param categories for which categories; empty for all that were asked
  public record Answer(UUID askId, String utterance, List<String> categories) {
    /// Copies its parts.
    public Answer {
      categories = List.copyOf(categories);
    }
  }

  /// What is put before this person, child by child: the newest two hundred requests of each.
  public List<AtChild<Put>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> put(tx, place, now));
  }

  private List<Put> put(Connection tx, Place place, Instant now) throws SQLException {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, place.subject(), day).map(Municipality::new);
    var askable = new AskableNow(law.now(), now, lives);
    var visible = own.of(tx, place, a -> askable.find(a.purpose(), a.sender(), a.receiver()), now);
    var put = new ArrayList<Put>();
    for (var request : requests.about(tx, place.subject())) {
      var lines =
          request.lines().stream()
              .filter(line -> line.isPutBefore(place.person(), now))
              .flatMap(
                  line ->
                      visible.stream()
                          .filter(
                              asked -> line.askId().filter(asked.ask().id()::equals).isPresent())
                          .map(asked -> new Line(line, asked)))
              .toList();
      if (!lines.isEmpty() && put.size() < MOST) {
        put.add(new Put(request, lines));
      }
    }
    return put;
  }

  /// Whose lock to take to answer this request; whether it is put before somebody is looked at
  /// under the lock.
  public Optional<UUID> subject(UUID request) throws SQLException {
    try (var connection = database.getConnection()) {
      return requests.find(connection, request).map(Request::subject);
    }
  }

  /// Answers lines of one request, all of them or none.
  ///
  /// @param noExplained whether it was shown what follows when the answer is no
  /// @param withdrawalExplained whether it was shown how to take a yes back
  public Work<Outcome> answer(
      SignedIn who,
      UUID subject,
      UUID request,
      List<Answer> answers,
      boolean noExplained,
      boolean withdrawalExplained) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.CONSENT,
        places,
        (found, place, detail) -> {
          var put =
              put(found.tx(), place, found.at()).stream()
                  .filter(p -> p.request().id().equals(request))
                  .findFirst();
          var known =
              put.stream()
                  .flatMap(p -> p.lines().stream())
                  .map(line -> line.asked().ask().id())
                  .toList();
          if (put.isEmpty() || !answers.stream().allMatch(a -> known.contains(a.askId()))) {
            return Filing.notThere();
          }
          var lines =
              lines(who, found, place, put.get(), answers, noExplained, withdrawalExplained);
          RequestDesk.tell(detail, put.get().request(), lines);
          var by = new Recorder.Portal(place.person());
          var of = put.get().request();
          return words.about(
              found,
              requests.asked(found.tx(), of, lines),
              () -> Filing.Result.of(requests.answer(found.tx(), of, lines, by, found.at())));
        });
  }

  private List<LineAnswer> lines(
      SignedIn who,
      Found found,
      Place place,
      Put put,
      List<Answer> answers,
      boolean noExplained,
      boolean withdrawalExplained) {
    var lines = new ArrayList<LineAnswer>();
    for (int i = 0; i < answers.size(); i++) {
      var answer = answers.get(i);
      int number =
          put.lines().stream()
              .filter(line -> line.asked().ask().id().equals(answer.askId()))
              .mapToInt(line -> line.line().number())
              .findFirst()
              .orElseThrow();
      var word = new OwnWord(answer.utterance(), noExplained, withdrawalExplained);
      var draft = word.by(who, place, place.subject(), evidence, found.at());
      var some = draft.saying(draft.utterance(), answer.categories(), null);
      lines.add(new LineAnswer("antwoorden[" + i + "].", number, some));
    }
    return lines;
  }
}
