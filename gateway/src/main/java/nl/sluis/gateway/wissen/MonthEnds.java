package nl.sluis.gateway.wissen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.MonthRows;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// One step towards the end of a month of the logbook: its rows are accounted for, or it is held up.
sealed interface MonthEnds extends Work<Boolean> {
  /// Nothing is locked but the month itself.
  @Override
  default Needs needs() {
    return Needs.nothing();
  }

  /// Writes rows `gewist` for the next rows of a month; with the last of them its key must be dead.
  ///
  /// @param upTo how far it was when the page was read
  /// @param last whether there are no more rows
  record Account(Months months, Erasures erasures, String month, long upTo, MonthRows.Page page, boolean last)
      implements MonthEnds {
    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      months.lock(found.tx(), month);
      if (months.upTo(found.tx(), month) != upTo) {
        // Another gateway did this step.
        return Plan.known(false);
      }
      long reached = page.rows().isEmpty() ? upTo : page.rows().getLast();
      if (!page.rows().isEmpty()) {
        months.step(found.tx(), month, "verantwoord", reached, found.at());
        months.tell(found.tx(), month, "rij", page.kinds(), found.at());
      }
      var keys = List.of(DeadKeys.ofPeriod(month));
      if (last) {
        months.step(found.tx(), month, "vernietigd", reached, found.at());
        erasures.mustBeDead(found.tx(), keys, found.at());
      }
      return Plan.of(Accounting.entries("termijn", month, keys, RowList.of(page.rows())), true);
    }
  }

  /// Tells the officers, once a month, that a month that is over cannot end yet.
  ///
  /// @param when the month in which it is told, as a number such as 203201
  record Hold(Months months, String month, long when) implements MonthEnds {
    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!months.step(found.tx(), month, "aangehouden", when, found.at())) {
        return Plan.known(false);
      }
      var detail =
          JsonNodeFactory.instance
              .objectNode()
              .put("signaal", "bewaartermijn-aangehouden")
              .put("maand", month);
      return Plan.of(List.of(new Entry(EntryKind.SIGNAL, Optional.empty(), detail)), true);
    }
  }

  /// Decides that persons about whom no row is left are erased.
  record People(Erasures erasures, Deciding deciding, Set<UUID> persons, UUID id)
      implements MonthEnds {
    /// Copies its parts.
    public People {
      persons = Set.copyOf(persons);
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      erasures.lock(found.tx(), persons);
      // A row may have come while we waited for the lock.
      var still = erasures.withoutRows(found.tx(), persons);
      return still.isEmpty()
          ? Plan.known(false)
          : Plan.of(List.of(deciding.ofTerm(found.tx(), still, id, found.at())), true);
    }
  }
}
