package nl.sluis.gateway.desk;

import java.util.List;
import java.util.Map;

/// What became of something a partner wanted on record.
public sealed interface Outcome {
  /// It is on record, with its row in the logbook.
  ///
  /// @param id what it is known by
  /// @param receipt the C2SP tlog-proof of its row
  /// @param told what else the partner should know, by the name of the field; mostly nothing
  record Done(String id, String receipt, Map<String, String> told) implements Outcome {
    /// Copies its parts.
    public Done {
      told = Map.copyOf(told);
    }
  }

  /// Nothing was recorded; everything that is wrong with it.
  ///
  /// @param faults where and what, never what was sent
  record Faulty(List<Fault> faults) implements Outcome {}

  /// Nothing was recorded: this partner may not do this.
  ///
  /// @param why the stable word
  /// @param sentence why in this case, and what to do
  record NotAllowed(Denial why, String sentence) implements Outcome {}

  /// Nothing was recorded: there is nothing under that name for this partner.
  record NotThere() implements Outcome {}

  /// One thing that is wrong.
  ///
  /// @param field the path of the field
  /// @param sentence what is wrong and what to do
  record Fault(String field, String sentence) {}
}
