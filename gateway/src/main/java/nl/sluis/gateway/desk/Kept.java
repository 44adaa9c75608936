package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Something that was put on record while planning, with its rows.
///
/// @param entries its own row first, then what followed from it
/// @param id what it is known by
/// @param told what else the partner should know
record Kept(List<Entry> entries, String id, Map<String, String> told) implements Plan<Outcome> {
  Kept(Entry entry, String id) {
    this(List.of(entry), id, Map.of());
  }

  /// What follows from what was done: a row and an answer, or neither.
  ///
  /// @param detail what the row says; a secret is not in it
  static Plan<Outcome> of(Filing.Result result, EntryKind kind, Found found, ObjectNode detail) {
    return switch (result) {
      case Filing.Result.Stopped(Outcome outcome) -> Plan.known(outcome);
      case Filing.Result.Filed(String id, var told, var also) -> {
        var entry = new Entry(kind, found.subject(), detail.put("kenmerk", id));
        yield new Kept(Stream.concat(Stream.of(entry), also.stream()).toList(), id, told);
      }
      case Filing.Result.Secret(String id, String secret, var told, var also) -> {
        var entry = new Entry(kind, found.subject(), detail.put("kenmerk", id));
        yield new Kept(Stream.concat(Stream.of(entry), also.stream()).toList(), secret, told);
      }
    };
  }

  @Override
  public void write(Writes writes, List<Logged> rows) throws SQLException {
    var subject = entries.getFirst().subject();
    if (subject.isPresent()) {
      EventRows.tie(writes, subject.get(), rows.getFirst());
    }
  }

  @Override
  public Outcome answer(Written written) {
    return new Outcome.Done(id, written.receipt(), told);
  }
}
