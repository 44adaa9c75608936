package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.AcuteBook;
import nl.sluis.gateway.acuut.Report;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where a person at Veilig Thuis says that a report of acute danger was read, and where its sender
/// sees whether that was done. May be shared between threads.
public final class AcuteDesk {
  private final DataSource database;
  private final AcuteBook book;
  private final Tasks tasks;
  private final CurrentLaw law;
  private final Mandates mandates;

  /// @param database for looking; what is said is put on record by the sequencer
  public AcuteDesk(
      DataSource database, AcuteBook book, Tasks tasks, CurrentLaw law, Mandates mandates) {
    this.database = database;
    this.book = book;
    this.tasks = tasks;
    this.law = law;
    this.mandates = mandates;
  }

  /// The report of this exchange, for who sent it and for who receives it; empty for anybody else.
  public Optional<Report> find(Oin asker, UUID transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      return book.find(connection, transaction)
          .filter(r -> asker.equals(r.from().oin()) || asker.equals(r.to().oin()));
    }
  }

  /// A person took the report: from now on it is `bevestigd`, and nobody need phone about it. To
  /// say so again changes nothing.
  ///
  /// @param function of the person, such as `vertrouwensarts`
  public Work<Outcome> confirm(Oin caller, PartyRole party, Report report, String function) {
    return new Filing(
        Needs.toWriteOfThen(report.subject()),
        EntryKind.CONFIRMED,
        new OnBehalf(
            caller,
            party,
            Optional.of(report.purpose()),
            EnumSet.of(Role.VEILIG_THUIS),
            law,
            mandates),
        (found, detail) -> {
          if (!party.equals(report.to())) {
            return Filing.notThere();
          }
          var id = report.transaction().toString();
          if (!book.step(found.tx(), report.transaction(), AcuteBook.Step.CONFIRMED, found.at())) {
            return new Filing.Result.Stopped(new Outcome.Done(id, "", Map.of()));
          }
          detail.put("transactie", id).put("doorMens", true).put("functie", function);
          detail.put("naSeconden", Duration.between(report.received(), found.at()).toSeconds());
          var also = new ArrayList<Entry>();
          for (var kind : EnumSet.of(TaskKind.ACUTE_REPORTED, TaskKind.ACUTE_UNCONFIRMED)) {
            also.addAll(tasks.finish(found.tx(), kind, report.from().oin(), report.transaction()));
          }
          return new Filing.Result.Filed(id).also(also);
        });
  }
}
