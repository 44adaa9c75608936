package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.ondertekening.KeptMessages;
import nl.sluis.gateway.ondertekening.KeptMessages.Kept;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up again what waited for signatures under a conflict of duties: judged anew, with the
/// facts of now, each time somebody signed; gone when nobody did in time (design 10.9).
///
/// May run on several gateways at once: the exchange in which it passes is one, whoever is first.
public final class KeptLane implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(KeptLane.class);
  private static final int STEP = 100;

  private final AcuteLane.Steps steps;
  private final KeptMessages kept;
  private final DataSource database;
  private final Sequencer sequencer;

  /// @param kept what waits
  /// @param database for finding it
  public KeptLane(
      AcuteLane.Steps steps, KeptMessages kept, DataSource database, Sequencer sequencer) {
    this.steps = steps;
    this.kept = kept;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<Kept> signed;
    List<Kept> over;
    try (var connection = database.getConnection()) {
      signed = kept.signed(connection, now, STEP);
      over = kept.over(connection, now, STEP);
    }
    int done = 0;
    for (var waited : signed) {
      done += judge(waited, now) ? 1 : 0;
    }
    done += sequencer.all(over.stream().map(Over::new).toList());
    try (var connection = database.getConnection()) {
      kept.clear(connection, STEP);
    }
    return done;
  }

  private boolean judge(Kept waited, Instant now) {
    try {
      var message = steps.signatures().verifyAtAnyTime(kept.open(waited), steps.senderKeys());
      var identified = steps.identification().identify(message);
      var admitted =
          steps.admission().admit(identified, waited.caller(), waited.next(), now).waiting(waited);
      var answer = sequencer.submit(steps.acceptance().of(admitted)).join();
      return answer.kind() == Answer.Kind.DOORGELATEN;
    } catch (MessageFault fault) {
      // The key it was signed with was taken away: nobody lets it pass any more.
      LOG.warn("held message {} is not valid any more: {}", waited.transaction(), fault.code());
      return false;
    }
  }

  /// Nobody signed in time; the content goes, and the row says so.
  private final class Over implements Work<Boolean> {
    private final Kept waited;

    Over(Kept waited) {
      this.waited = waited;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(waited.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!kept.waits(found.tx(), waited.transaction())) {
        return Plan.known(false);
      }
      kept.end(found.tx(), waited);
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("transactie", waited.transaction().toString());
      detail.put("waarom", "niet-getekend");
      return Plan.of(List.of(new Entry(EntryKind.LAPSED, waited.subject(), detail)), true);
    }
  }
}
