package nl.sluis.gateway.sequencer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.trace.Trace;

/// Says in each row on which trace it was made (LDV 1.0, W3C Trace Context).
///
/// The first row of a work is its action and hangs under the action of the caller, if one was
/// named; the other rows, such as those about other people, hang under the first.
public final class Marks {
  private Marks() {}

  /// These rows, made by one work on this trace; the given ones stay as they are.
  public static List<Entry> on(Trace trace, List<Entry> entries) {
    var marked = new ArrayList<Entry>(entries.size());
    var first = Trace.action();
    for (var entry : entries) {
      var mark = JsonNodeFactory.instance.objectNode();
      mark.put(Entry.TRACE_ID, trace.id());
      trace.fsc().ifPresent(number -> mark.put(Entry.FSC, number));
      if (marked.isEmpty()) {
        mark.put(Entry.ACTION, first);
        trace.caller().ifPresent(caller -> mark.put(Entry.CALLER, caller));
      } else {
        mark.put(Entry.ACTION, Trace.action()).put(Entry.PARENT, first);
      }
      var detail = entry.detail().deepCopy();
      detail.set(Entry.TRACE, mark);
      marked.add(new Entry(entry.kind(), entry.subject(), detail, entry.term()));
    }
    return marked;
  }
}
