package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.RequestDraft;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.desk.Requests.LineAnswer;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.notice.Asking;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Where a professional puts one conversation on record in which several consents are asked, brings
/// in the sheet with the answers, and sees how far it is.
///
/// Of a line the asker learns whether all of it is there, never who said what. May be shared
/// between threads.
public final class RequestDesk {
  private static final int TASK_DAYS = 5;

  private final DataSource database;
  private final CurrentLaw law;
  private final FactDesk facts;
  private final Requests requests;
  private final ConsentDesk consents;
  private final FamilyDesk families;
  private final FactReader reader;
  private final Asking asking;
  private final Tasks tasks;
  private final Words words;
  private final Evidence evidence;

  /// How far one line is.
  public enum Stand {
    /// Every yes that is needed is there.
    COMPLEET,
    /// Not every yes is there; whether one was asked, refused or taken back is not told.
    NOG_NIET,
    /// Nobody can say yes before it is known who has gezag.
    GEZAG_ONBEKEND,
    /// A giver may not know of this receiver, and is not asked.
    GEVER_AFGESCHERMD
  }

  /// A request and how far each of its lines is, in the same order.
  public record Seen(Request request, List<Stand> stands) {
    /// Copies its parts.
    public Seen {
      stands = List.copyOf(stands);
    }
  }

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  /// @param tasks where a professional hears what is to be done
  /// @param words what follows from a word about a consent
  public RequestDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      FactDesk facts,
      Tasks tasks,
      Words words,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.facts = facts;
    this.consents = new ConsentDesk(region, seal, parameters);
    this.requests = new Requests(region, seal, consents);
    this.families = new FamilyDesk(region, seal);
    this.reader = new FactReader(region, seal);
    this.asking = new Asking(new Notices(region, seal, parameters));
    this.tasks = tasks;
    this.words = words;
    this.evidence = new Evidence(vault, random);
  }

  /// One conversation, with a line for each receiver.
  public Work<Outcome> put(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Optional<Purpose> purpose,
      FactDesk.Sealing<RequestDraft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.REQUEST,
        facts.onBehalf(caller, party, purpose),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          var askable = facts.askable(found);
          if (made.consents().stream().anyMatch(askable::isUnclear)) {
            return new Filing.Result.Stopped(AskableNow.UNCLEAR);
          }
          var by = new Recorder.Partner(party);
          var filed = requests.put(found.tx(), made, by, askable, found.at());
          var result = Filing.Result.of(filed);
          return filed instanceof Filed.Done(UUID id)
              ? result.also(follow(found, detail, id, party))
              : result;
        });
  }

  /// Tells the givers, and the professional what is to be done where a giver may not be asked.
  private List<Entry> follow(Found found, ObjectNode detail, UUID id, PartyRole party)
      throws SQLException {
    var request = requests.find(found.tx(), id).orElseThrow();
    tell(detail, request);
    detail.put("kennisgevingen", asking.of(found.tx(), request, found.at()));
    if (request.lines().stream().allMatch(line -> line.askId().isPresent())) {
      return List.of();
    }
    var due = Term.dueAfter(found.at(), TASK_DAYS, List.of());
    var task =
        new Task(TaskKind.GIVER_SHIELDED, party.oin(), Optional.of(request.subject()), id, due);
    return tasks.open(found.tx(), task, found.at());
  }

  private static void tell(ObjectNode detail, Request request) {
    detail.put("doel", request.purpose().code());
    var lines = detail.putArray("regels");
    for (var line : request.lines()) {
      var one = lines.addObject().put("regel", line.number());
      one.set("aan", QuestionJson.party(line.receiver()));
      one.set(
          "categorieen",
          QuestionJson.words(line.categories().stream().map(Enum::name).sorted().toList()));
      line.askId().ifPresent(ask -> one.put("toestemming", ask.toString()));
    }
  }

  /// The answers of one sheet, of paper or spoken: all of them or none.
  public Work<Outcome> answer(
      Oin caller, PartyRole party, Request request, FactDesk.Sealing<List<LineAnswer>> draft) {
    return new Filing(
        Needs.toWrite(request.subject()),
        EntryKind.CONSENT,
        facts.onBehalf(caller, party, Optional.of(request.purpose())),
        (found, detail) -> {
          var subject = request.subject();
          var answers = draft.with(subject, proof -> evidence.seal(subject, proof));
          tell(detail, request, answers);
          var by = new Recorder.Partner(party);
          var asks = requests.asked(found.tx(), request, answers);
          return words.about(
              found,
              asks,
              () ->
                  told(
                      found,
                      detail,
                      asks,
                      requests.answer(found.tx(), request, answers, by, found.at())));
        });
  }

  private Filing.Result told(Found found, ObjectNode detail, List<ConsentAsk> asks, Filed filed)
      throws SQLException {
    if (filed instanceof Filed.Done) {
      int told = 0;
      for (var ask : asks) {
        told += facts.told(found, ask.id());
      }
      detail.put("kennisgevingen", told);
    }
    return Filing.Result.of(filed);
  }

  static void tell(ObjectNode detail, Request request, List<LineAnswer> answers) {
    detail.put("verzoek", request.id().toString());
    var said = detail.putArray("uitspraken");
    for (var answer : answers) {
      var one = said.addObject().put("regel", answer.line());
      request
          .line(answer.line())
          .flatMap(Request.Line::askId)
          .ifPresent(ask -> one.put("toestemming", ask.toString()));
      one.put("uitspraak", answer.draft().utterance()).put("kanaal", answer.draft().channel());
      if (!answer.draft().categories().isEmpty()) {
        one.set("categorieen", QuestionJson.words(answer.draft().categories()));
      }
    }
  }

  /// The request under this identifier, when this organisation asked it.
  public Optional<Request> find(UUID id, Oin asker) throws SQLException {
    try (var connection = database.getConnection()) {
      return requests.find(connection, id).filter(r -> r.sender().oin().equals(asker));
    }
  }

  /// How far a request of this organisation is.
  public Optional<Seen> look(UUID id, Oin asker, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var request = requests.find(connection, id).filter(r -> r.sender().oin().equals(asker));
      return request.isEmpty()
          ? Optional.empty()
          : Optional.of(new Seen(request.get(), stands(connection, request.get(), now)));
    }
  }

  private List<Stand> stands(Connection tx, Request request, Instant now) throws SQLException {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, request.subject(), day).map(Municipality::new);
    var askable = new AskableNow(law.now(), now, lives);
    var stands = new ArrayList<Stand>();
    for (var line : request.lines()) {
      if (line.askId().isEmpty()) {
        stands.add(Stand.GEVER_AFGESCHERMD);
        continue;
      }
      var ask = consents.find(tx, line.askId().get()).orElseThrow();
      var records = reader.records(tx, List.of(FactQuery.about(ask)), now).getFirst();
      var rule = askable.find(ask.purpose(), ask.sender(), ask.receiver());
      var state = OwnConsents.state(ask, records, rule, now);
      stands.add(
          switch (state) {
            case ConsentState.ShieldedGiver() -> Stand.GEVER_AFGESCHERMD;
            case ConsentState.CustodyUnknown() -> Stand.GEZAG_ONBEKEND;
            default -> OwnConsents.isComplete(ask, state) ? Stand.COMPLEET : Stand.NOG_NIET;
          });
    }
    return stands;
  }
}
