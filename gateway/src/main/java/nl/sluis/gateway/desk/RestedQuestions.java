package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.desk.Requests.Rested;
import nl.sluis.consent.notice.Asking;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Tells somebody of a question that was not put while an earlier no rested. May be shared between
/// threads.
public final class RestedQuestions implements Duty {
  private static final int STEP = 100;

  private final Requests requests;
  private final Asking asking;
  private final DataSource database;
  private final Sequencer sequencer;

  /// @param database for finding what is due
  public RestedQuestions(
      Requests requests, Asking asking, DataSource database, Sequencer sequencer) {
    this.requests = requests;
    this.asking = asking;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    var due = new ArrayList<Telling>();
    try (var connection = database.getConnection()) {
      for (var rested : requests.rested(connection, now, STEP)) {
        var request = requests.find(connection, rested.request()).orElseThrow();
        due.add(new Telling(requests, asking, request, rested));
      }
    }
    return sequencer.all(due);
  }

  /// One question. Another gateway may have told of it first; then nothing is done.
  private record Telling(Requests requests, Asking asking, Request request, Rested rested)
      implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(request.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!requests.putAfterAll(found.tx(), rested, found.at())) {
        return Plan.known(false);
      }
      boolean told = asking.after(found.tx(), request, rested, found.at());
      var detail =
          JsonNodeFactory.instance
              .objectNode()
              .put("verzoek", request.id().toString())
              .put("toestemming", rested.askId().toString())
              .put("persoon", rested.person().toString())
              .put("gegeven", told);
      return Plan.of(List.of(new Entry(EntryKind.NOTICE, found.subject(), detail)), true);
    }
  }
}
