package nl.sluis.gateway.onderzoek;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.RequestTerms;

/// A question that was read becomes something to do, before a day; when that day has passed it is
/// nothing to do any more, and nobody is late: to answer is a right (Wmo 2015 5.2.6).
///
/// MUST run before tasks that are late are brought to attention. May be shared between threads.
public final class OpenInquiries implements Duty {
  private static final int STEP = 100;

  private final InquiryTable questions;
  private final DataSource database;
  private final CurrentLaw law;
  private final Tasks tasks;
  private final Sequencer sequencer;

  /// @param database for finding what is due
  /// @param law within how many working days an answer is waited for
  public OpenInquiries(
      InquiryTable questions,
      DataSource database,
      CurrentLaw law,
      Tasks tasks,
      Sequencer sequencer) {
    this.questions = questions;
    this.database = database;
    this.law = law;
    this.tasks = tasks;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    var steps = new ArrayList<Work<Boolean>>();
    try (var connection = database.getConnection()) {
      questions.justRead(connection, now, STEP).forEach(one -> steps.add(new Read(one)));
      questions.lapsed(connection, now, STEP).forEach(one -> steps.add(new Lapsed(one)));
    }
    return sequencer.all(steps);
  }

  /// The shortest term of a convenant between these two.
  private Instant due(Inquiry inquiry, Instant at) {
    var days =
        law.now().couldGovern(inquiry.from(), inquiry.to(), at).stream()
            .map(version -> version.arrangements().consentTerms().requests())
            .mapToInt(RequestTerms::inquiryWorkingDays)
            .min()
            .orElseThrow();
    return Term.dueAfter(at, days, List.of());
  }

  /// One that was read. Another gateway may have seen it first; then nothing is done.
  private final class Read implements Work<Boolean> {
    private final InquiryTable.About about;

    Read(InquiryTable.About about) {
      this.about = about;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(about.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var inquiry = about.inquiry();
      var due = due(inquiry, found.at());
      if (!questions.read(found.tx(), inquiry.transaction(), due, found.at())) {
        return Plan.known(false);
      }
      if (questions.isAnswered(found.tx(), inquiry.transaction())) {
        return Plan.known(true);
      }
      var task =
          new Task(
              TaskKind.ANSWER_QUESTION,
              inquiry.to().oin(),
              about.subject(),
              inquiry.transaction(),
              due);
      return Plan.of(tasks.open(found.tx(), task, found.at()), true);
    }
  }

  /// One that nobody answered.
  private final class Lapsed implements Work<Boolean> {
    private final InquiryTable.About about;

    Lapsed(InquiryTable.About about) {
      this.about = about;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(about.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var inquiry = about.inquiry();
      var rows =
          tasks.finish(
              found.tx(), TaskKind.ANSWER_QUESTION, inquiry.to().oin(), inquiry.transaction());
      return Plan.of(rows, !rows.isEmpty());
    }
  }
}
