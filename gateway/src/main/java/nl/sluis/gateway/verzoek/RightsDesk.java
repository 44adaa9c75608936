package nl.sluis.gateway.verzoek;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Authored;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.consent.desk.Stop;
import nl.sluis.consent.desk.StopDesk;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.ByTwo;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where an organisation finds what people ask of it about their own data, says that it takes
/// longer, and answers (AVG 12(3) and 12(4)).
///
/// It decides; Sluis carries what it says and watches the term. Nobody sees what was asked of
/// another organisation. May be shared between threads.
public final class RightsDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final SubjectReference references;
  private final RequestTable table;
  private final StopDesk stops;
  private final RequestWords words;
  private final Tasks tasks;
  private final Proposals proposals;
  private final Recipients recipients;

  /// @param database for looking; what is done is written in the transaction of the sequencer
  /// @param references keys the words for people who work somewhere
  /// @param words seals what people write
  /// @param recipients tells who got what is mended or erased
  RightsDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      Mandates mandates,
      SubjectReference references,
      RequestWords words,
      Tasks tasks,
      Recipients recipients) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.references = references;
    this.table = new RequestTable(region);
    this.stops = new StopDesk(region);
    this.words = words;
    this.tasks = tasks;
    this.proposals = new Proposals(region);
    this.recipients = recipients;
  }

  /// What an organisation says.
  ///
  /// @param id its word for who says it
  /// @param function in what function
  /// @param text for who asked: a reason, or an answer
  public record Said(String id, String function, String text) {
    /// Of an officer, of whom nothing is known but a pseudonym.
    public static Said of(Actor who, String function, String text) {
      return new Said(HexFormat.of().formatHex(who.bytes()), function, text);
    }
  }

  /// Can this text be kept?
  public static boolean mayBeKept(String text) {
    return RequestWords.mayBeKept(text);
  }

  /// What was asked of this organisation, the newest first.
  public List<SubjectRequest> of(Oin holder) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.at(connection, holder);
    }
  }

  /// The request under this identifier, when it was asked of this organisation.
  public Optional<SubjectRequest> find(UUID id, Oin holder) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.find(connection, id).filter(request -> request.holder().equals(holder));
    }
  }

  /// The words of who asked. Only after [#read] was written down.
  public String asked(SubjectRequest request) throws SQLException {
    try (var connection = database.getConnection()) {
      return words.open(request.subject(), table.asked(connection, request.id())).orElse("");
    }
  }

  /// Somebody there reads what was asked: the first time it counts as received, and every time is a
  /// row.
  public Work<Outcome> read(Oin caller, PartyRole party, SubjectRequest request, Said by) {
    return filing(
        caller,
        party,
        request,
        "gelezen",
        (found, current, detail) -> {
          detail.put("functie", by.function());
          if (!current.has(StepKind.ONTVANGEN)) {
            detail.put("stap", StepKind.ONTVANGEN.code());
            table.step(
                found.tx(), current, StepKind.ONTVANGEN, party, Optional.empty(), null, found.at());
          }
          return new Filing.Result.Filed(current.id().toString());
        });
  }

  /// It takes longer. That can be said once, and in the first term only.
  public Work<Outcome> extend(Oin caller, PartyRole party, SubjectRequest request, Said why) {
    return filing(
        caller,
        party,
        request,
        StepKind.VERLENGD.code(),
        (found, current, detail) -> {
          var refusal = mayNotExtend(found.tx(), current, why, found.at());
          if (refusal.isPresent()) {
            return refusal.get();
          }
          var due =
              Deadline.extended(current, OwnRequests.terms(law, current.holder(), found.at()));
          said(found, current, StepKind.VERLENGD, party, Optional.of(due), why, detail);
          detail.put("uiterlijk", due.toString());
          var longer =
              new Task(
                  current.kind().task(),
                  current.holder(),
                  Optional.of(current.subject()),
                  current.id(),
                  due);
          return new Filing.Result.Filed(
                  current.id().toString(), Map.of("uiterlijk", due.toString()))
              .also(tasks.extend(found.tx(), longer));
        });
  }

  private Optional<Filing.Result> mayNotExtend(
      Connection tx, SubjectRequest request, Said why, Instant now) throws SQLException {
    if (request.has(StepKind.VERLENGD) && request.answer().isEmpty()) {
      return Optional.of(
          again(tx, request, StepKind.VERLENGD, why, Denial.VERZOEK_NIET_TE_VERLENGEN));
    }
    boolean may =
        request.kind().canBeExtended()
            && request.answer().isEmpty()
            && now.isBefore(request.firstDue());
    return may
        ? Optional.empty()
        : Optional.of(
            Filing.notAllowed(
                Denial.VERZOEK_NIET_TE_VERLENGEN, Denial.VERZOEK_NIET_TE_VERLENGEN.sentence()));
  }

  /// Answers it, whatever the answer is; who asked can read it from the commit. An objection that
  /// is granted keeps stopping, one that is refused does not. Of what is mended or erased everybody
  /// is told who got it (AVG 19).
  ///
  /// @param answer one of [RequestKind#answers]
  public Work<Outcome> answer(
      Oin caller, PartyRole party, SubjectRequest request, StepKind answer, Said said) {
    return filing(
        caller,
        party,
        request,
        answer.code(),
        (found, current, detail) -> alone(found, current, party, answer, said, detail));
  }

  /// Answers it, unless an answer lies ready for a second person.
  Filing.Result alone(
      Found found,
      SubjectRequest current,
      PartyRole party,
      StepKind answer,
      Said said,
      ObjectNode detail)
      throws SQLException {
    var taken = ByTwo.taken(found.tx(), proposals, Closing.VERZOEK_TOEGEWEZEN, current.id());
    return taken.isPresent() ? taken.get() : answered(found, current, party, answer, said, detail);
  }

  /// Answers it under the lock, with what follows from it.
  Filing.Result answered(
      Found found,
      SubjectRequest current,
      PartyRole party,
      StepKind answer,
      Said said,
      ObjectNode detail)
      throws SQLException {
    if (current.answer().isPresent()) {
      return again(found.tx(), current, answer, said, Denial.VERZOEK_AL_BEANTWOORD);
    }
    if (!current.kind().answers().contains(answer)) {
      return Filing.fault("uitkomst", "Dit kan geen antwoord zijn op zo'n verzoek.");
    }
    var wrong = weighed(found, party, current, answer, said);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    said(found, current, answer, party, Optional.empty(), said, detail);
    detail.put("dagenTeLaat", current.daysLate(found.at()));
    return new Filing.Result.Filed(current.id().toString())
        .also(tasks.finish(found.tx(), current.kind().task(), current.holder(), current.id()))
        .also(recipients.tell(found, current, answer));
  }

  /// What holds until it is weighed is weighed by this answer.
  ///
  /// @return what is wrong with it, if anything is
  private Optional<Filing.Result> weighed(
      Found found, PartyRole party, SubjectRequest request, StepKind answer, Said said)
      throws SQLException {
    if (request.stop().isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<Stop>();
    stops.find(found.tx(), request.stop().get()).ifPresent(all::add);
    var there = found.subject().orElse(request.subject());
    stops.copy(found.tx(), request.stop().get(), there).ifPresent(all::add);
    for (var stop : all) {
      var wrong = weighed(found, party, stop, answer, said);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<Filing.Result> weighed(
      Found found, PartyRole party, Stop stop, StepKind answer, Said said) throws SQLException {
    var author =
        new Authored(
            said.id(),
            said.function(),
            said.text(),
            Hmac.of(references.keyedEmployee(party.oin(), said.id())),
            sealed(stop.subject(), said));
    var outcome = answer == StepKind.TOEGEWEZEN ? "gegrond" : "ongegrond";
    var filed = stops.weigh(found.tx(), stop, outcome, author, party, found.at());
    return filed instanceof Filed.Faulty ? Optional.of(Filing.Result.of(filed)) : Optional.empty();
  }

  private void said(
      Found found,
      SubjectRequest request,
      StepKind kind,
      PartyRole party,
      Optional<Instant> due,
      Said said,
      ObjectNode detail)
      throws SQLException {
    var sealed = sealed(request.subject(), said);
    table.step(found.tx(), request, kind, party, due, sealed, found.at());
    detail.put("functie", said.function());
    detail.put("woorden", HexFormat.of().formatHex(sealed.commitment()));
  }

  private SealedEvidence sealed(UUID subject, Said said) {
    return words.seal(subject, said.text(), new RequestWords.Author(said.id(), said.function()));
  }

  /// Who says the same twice said it once; anything else comes too late.
  private Filing.Result again(
      Connection tx, SubjectRequest request, StepKind kind, Said said, Denial otherwise)
      throws SQLException {
    var before = request.steps().stream().filter(step -> step.kind() == kind).findFirst();
    if (before.isPresent() && text(tx, request, before.get()).equals(said.text())) {
      return new Filing.Result.Stopped(new Outcome.Done(request.id().toString(), "", Map.of()));
    }
    return Filing.notAllowed(otherwise, otherwise.sentence());
  }

  private String text(Connection tx, SubjectRequest request, SubjectRequest.Step step)
      throws SQLException {
    return table
        .said(tx, request.id(), step.number())
        .flatMap(closed -> words.open(request.subject(), closed))
        .orElse("");
  }

  /// What is done with a request as it stands under the lock.
  @FunctionalInterface
  interface Act {
    Filing.Result on(Found found, SubjectRequest current, ObjectNode detail) throws SQLException;
  }

  Filing filing(Oin caller, PartyRole party, SubjectRequest request, String step, Act act) {
    return new Filing(
        request.needs(),
        EntryKind.SUBJECT_REQUEST,
        new OnBehalf(caller, party, Optional.empty(), EnumSet.allOf(Role.class), law, mandates),
        (found, detail) -> {
          var current = table.find(found.tx(), request.id());
          if (current.isEmpty() || !current.get().holder().equals(party.oin())) {
            return Filing.notThere();
          }
          detail.put("stap", step);
          OwnRequests.tell(detail, current.get());
          return act.on(found, current.get(), detail);
        });
  }
}
