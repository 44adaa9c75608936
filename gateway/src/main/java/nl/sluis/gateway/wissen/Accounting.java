package nl.sluis.gateway.wissen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Writes which rows an erasure makes unreadable, before any of them is (design 10.18).
final class Accounting implements Work<Integer> {
  private final Erasures erasures;
  private final Erasures.Open erasure;

  Accounting(Erasures erasures, Erasures.Open erasure) {
    this.erasures = erasures;
    this.erasure = erasure;
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Integer> plan(Found found) throws SQLException {
    erasures.lock(found.tx(), erasure.persons());
    // Read after the lock: another gateway may have done it meanwhile.
    if (erasures.left(found.tx(), erasure.id()).isEmpty()) {
      return Plan.known(0);
    }
    var rows = erasures.unaccounted(found.tx(), erasure);
    var keys = erasure.persons().stream().map(DeadKeys::ofPerson).toList();
    erasures.account(found.tx(), erasure, rows, keys, found.at());
    return Plan.of(
        entries("wissing", erasure.id().toString(), keys, RowList.of(rows)), rows.size());
  }

  /// The rows `gewist` for these lists.
  ///
  /// @param reason `wissing` or `termijn`
  /// @param keys the names of the keys of which destroying makes these rows unreadable
  static List<Entry> entries(
      String reason, String name, Collection<String> keys, List<ArrayNode> lists) {
    var entries = new ArrayList<Entry>();
    for (var list : lists) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("reden", reason).put("kenmerk", name);
      var dead = detail.putArray("sleutels");
      keys.stream().sorted().forEach(dead::add);
      detail.set(Entry.ERASED, list);
      entries.add(new Entry(EntryKind.ERASURE, Optional.empty(), detail));
    }
    return entries;
  }
}
