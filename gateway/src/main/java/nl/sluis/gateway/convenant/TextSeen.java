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

/// Records that a text was taken up, refused or set aside: one row for each text, whichever gateway
/// saw it first. An adopted text is kept whole.
final class TextSeen implements Work<Boolean> {
  private static final int MOST_FAULTS = 20;

  private final ConvenantTable table;
  private final News news;

  TextSeen(ConvenantTable table, News news) {
    this.table = table;
    this.news = news;
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Boolean> plan(Found found) throws SQLException {
    if (!isNew(found)) {
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

  private boolean isNew(Found found) throws SQLException {
    var text = news.text();
    return switch (news.what()) {
      case OPGENOMEN -> {
        boolean first = table.see(found.tx(), text, true, found.at());
        if (text.adopted()) {
          table.keep(found.tx(), text.digest(), news.files());
        }
        yield first;
      }
      case GEWEIGERD -> table.see(found.tx(), text, false, found.at());
      case TERZIJDE_GELEGD ->
          table.setAside(found.tx(), text, news.faults().getFirst(), found.at());
    };
  }

  private ObjectNode detail() {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", news.what().code());
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
