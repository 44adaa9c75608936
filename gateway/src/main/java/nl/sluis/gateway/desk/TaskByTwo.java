package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Closing a task by one or two people, as the control policy says. May be shared between threads.
public final class TaskByTwo {
  private final TaskDesk desk;
  private final ByTwo two;

  /// @param desk where a task is closed
  public TaskByTwo(TaskDesk desk, ByTwo two) {
    this.desk = desk;
    this.two = two;
  }

  private Optional<Oin> second(OpenTask open) throws SQLException {
    var task = open.task();
    return two.second(
        TaskDesk.closing(task.kind()), task.kind().work(), task.organisation(), Optional.empty());
  }

  /// Is a second person needed to close it?
  public boolean needsSecond(OpenTask open) throws SQLException {
    return second(open).isPresent();
  }

  /// What lies ready to close it; empty when nothing does.
  public Optional<Proposal> proposed(OpenTask open) throws SQLException {
    return two.proposed(Closing.TAAK, open.id());
  }

  /// Closes it, or proposes to.
  ///
  /// @param outcome `gedaan` or `niet-nodig`
  /// @param why in words
  public Work<Outcome> close(PartyRole party, OpenTask open, Actor who, String outcome, String why)
      throws SQLException {
    var second = second(open);
    if (second.isEmpty()) {
      return desk.close(party, open, outcome, why);
    }
    var draft =
        new ByTwo.Draft(
            TaskDesk.closing(open.task().kind()),
            open.id(),
            open.task().organisation(),
            Optional.empty(),
            open.task().subject(),
            Optional.empty(),
            who,
            outcome,
            List.of(),
            why,
            open.task().due());
    return desk.filing(
        party.oin(),
        party,
        open,
        (found, detail) -> {
          detail.put("toelichting", why);
          return two.propose(found, detail, draft, second.get());
        });
  }

  /// The second person says something of the proposal to close it.
  public Work<Outcome> second(
      PartyRole party, OpenTask open, UUID proposal, Actor who, Proposals.Said said, String why) {
    return desk.filing(
        party.oin(),
        party,
        open,
        (found, detail) ->
            two.answer(
                found,
                detail,
                proposal,
                party.oin(),
                who,
                said,
                why,
                confirmed -> desk.close(found, detail, open, confirmed.outcome())));
  }
}
