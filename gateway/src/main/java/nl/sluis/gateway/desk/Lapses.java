package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.LapseDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leeftijd.Invitations;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.taak.Appointments;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// Tells what the calendar does to consents: that a birthday comes, that somebody outgrew a
/// consent, that a term ended.
///
/// No decision depends on it. Who asked gets a task when others must say yes from a birthday on,
/// whatever was answered. May be shared between threads.
public final class Lapses implements Appointments.Keeper {
  private final CurrentLaw law;
  private final FamilyDesk families;
  private final Invitations invitations;
  private final LapseDesk lapses;
  private final Tasks tasks;

  /// @param seal opens what singles a person out
  /// @param parameters how long custody may be relied on
  public Lapses(
      String region, PersonSeal seal, CurrentLaw law, Tasks tasks, ConsentParameters parameters) {
    this.law = law;
    this.families = new FamilyDesk(region, seal);
    this.invitations = new Invitations(region, seal, parameters);
    this.lapses = new LapseDesk(region, seal);
    this.tasks = tasks;
  }

  @Override
  public List<Entry> keep(Connection tx, Appointment appointment, Instant now) throws SQLException {
    return switch (appointment.kind()) {
      case AGE -> birthday(tx, appointment, now);
      case TERM ->
          lapses
              .expire(tx, appointment.about(), new Recorder.Calendar(), now)
              .map(ask -> List.of(ended(ask, "verlopen")))
              .orElseGet(List::of);
      case REVIEW, EMBARGO, CUSTODY -> List.of();
    };
  }

  private List<Entry> birthday(Connection tx, Appointment appointment, Instant now)
      throws SQLException {
    var subject = appointment.subject();
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, subject, day).map(Municipality::new);
    var rows = new ArrayList<Entry>();
    var done = invitations.keep(tx, appointment, new AskableNow(law.now(), now, lives), now);
    if (done.isPresent()) {
      var taken = done.get();
      taken.notice().ifPresent(notice -> rows.add(invited(subject, taken, notice)));
      taken.outgrown().forEach(ask -> rows.add(ended(ask, "leeftijdsgrens")));
      for (var ask : taken.askAgain()) {
        rows.addAll(tasks.open(tx, askAgain(ask), now));
      }
    }
    return rows;
  }

  private static Entry invited(UUID subject, Invitations.Taken taken, UUID notice) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("kennisgeving", notice.toString());
    detail.put("grens", taken.step().boundary()).put("dagen", taken.step().days());
    return new Entry(EntryKind.INVITATION, Optional.of(subject), detail);
  }

  private static Entry ended(ConsentAsk ask, String end) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("toestemming", ask.id().toString()).put("einde", end);
    return new Entry(EntryKind.CONSENT_ENDED, Optional.of(ask.subject()), detail);
  }

  /// It is late when the term of what was asked is over: there is nothing to ask again then.
  private static Task askAgain(ConsentAsk ask) {
    return new Task(
        TaskKind.ASK_AGAIN,
        ask.sender().oin(),
        Optional.of(ask.subject()),
        ask.id(),
        ask.validUntil());
  }
}
