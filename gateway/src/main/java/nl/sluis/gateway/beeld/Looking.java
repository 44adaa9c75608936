package nl.sluis.gateway.beeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.toezicht.Officer;

/// Writes down that an officer looked at counts or took a proof home: one row for a page, before it
/// is shown.
///
/// The row is about nobody, as is what was shown. May be shared between threads.
final class Looking {
  private final Sequencer sequencer;

  Looking(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  /// What an officer does here.
  enum Act {
    /// Looks at counts over the own organisation, with what is under ten.
    AANTALLEN("aantallen-bekeken"),
    /// Looks at the report that may leave the organisations.
    RAPPORT("rapport-bekeken"),
    /// Takes the proofs about the logbook home.
    BEWIJS("bewijs-meegenomen"),
    /// Has the whole logbook checked.
    NAKIJKEN("logboek-nakijken"),
    /// Reads which rules came close where there was none.
    REGELGATEN("regelgaten-bekeken");

    private final String word;

    Act(String word) {
      this.word = word;
    }
  }

  /// Returns when the row is durable.
  void note(Officer officer, Act act) {
    var _ = sequencer.submit(work(officer, act)).join();
  }

  /// The row.
  static Entry row(Officer officer, Act act) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", officer.organisation().value());
    detail.put("functie", officer.duty().word());
    detail.put("handeling", act.word);
    return new Entry(EntryKind.INSPECTION, Optional.empty(), detail);
  }

  private static Work<Boolean> work(Officer officer, Act act) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) {
        return Plan.of(List.of(row(officer, act)), true);
      }
    };
  }
}
