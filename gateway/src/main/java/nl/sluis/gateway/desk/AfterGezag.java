package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.gezag.AuthorityChange;
import nl.sluis.consent.gezag.CustodyOnRecord;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.taak.Appointments;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.ConsentTerms;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// What follows when something about gezag is put on record, in the same transaction: it is looked
/// up again before it is too old, and who shared on the yes of somebody without gezag asks again.
///
/// No decision depends on it. May be shared between threads.
public final class AfterGezag implements Appointments.Keeper {
  private static final Duration TO_ASK = Duration.ofDays(14);

  private final CurrentLaw law;
  private final Tasks tasks;
  private final Agenda agenda;
  private final CustodyOnRecord custody;
  private final AuthorityChange change;

  /// @param seal opens what singles a person out
  /// @param law knows the terms of the convenanten
  public AfterGezag(String region, PersonSeal seal, CurrentLaw law, Tasks tasks) {
    this.law = law;
    this.tasks = tasks;
    this.agenda = new Agenda(region);
    this.custody = new CustodyOnRecord(region);
    this.change = new AuthorityChange(region, seal, ConsentParameters.strict());
  }

  /// Something new was obtained.
  Filing.Result filed(Found found, PartyRole by, Filing.Result result) throws SQLException {
    return result instanceof Filing.Result.Filed
        ? result.also(foresee(found, by.oin())).also(lost(found, by))
        : result;
  }

  /// What one person entered counts from now on.
  Filing.Result confirmed(Found found, PartyRole by, Filing.Result result) throws SQLException {
    return result instanceof Filing.Result.Filed ? result.also(lost(found, by)) : result;
  }

  /// What is known of gezag grows old: whoever recorded it looks it up again.
  @Override
  public List<Entry> keep(Connection tx, Appointment appointment, Instant now) throws SQLException {
    if (!custody.isLast(tx, appointment.about())) {
      return List.of();
    }
    var task =
        new Task(
            TaskKind.CUSTODY_AGES,
            appointment.organisation(),
            Optional.of(appointment.subject()),
            appointment.about(),
            appointment.due().plus(toLookUp(appointment.organisation(), now)));
    return tasks.open(tx, task, now);
  }

  /// How long this organisation has to look up who has gezag: the longest of its convenanten.
  Duration toLookUp(Oin organisation, Instant at) {
    return Duration.ofDays(
        terms(organisation, at).stream()
            .mapToInt(ConsentTerms::custodyReviewDays)
            .max()
            .orElseThrow());
  }

  private List<Entry> foresee(Found found, Oin organisation) throws SQLException {
    var subject = found.subject().orElseThrow();
    var facts = custody.of(found.tx(), subject, organisation);
    var rows = new ArrayList<Entry>();
    for (var earlier : facts.subList(Math.min(1, facts.size()), facts.size())) {
      rows.addAll(over(found.tx(), organisation, earlier.id()));
    }
    if (!facts.isEmpty() && !facts.getFirst().isOpen()) {
      var fact = facts.getFirst();
      int months =
          terms(organisation, found.at()).stream()
              .mapToInt(
                  fact.source().isDocumented()
                      ? ConsentTerms::documentedCustodyMonths
                      : ConsentTerms::declaredCustodyMonths)
              .min()
              .orElseThrow();
      var due =
          ConsentParameters.monthsAfter(fact.obtainedAt(), months)
              .minus(toLookUp(organisation, found.at()));
      agenda.put(found.tx(), Appointment.custody(subject, fact.id(), organisation, due));
    }
    return rows;
  }

  /// What was known before need not be looked up again.
  private List<Entry> over(Connection tx, Oin organisation, UUID fact) throws SQLException {
    agenda.cross(tx, fact);
    return tasks.finish(tx, TaskKind.CUSTODY_AGES, organisation, fact);
  }

  private List<Entry> lost(Found found, PartyRole by) throws SQLException {
    var subject = found.subject().orElseThrow();
    var rows = new ArrayList<Entry>();
    for (var ended : change.note(found.tx(), subject, new Recorder.Partner(by), found.at())) {
      var task =
          new Task(
              TaskKind.ASK_AGAIN,
              ended.sender(),
              Optional.of(subject),
              ended.ask(),
              found.at().plus(TO_ASK));
      rows.addAll(tasks.open(found.tx(), task, found.at()));
    }
    return rows;
  }

  private List<ConsentTerms> terms(Oin organisation, Instant at) {
    var terms =
        law.now().inForce(at).stream()
            .filter(convenant -> convenant.parties().containsKey(organisation))
            .map(convenant -> convenant.arrangements().consentTerms())
            .toList();
    return terms.isEmpty() ? List.of(ConsentTerms.STRICT) : terms;
  }
}
