package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;

/// Where one conversation becomes the consents that are asked in it, one for each receiver.
///
/// Every line is a consent of its own, with answers of its own. For a receiver of whom a giver may
/// not know, nobody is asked anything (design 10.14). Before somebody who said no not long ago it
/// is not put, and the asker is not told so unless it wrote that no down itself. May be shared
/// between threads; every method runs in the transaction of its caller, and what writes runs under
/// the lock of the person concerned.
public final class Requests {
  private final RequestTable table;
  private final ConsentDesk consents;
  private final RequestCheck check;
  private final PersonRegister people;
  private final Contexts contexts;

  /// A line that may be put before somebody again.
  ///
  /// @param request the request
  /// @param askId the line
  /// @param person before whom
  public record Rested(UUID request, UUID askId, UUID person) {}

  /// One answer on a sheet.
  ///
  /// @param field where it stands, with the dot that follows
  /// @param line the number of the line
  /// @param draft what was said
  public record LineAnswer(String field, int line, StatementDraft draft) {}

  /// @param region in whose part of the database the requests live
  /// @param seal opens what singles a person out
  /// @param consents where the consents of the lines go
  public Requests(String region, PersonSeal seal, ConsentDesk consents) {
    this.table = new RequestTable(region);
    this.consents = consents;
    this.check = new RequestCheck();
    this.people = new PersonRegister(region);
    this.contexts = new Contexts(region, seal);
  }

  /// Puts a request on record, or tells everything that is wrong with it.
  public Filed put(
      Connection tx, RequestDraft draft, Recorder.Partner by, Askable.Rules rules, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var sound = check.check(draft, by, rules, faults);
    var lines = new ArrayList<Line>();
    for (var one : sound) {
      lines.add(line(tx, draft, one, by, faults));
    }
    if (!faults.isEmpty() || lines.isEmpty()) {
      return faults.faulty();
    }
    var id = UUID.randomUUID();
    table.add(tx, id, draft, sound.getFirst().scope(), by, now);
    for (int i = 0; i < lines.size(); i++) {
      addLine(tx, draft, id, i + 1, lines.get(i), by, now);
    }
    return new Filed.Done(id);
  }

  private record Line(
      RequestCheck.Sound sound, Signers signers, boolean held, Map<UUID, Instant> rests) {}

  private Line line(
      Connection tx, RequestDraft draft, RequestCheck.Sound one, Recorder.Partner by, Faults faults)
      throws SQLException {
    var query = ConsentDesk.query(draft.subject(), one.scope());
    var records = contexts.records(tx, query, faults.now());
    var parameters = one.scope().askable().parameters();
    var signers = new StateAt(parameters).signers(query, records, faults.now());
    var givers =
        switch (signers) {
          case Signers.Unknown _ -> Set.<UUID>of();
          case Signers.Known known -> known.all();
        };
    boolean held = givers.stream().anyMatch(records.shielded()::contains);
    var rests =
        held || !draft.newFacts().isEmpty()
            ? Map.<UUID, Instant>of()
            : rests(tx, draft.subject(), one, givers, by, parameters, faults);
    return new Line(one, signers, held, rests);
  }

  private Map<UUID, Instant> rests(
      Connection tx,
      UUID subject,
      RequestCheck.Sound one,
      Set<UUID> givers,
      Recorder.Partner by,
      ConsentParameters parameters,
      Faults faults)
      throws SQLException {
    var rests = new HashMap<UUID, Instant>();
    var same = people.same(tx, subject);
    var about = one.form().categories();
    for (var word : table.standingNoes(tx, subject, one.scope(), about)) {
      var until = ConsentParameters.monthsAfter(word.getValue().at(), parameters.coolDownMonths());
      var person = same.of(word.getKey());
      if (faults.now().isBefore(until) && givers.contains(person)) {
        rests.merge(person, until, (a, b) -> a.isAfter(b) ? a : b);
        faults.addIf(
            word.getValue().recordedBy().equals(by.party().oin().value()),
            one.field() + ".aan",
            "U schreef hier nog geen "
                + parameters.coolDownMonths()
                + " maanden geleden een nee op. Vraag later, of zeg wat er nieuw is.");
      }
    }
    return rests;
  }

  private void addLine(
      Connection tx,
      RequestDraft draft,
      UUID request,
      int number,
      Line line,
      Recorder by,
      Instant now)
      throws SQLException {
    var scope = line.sound().scope();
    Optional<UUID> askId = line.held() ? Optional.empty() : Optional.of(UUID.randomUUID());
    if (askId.isPresent()) {
      var ask = line.sound().form().between(askId.get(), draft.subject(), scope, draft.oneOff());
      consents.ask(tx, ask, line.sound().draft(), line.signers(), by, now);
    }
    table.addLine(
        tx,
        request,
        new Request.Line(
            number,
            askId,
            scope.receiver(),
            line.sound().form().categories(),
            scope.askable().apart(),
            Set.of(),
            line.rests()));
  }

  /// Puts the answers of a sheet on record, all of them or none.
  public Filed answer(
      Connection tx, Request request, List<LineAnswer> answers, Recorder by, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(answers.isEmpty(), "antwoorden", "Leg ten minste één antwoord vast.");
    var known = new ArrayList<ConsentDesk.Answer>();
    for (var answer : answers) {
      var askId = request.line(answer.line()).flatMap(Request.Line::askId);
      faults.addIf(askId.isEmpty(), answer.field() + "regel", "Deze regel is niet gevraagd.");
      if (askId.isPresent()) {
        var ask = consents.find(tx, askId.get()).orElseThrow();
        known.add(new ConsentDesk.Answer(answer.field(), ask, answer.draft()));
      }
    }
    return consents.addAll(tx, request.id(), known, by, faults);
  }

  /// The questions that these answers are about, each once; a line that was not asked has none.
  public List<ConsentAsk> asked(Connection tx, Request request, List<LineAnswer> answers)
      throws SQLException {
    var ids = new LinkedHashSet<UUID>();
    answers.forEach(a -> request.line(a.line()).flatMap(Request.Line::askId).ifPresent(ids::add));
    var asks = new ArrayList<ConsentAsk>();
    for (var id : ids) {
      asks.add(consents.find(tx, id).orElseThrow());
    }
    return asks;
  }

  /// The request under this identifier.
  public Optional<Request> find(Connection tx, UUID id) throws SQLException {
    return table.find(tx, id);
  }

  /// What was asked about a person, the newest first.
  public List<Request> about(Connection tx, UUID subject) throws SQLException {
    return table.about(tx, subject);
  }

  /// Lines that may be put again before somebody who once said no, and were not yet.
  public List<Rested> rested(Connection tx, Instant now, int most) throws SQLException {
    return table.over(tx, now, most);
  }

  /// Remembers that a line was put before somebody after all.
  ///
  /// @return false when that was done before
  public boolean putAfterAll(Connection tx, Rested rested, Instant now) throws SQLException {
    return table.put(tx, rested.askId(), rested.person(), now);
  }
}
