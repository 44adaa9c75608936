package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.Question;

/// A message with the question that was asked about it, the version that answered, and the row for
/// it.
///
/// @param admitted the message
/// @param found what was found under lock
/// @param question what was asked
/// @param convenant the version that answered
/// @param detail the row for the logbook
/// @param said what our registers said of it
record Decided(
    Admitted admitted,
    Found found,
    Question question,
    Convenant convenant,
    ObjectNode detail,
    Testimony said) {

  /// The row of the decision, and those for the officer.
  List<Entry> entries(EntryKind kind) {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry(kind, found.subject(), detail));
    entries.addAll(said.signals());
    return entries;
  }
}
