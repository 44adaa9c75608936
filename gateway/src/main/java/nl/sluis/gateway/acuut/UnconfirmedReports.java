package nl.sluis.gateway.acuut;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Tells the sender to phone when no person at Veilig Thuis took its report in time, once (design
/// 10.16). The report itself is neither withdrawn nor sent again. May be shared between threads.
public final class UnconfirmedReports implements Duty {
  private static final int STEP = 100;

  private final AcuteBook book;
  private final DataSource database;
  private final Sequencer sequencer;

  /// @param database for finding what is late
  public UnconfirmedReports(AcuteBook book, DataSource database, Sequencer sequencer) {
    this.book = book;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<Report> late;
    try (var connection = database.getConnection()) {
      late = book.unconfirmed(connection, now, STEP);
    }
    return sequencer.all(late.stream().map(Late::new).toList());
  }

  /// One report is late. Another gateway may have seen it first, and somebody may have taken it
  /// meanwhile; then nothing is done.
  private final class Late implements Work<Boolean> {
    private final Report report;

    Late(Report report) {
      this.report = report;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(report.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var tx = found.tx();
      var now = book.find(tx, report.transaction()).orElseThrow();
      if (now.confirmed().isPresent()
          || !book.step(tx, report.transaction(), AcuteBook.Step.LATE, found.at())) {
        return Plan.known(false);
      }
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("transactie", report.transaction().toString());
      detail.put("waarom", "acuut-onbevestigd");
      detail.put("ontvangen", report.received().toString());
      detail.put("bezorgd", now.delivered().isPresent());
      var rows = new ArrayList<Entry>();
      rows.add(new Entry(EntryKind.ESCALATION, report.subject(), detail));
      rows.addAll(book.late(tx, report, found.at()));
      return Plan.of(rows, true);
    }
  }
}
