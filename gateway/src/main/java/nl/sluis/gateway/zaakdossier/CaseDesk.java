package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;

/// Where an officer opens a case and does what must be done in it, each step with its row of the
/// logbook in the same transaction (AVG 33(5)).
///
/// A case is of one organisation and is not there for any other. What is decided is decided by two:
/// who proposes does not agree, by the database itself. May be shared between threads.
public final class CaseDesk {
  /// An inquiry is late after thirty days.
  static final Duration INQUIRY = Duration.ofDays(30);

  private final CaseTable table;
  private final Tasks tasks;
  private final LogReader reader;
  private final RiskQuestions questions;
  private final Supplier<UUID> ids;

  /// @param region in whose part of the database the cases live
  /// @param questions what is asked about the risk
  /// @param ids makes the names of cases
  public CaseDesk(
      String region, KeyVault vault, Tasks tasks, RiskQuestions questions, Supplier<UUID> ids) {
    this.table = new CaseTable(region);
    this.tasks = tasks;
    this.reader = new LogReader(region, vault);
    this.questions = questions;
    this.ids = ids;
  }

  /// Who does it, for which organisation.
  public record By(Oin organisation, Actor who) {}

  /// A case that is opened.
  ///
  /// @param about the exchange that was judged unjustified, when that is why
  /// @param known when the organisation knew of it; not after now
  /// @param why in words, for the logbook and who reads the case
  /// @param rows which rows are frozen; they were found by the scope
  /// @param subject whose rows were looked for, when a person was pointed at
  public record Opening(
      CaseKind kind,
      Optional<UUID> about,
      CaseScope scope,
      Instant known,
      String why,
      List<Long> rows,
      Optional<UUID> subject) {
    /// Copies its list.
    public Opening {
      rows = List.copyOf(rows);
    }
  }

  /// Opens it: the rows are frozen, and the clock runs from when it was known.
  public Work<Did> open(By by, Opening draft) {
    return new Acting() {
      @Override
      public Plan<Did> plan(Found found) throws SQLException {
        return opened(found, by, draft);
      }
    };
  }

  private Plan<Did> opened(Found found, By by, Opening draft) throws SQLException {
    if (draft.known().isAfter(found.at())) {
      return Plan.known(new Did.Not("later"));
    }
    boolean breach = draft.kind() == CaseKind.DATALEK;
    var one =
        new CaseFile(
            ids.get(),
            by.organisation(),
            draft.kind(),
            draft.about(),
            draft.scope(),
            draft.known(),
            found.at(),
            breach ? draft.known().plus(ReviewBook.BREACH) : found.at().plus(INQUIRY),
            by.who(),
            reader.size(found.tx()),
            List.of());
    if (!table.add(found.tx(), one)) {
      return Plan.known(new Did.Not("al-geopend"));
    }
    table.freeze(found.tx(), one.id(), draft.rows());
    var detail = detail(one, by, "geopend", draft.why());
    detail.put("wat", one.kind().code()).put("bekend", one.known().toString());
    detail.put("uiterlijk", one.due().toString()).put("boomgrootte", one.treeSize());
    one.about().ifPresent(exchange -> detail.put("over", exchange.toString()));
    one.scope().other().ifPresent(other -> detail.put("ander", other.value()));
    detail.put("richting", one.scope().direction().code());
    detail.put("vanDag", one.scope().from().toString());
    detail.put("totDag", one.scope().to().toString());
    var frozen = detail.putArray("bevroren");
    draft.rows().forEach(frozen::add);
    var also = new ArrayList<Entry>();
    draft.subject().ifPresent(subject -> also.add(looked(one, by, subject)));
    also.addAll(tasks.open(found.tx(), task(one), found.at()));
    return CasePlan.of(table, one.id(), 0, entry(detail), also);
  }

  /// The rows of one person were looked through: that is a look of its own at that person.
  private static Entry looked(CaseFile one, By by, UUID subject) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("handeling", "zaak-over-persoon").put("organisatie", by.organisation().value());
    detail.put("zaak", one.id().toString()).put("door", word(by.who()));
    return new Entry(EntryKind.INSPECTION, Optional.of(subject), detail);
  }

  /// What must be done before the case is late; whoever is late has the officer look.
  private static Task task(CaseFile one) {
    var kind = one.kind() == CaseKind.DATALEK ? TaskKind.ASSESS_BREACH : TaskKind.OFFICER_LOOKS;
    return new Task(kind, one.organisation(), Optional.empty(), one.taskAbout(), one.due());
  }

  /// Answers every question about the risk; it can be done again when more is known (AVG 33(4)).
  public Work<Did> weigh(By by, UUID id, Map<String, String> answers, String why) {
    return step(
        by,
        id,
        (found, one) -> {
          if (one.kind() != CaseKind.DATALEK || one.has(CaseStepKind.BESLUIT)) {
            return new Next.Not("niet-nu");
          }
          if (!questions.isAnswered(answers)) {
            return new Next.Not("vragen");
          }
          var detail = detail(one, by, CaseStepKind.RISICO.code(), why);
          detail.put("vragen", questions.version());
          var told = detail.putObject("antwoorden");
          answers.forEach(told::put);
          detail.put("advies", questions.advice(answers).code());
          return new Next.Step(CaseStepKind.RISICO, answers, Optional.empty(), detail);
        });
  }

  /// Proposes how it is decided; a breach not before its risk was weighed.
  public Work<Did> propose(By by, UUID id, CaseOutcome outcome, String why) {
    return step(
        by,
        id,
        (found, one) -> {
          if (one.has(CaseStepKind.BESLUIT) || one.waiting().isPresent()) {
            return new Next.Not("niet-nu");
          }
          var weighed = one.last(CaseStepKind.RISICO);
          if (one.kind() == CaseKind.DATALEK && weighed.isEmpty()) {
            return new Next.Not("eerst-risico");
          }
          var detail = detail(one, by, CaseStepKind.VOORSTEL.code(), why);
          detail.put("uitkomst", outcome.code());
          weighed.ifPresent(
              step -> detail.put("volgtAdvies", questions.advice(step.answers()).equals(outcome)));
          return new Next.Step(CaseStepKind.VOORSTEL, Map.of(), Optional.of(outcome), detail);
        });
  }

  /// Somebody else says yes or no to what was proposed.
  ///
  /// @param proposal the number of what this officer read; another one is not agreed with
  public Work<Did> decide(By by, UUID id, long proposal, boolean agrees, String why) {
    return step(
        by,
        id,
        (found, one) -> {
          var waiting = one.waiting().filter(step -> step.number() == proposal);
          if (waiting.isEmpty()) {
            return new Next.Not("niet-nu");
          }
          if (waiting.get().by().equals(by.who())) {
            return new Next.Not("zelfde-persoon");
          }
          var kind = agrees ? CaseStepKind.BESLUIT : CaseStepKind.TERUG;
          var detail = detail(one, by, kind.code(), why);
          waiting.get().outcome().ifPresent(outcome -> detail.put("uitkomst", outcome.code()));
          return new Next.Answer(
              kind, waiting.get(), agrees ? waiting.get().outcome() : Optional.empty(), detail);
        });
  }

  /// The authority was told.
  ///
  /// @param number under which the authority knows it
  public Work<Did> told(By by, UUID id, ReportNumber number) {
    return step(
        by,
        id,
        (found, one) -> {
          if (one.decided().filter(CaseOutcome::tellsAuthority).isEmpty()
              || one.has(CaseStepKind.AP_GEMELD)) {
            return new Next.Not("niet-nu");
          }
          var detail = detail(one, by, CaseStepKind.AP_GEMELD.code(), "");
          detail.put("meldnummer", number.value());
          detail.put("opTijd", !found.at().isAfter(one.due()));
          return new Next.Told(number, detail);
        });
  }

  /// Every receiver was asked to undo it.
  ///
  /// @param asked of how many exchanges
  Work<Did> recalled(By by, UUID id, int asked) {
    return step(
        by,
        id,
        (found, one) -> {
          var detail = detail(one, by, CaseStepKind.TERUGGEHAALD.code(), "");
          detail.put("gevraagd", asked);
          return new Next.Step(CaseStepKind.TERUGGEHAALD, Map.of(), Optional.empty(), detail);
        });
  }

  /// Closes it: the rows are not frozen any more.
  public Work<Did> close(By by, UUID id, String why) {
    return step(
        by,
        id,
        (found, one) ->
            one.canClose()
                ? new Next.Step(
                    CaseStepKind.GESLOTEN,
                    Map.of(),
                    Optional.empty(),
                    detail(one, by, CaseStepKind.GESLOTEN.code(), why))
                : new Next.Not("niet-nu"));
  }

  /// What comes next in a case.
  private sealed interface Next {
    record Not(String why) implements Next {}

    record Step(
        CaseStepKind kind,
        Map<String, String> answers,
        Optional<CaseOutcome> outcome,
        ObjectNode detail)
        implements Next {}

    record Told(ReportNumber number, ObjectNode detail) implements Next {}

    record Answer(
        CaseStepKind kind, CaseFile.Step on, Optional<CaseOutcome> outcome, ObjectNode detail)
        implements Next {}
  }

  @FunctionalInterface
  private interface Judge {
    Next next(Found found, CaseFile one) throws SQLException;
  }

  private Work<Did> step(By by, UUID id, Judge judge) {
    return new Acting() {
      @Override
      public Plan<Did> plan(Found found) throws SQLException {
        var one = table.find(found.tx(), by.organisation(), id);
        if (one.isEmpty()) {
          return Plan.known(new Did.NotThere());
        }
        if (one.get().has(CaseStepKind.GESLOTEN)) {
          return Plan.known(new Did.Not("niet-nu"));
        }
        return switch (judge.next(found, one.get())) {
          case Next.Not(String why) -> Plan.known(new Did.Not(why));
          case Next.Step(var kind, var answers, var outcome, var detail) -> {
            var step = new CaseFile.Step(0, kind, found.at(), by.who(), answers, outcome);
            yield kept(found, one.get(), detail, table.step(found.tx(), id, step, null));
          }
          case Next.Told(var number, var detail) -> {
            var step = CaseFile.Step.told(found.at(), by.who(), number);
            yield kept(found, one.get(), detail, table.step(found.tx(), id, step, null));
          }
          case Next.Answer(var kind, var on, var outcome, var detail) -> {
            var step = new CaseFile.Step(0, kind, found.at(), by.who(), Map.of(), outcome);
            yield kept(found, one.get(), detail, table.step(found.tx(), id, step, on));
          }
        };
      }
    };
  }

  private Plan<Did> kept(Found found, CaseFile before, ObjectNode detail, OptionalLong number)
      throws SQLException {
    if (number.isEmpty()) {
      return Plan.known(new Did.Not("niet-nu"));
    }
    var now = table.find(found.tx(), before.organisation(), before.id()).orElse(before);
    var also = new ArrayList<Entry>();
    if (before.stopped().isEmpty() && now.stopped().isPresent()) {
      for (var kind : List.of(TaskKind.ASSESS_BREACH, TaskKind.OFFICER_LOOKS)) {
        also.addAll(tasks.finish(found.tx(), kind, now.organisation(), now.taskAbout()));
      }
    }
    return CasePlan.of(table, before.id(), number.getAsLong(), entry(detail), also);
  }

  private static ObjectNode detail(CaseFile one, By by, String step, String words) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("zaak", one.id().toString()).put("stap", step);
    detail.put("organisatie", by.organisation().value()).put("door", word(by.who()));
    return detail.put("toelichting", words);
  }

  private static Entry entry(ObjectNode detail) {
    return new Entry(EntryKind.CASE, Optional.empty(), detail);
  }

  /// An officer in a row: a keyed pseudonym, of which nobody reads who it is.
  static String word(Actor who) {
    return HexFormat.of().formatHex(who.bytes()).substring(0, 32);
  }

  /// About nobody in particular, so nobody is locked.
  private abstract static class Acting implements Work<Did> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }
  }
}
