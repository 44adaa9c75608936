package nl.sluis.gateway.signaal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.gateway.signaal.SignalTable.Raised;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Finding;

/// Where a signal is judged: one proposes, another agrees. Each step is a row of the logbook in the
/// same transaction, about nobody. May be shared between threads.
final class JudgingDesk {
  private final SignalTable table;

  JudgingDesk(SignalTable table) {
    this.table = table;
  }

  /// What became of it.
  enum Judged {
    /// It waits for a second person.
    PROPOSED,
    /// It is closed.
    CLOSED,
    /// It is about the work of who judges.
    OWN_WORK,
    /// A second person has to agree, and this is the first.
    SAME_PERSON,
    /// It was closed before, or nothing was proposed.
    NOTHING,
    /// This organisation has no such signal.
    NOT_THERE
  }

  /// Says what somebody found of it.
  Work<Judged> propose(Oin organisation, UUID id, Finding finding, Actor by) {
    return work(
        organisation,
        id,
        by,
        signal ->
            Optional.of(
                step(
                    "voorgesteld",
                    organisation,
                    signal,
                    finding,
                    Judged.PROPOSED,
                    (found) -> table.propose(found.tx(), signal, finding, by, found.at()))));
  }

  /// Agrees with what somebody else proposed.
  Work<Judged> agree(Oin organisation, UUID id, Actor by) {
    return work(
        organisation,
        id,
        by,
        signal ->
            signal
                .proposed()
                .map(
                    proposed ->
                        proposed.by().equals(by)
                            ? Step.only(Judged.SAME_PERSON)
                            : step(
                                "gesloten",
                                organisation,
                                signal,
                                proposed.finding(),
                                Judged.CLOSED,
                                found ->
                                    table.close(found.tx(), signal, proposed, by, found.at()))));
  }

  private record Step(Judged judged, Optional<Entry> entry, Writing writing) {
    static Step only(Judged judged) {
      return new Step(judged, Optional.empty(), _ -> {});
    }
  }

  private interface Writing {
    void write(Found found) throws SQLException;
  }

  private interface Steps {
    Optional<Step> of(Raised signal);
  }

  private static Step step(
      String what,
      Oin organisation,
      Raised signal,
      Finding finding,
      Judged judged,
      Writing writing) {
    var entry =
        new Entry(EntryKind.SIGNAL, Optional.empty(), detail(what, organisation, signal, finding));
    return new Step(judged, Optional.of(entry), writing);
  }

  private static ObjectNode detail(String what, Oin organisation, Raised signal, Finding finding) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", "controle-" + what);
    detail.put("organisatie", organisation.value());
    detail.put("signaal", signal.id().toString());
    detail.put("regel", signal.kind().code());
    detail.put("uitkomst", finding.code());
    return detail;
  }

  private Work<Judged> work(Oin organisation, UUID id, Actor by, Steps steps) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Judged> plan(Found found) throws SQLException {
        var signal = table.one(found.tx(), organisation, id);
        if (signal.isEmpty()) {
          return Plan.known(Judged.NOT_THERE);
        }
        if (signal.get().closed().isPresent()) {
          return Plan.known(Judged.NOTHING);
        }
        if (signal.get().who().equals(by)) {
          return Plan.known(Judged.OWN_WORK);
        }
        var step = steps.of(signal.get());
        return step.map(one -> taken(found, one)).orElseGet(() -> Plan.known(Judged.NOTHING));
      }
    };
  }

  private static Plan<Judged> taken(Found found, Step step) {
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return step.entry().stream().toList();
      }

      @Override
      public void write(Writes writes, List<Logged> rows) throws SQLException {
        step.writing().write(found);
      }

      @Override
      public Judged answer(Written written) {
        return step.judged();
      }
    };
  }
}
