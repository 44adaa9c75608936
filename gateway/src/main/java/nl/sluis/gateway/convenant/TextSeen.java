package nl.sluis.gateway.convenant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Records that a text was taken up or refused: one row for each text, whichever gateway saw it
/// first.
final class TextSeen implements Work<Boolean> {
  private static final int MOST_FAULTS = 20;

  private final ConvenantTable table;
  private final Convenanten.News news;

  TextSeen(ConvenantTable table, Convenanten.News news) {
    this.table = table;
    this.news = news;
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Boolean> plan(Found found) throws SQLException {
    if (!table.see(found.tx(), news.text(), news.accepted(), found.at())) {
      return Plan.known(false);
    }
    var entry = new Entry(EntryKind.CONVENANT, Optional.empty(), detail());
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return List.of(entry);
      }

      @Override
      public void write(Writes writes, List<Logged> rows) {}

      @Override
      public Boolean answer(Written written) {
        return true;
      }
    };
  }

  private ObjectNode detail() {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", news.accepted() ? "opgenomen" : "geweigerd");
    detail
        .putObject("convenant")
        .put("id", news.text().convenant())
        .put("versie", news.text().version())
        .put("digest", news.text().digest());
    detail.put("vastgesteld", news.text().adopted());
    var faults = detail.putArray("fouten");
    news.faults().stream().limit(MOST_FAULTS).forEach(faults::add);
    return detail;
  }
}
