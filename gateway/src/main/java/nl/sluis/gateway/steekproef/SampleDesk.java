package nl.sluis.gateway.steekproef;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import nl.sluis.gateway.steekproef.Draw.Case;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Finding;

/// Where a list is closed, a seed taken and a row judged. Each step is a row of the logbook in the
/// same transaction, about nobody. May be shared between threads.
final class SampleDesk {
  private final SampleTable table;

  SampleDesk(SampleTable table) {
    this.table = table;
  }

  /// A list that is to be fixed.
  ///
  /// @param rows in increasing order
  /// @param fingerprint of those
  record Closing(
      UUID id,
      Oin organisation,
      LocalDate week,
      ControlPolicy policy,
      List<Long> rows,
      String fingerprint,
      Instant at) {}

  /// What became of what somebody said of rows.
  enum Judged {
    /// Everything that was named was done.
    DONE,
    /// A row among them is the work of who judges; the others were done.
    OWN_WORK,
    /// A row among them was proposed by who agrees; the others were done.
    SAME_PERSON,
    /// Nothing could be done: each was closed before, or nothing was proposed.
    NOTHING,
    /// This organisation has no such sample.
    NOT_THERE
  }

  /// Fixes a list, unless one of that week is fixed already.
  Work<Boolean> close(Closing closing) {
    return work(
        found -> {
          var last = table.last(found.tx(), closing.organisation());
          if (last.filter(week -> !week.isBefore(closing.week())).isPresent()) {
            return Plan.known(false);
          }
          var detail = detail("gesloten", closing.organisation(), closing.id());
          detail.put("week", closing.week().toString());
          detail.put("beleid", closing.policy().digest());
          detail.put("rijen", closing.rows().size());
          detail.put("vingerafdruk", closing.fingerprint());
          detail.put("omvang", closing.policy().sample().size());
          return plan(
              List.of(entry(detail)),
              true,
              rows -> table.close(found.tx(), closed(closing, rows), closing.rows()));
        });
  }

  private static Draw closed(Closing closing, List<Logged> rows) {
    return new Draw(
        closing.id(),
        closing.organisation(),
        closing.week(),
        closing.policy().digest(),
        closing.rows().size(),
        closing.fingerprint(),
        closing.policy().sample().size(),
        closing.policy().sample().confidencePercent(),
        rows.getFirst().index() + 1,
        closing.at(),
        Optional.empty());
  }

  /// Keeps what was drawn, unless that was done already.
  ///
  /// @param drawn by place, who acted
  Work<Boolean> draw(Draw draw, Draw.Seed seed, Map<Long, Actor> drawn) {
    return work(
        found -> {
          var now = table.one(found.tx(), draw.organisation(), draw.id());
          if (now.isEmpty() || now.get().seed().isPresent()) {
            return Plan.known(false);
          }
          var detail = detail("getrokken", draw.organisation(), draw.id());
          detail.put("checkpoint", seed.checkpoint());
          detail.put("zaad", seed.hex());
          drawn.keySet().forEach(detail.putArray("getrokken")::add);
          return plan(List.of(entry(detail)), true, _ -> table.draw(found.tx(), draw, seed, drawn));
        });
  }

  /// Says what somebody found of these rows.
  Work<Judged> propose(Oin organisation, UUID sample, Set<Long> rows, Finding finding, Actor by) {
    return judge(
        organisation,
        sample,
        rows,
        by,
        (about, found) ->
            Optional.of(
                new Step(
                    "voorgesteld",
                    finding,
                    () -> table.propose(found.tx(), sample, about, finding, by, found.at()))));
  }

  /// Agrees with what somebody else proposed of these rows.
  Work<Judged> agree(Oin organisation, UUID sample, Set<Long> rows, Actor by) {
    return judge(
        organisation,
        sample,
        rows,
        by,
        (about, found) ->
            about
                .proposed()
                .filter(proposed -> !proposed.by().equals(by))
                .map(
                    proposed ->
                        new Step(
                            "bekeken",
                            proposed.finding(),
                            () ->
                                table.agree(found.tx(), sample, about, proposed, by, found.at()))));
  }

  private record Step(String what, Finding finding, Writing writing) {}

  private interface Writing {
    void write() throws SQLException;
  }

  private interface Steps {
    Optional<Step> of(Case about, Found found);
  }

  private Work<Judged> judge(Oin organisation, UUID sample, Set<Long> rows, Actor by, Steps steps) {
    return work(
        found -> {
          var draw = table.one(found.tx(), organisation, sample);
          if (draw.isEmpty()) {
            return Plan.known(Judged.NOT_THERE);
          }
          var entries = new ArrayList<Entry>();
          var writings = new ArrayList<Writing>();
          var judged = Judged.DONE;
          for (var about : table.cases(found.tx(), sample)) {
            if (!rows.contains(about.row()) || about.closed().isPresent()) {
              continue;
            }
            var step = about.who().equals(by) ? Optional.<Step>empty() : steps.of(about, found);
            if (step.isEmpty()) {
              judged = about.who().equals(by) ? Judged.OWN_WORK : Judged.SAME_PERSON;
              continue;
            }
            var detail = detail(step.get().what(), organisation, sample);
            detail.put("rij", about.row());
            detail.put("uitkomst", step.get().finding().code());
            entries.add(entry(detail));
            writings.add(step.get().writing());
          }
          return entries.isEmpty() && judged == Judged.DONE
              ? Plan.known(Judged.NOTHING)
              : plan(
                  entries,
                  judged,
                  _ -> {
                    for (var writing : writings) {
                      writing.write();
                    }
                  });
        });
  }

  private static Entry entry(ObjectNode detail) {
    return new Entry(EntryKind.SIGNAL, Optional.empty(), detail);
  }

  private static ObjectNode detail(String what, Oin organisation, UUID sample) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", "steekproef-" + what);
    detail.put("organisatie", organisation.value());
    detail.put("steekproef", sample.toString());
    return detail;
  }

  private interface Planning<T> {
    Plan<T> of(Found found) throws SQLException;
  }

  /// One at a time, whichever gateway does it.
  private <T> Work<T> work(Planning<T> planning) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<T> plan(Found found) throws SQLException {
        table.lock(found.tx());
        return planning.of(found);
      }
    };
  }

  private interface Rest {
    void write(List<Logged> rows) throws SQLException;
  }

  private static <T> Plan<T> plan(List<Entry> entries, T answer, Rest rest) {
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return entries;
      }

      @Override
      public void write(Writes writes, List<Logged> rows) throws SQLException {
        rest.write(rows);
      }

      @Override
      public T answer(Written written) {
        return answer;
      }
    };
  }
}
