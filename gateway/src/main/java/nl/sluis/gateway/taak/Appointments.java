package nl.sluis.gateway.taak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;

/// Does what stands on the agenda of today: opens the task of looking again, and lets what the
/// calendar does to consents be written down.
///
/// A measure whose day has come is neither lifted nor prolonged by it. May be shared between
/// threads and gateways.
public final class Appointments implements Duty {
  private static final int STEP = 100;

  private final Agenda agenda;
  private final Keeper consents;
  private final Keeper gezag;
  private final Tasks tasks;
  private final DataSource database;
  private final Sequencer sequencer;

  /// Keeps an appointment.
  @FunctionalInterface
  public interface Keeper {
    /// Does what is to be done, in the transaction.
    ///
    /// @return the rows that tell of it
    List<Entry> keep(Connection tx, Appointment appointment, Instant now) throws SQLException;
  }

  /// @param consents keeps the appointments that are about birthdays and terms
  /// @param gezag keeps those that are about who has gezag
  /// @param database for finding what is due
  public Appointments(
      Agenda agenda,
      Keeper consents,
      Keeper gezag,
      Tasks tasks,
      DataSource database,
      Sequencer sequencer) {
    this.agenda = agenda;
    this.consents = consents;
    this.gezag = gezag;
    this.tasks = tasks;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<Appointment> due;
    try (var connection = database.getConnection()) {
      due = agenda.due(connection, now, STEP);
    }
    return sequencer.all(due.stream().map(Keeping::new).toList());
  }

  /// One appointment is kept. Another gateway may have been first; then nothing is done.
  private final class Keeping implements Work<Boolean> {
    private final Appointment appointment;

    Keeping(Appointment appointment) {
      this.appointment = appointment;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(appointment.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      return agenda.done(found.tx(), appointment)
          ? Plan.of(rows(found.tx(), found.at()), true)
          : Plan.known(false);
    }

    private List<Entry> rows(Connection tx, Instant now) throws SQLException {
      return switch (appointment.kind()) {
        case REVIEW -> task(tx, now);
        case EMBARGO -> {
          var rows = new ArrayList<>(task(tx, now));
          rows.add(signal());
          yield rows;
        }
        case AGE, TERM -> consents.keep(tx, appointment, now);
        case CUSTODY -> gezag.keep(tx, appointment, now);
      };
    }

    private List<Entry> task(Connection tx, Instant now) throws SQLException {
      var endOfDay = appointment.due().atZone(Age.CALENDAR).plusDays(1).toInstant();
      var task =
          new Task(
              TaskKind.REVIEW,
              appointment.organisation(),
              Optional.of(appointment.subject()),
              appointment.about(),
              endOfDay);
      return tasks.open(tx, task, now);
    }

    /// Somebody looks it up again, or from that day on everything waits.
    private Entry signal() {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("signaal", "embargo-herziening").put("embargo", appointment.about().toString());
      return new Entry(EntryKind.SIGNAL, Optional.of(appointment.subject()), detail);
    }
  }
}
