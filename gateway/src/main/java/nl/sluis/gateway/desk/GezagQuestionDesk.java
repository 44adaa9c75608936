package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.desk.CustodyDraft;
import nl.sluis.consent.desk.FamilyDraft;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.gezagsbron.Answer;
import nl.sluis.gateway.gezagsbron.Answer.Why;
import nl.sluis.gateway.gezagsbron.GezagBron;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Age;

/// Asks the source who has gezag over a child, and puts what it says on record.
///
/// That it is asked is a row before it is asked. The source is asked under no lock and in no
/// transaction; what it said is recorded, with its row, by who may still record it then. May be
/// shared between threads.
public final class GezagQuestionDesk {
  private static final String STEP = "handeling";

  private final Sequencer sequencer;
  private final CurrentLaw law;
  private final FactDesk facts;
  private final GezagDesk gezag;
  private final AfterGezag after;
  private final Tasks tasks;
  private final GezagBron source;
  private final Supplier<UUID> ids;

  /// @param facts knows who may put something on record
  /// @param gezag where it is put
  /// @param after knows how long looking it up may take
  /// @param source who is asked
  /// @param ids names for questions
  public GezagQuestionDesk(
      Sequencer sequencer,
      CurrentLaw law,
      FactDesk facts,
      GezagDesk gezag,
      AfterGezag after,
      Tasks tasks,
      GezagBron source,
      Supplier<UUID> ids) {
    this.sequencer = sequencer;
    this.law = law;
    this.facts = facts;
    this.gezag = gezag;
    this.after = after;
    this.tasks = tasks;
    this.source = source;
    this.ids = ids;
  }

  /// What became of the question.
  public sealed interface Told {
    /// The source answered.
    ///
    /// @param outcome whether that is on record
    /// @param fact what is on record then
    record Answered(Outcome outcome, CustodyDraft fact, Optional<Why> why) implements Told {}

    /// Nobody was asked: this partner may not.
    record Refused(Outcome why) implements Told {}

    /// People will look it up; it is their task.
    record ToPeople(Outcome outcome) implements Told {}

    /// The source gave no answer, and nothing changed.
    record NoAnswer() implements Told {}
  }

  /// Asks. Takes as long as the source does.
  public Told ask(GezagQuestion question) {
    return switch (sequencer.submit(new Beginning(question)).join()) {
      case Begun.Not(Outcome why) -> new Told.Refused(why);
      case Begun.Row(UUID id, Instant at) ->
          conclude(question, id, at, source.ask(question.question()));
    };
  }

  private Told conclude(GezagQuestion question, UUID id, Instant at, Answer answer) {
    return switch (answer) {
      case Answer.Found(var situation, var holders) -> {
        var named =
            holders.stream().map(h -> new FamilyDraft.Holder(h.label(), h.capacity())).toList();
        yield record(question, id, draft(question, at, situation, named), Optional.empty());
      }
      case Answer.Unclear(Why why) -> unclear(question, id, at, why);
      case Answer.ByPeople() -> new Told.ToPeople(sequencer.submit(task(question, id)).join());
      case Answer.Unreachable(var trouble) -> {
        var _ = sequencer.submit(new Silence(question, id, trouble.code())).join();
        yield new Told.NoAnswer();
      }
    };
  }

  private Told unclear(GezagQuestion question, UUID id, Instant at, Why why) {
    return record(question, id, draft(question, at, why.situation(), List.of()), Optional.of(why));
  }

  /// The BRP says how it is, not since when: it counts from the day on which it was asked.
  private CustodyDraft draft(
      GezagQuestion question,
      Instant at,
      CustodySituation situation,
      List<FamilyDraft.Holder> holders) {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    return new CustodyDraft(
        new FamilyDraft.Custody(
            situation.code(), source.code(), day.toString(), at.toString(), holders),
        "",
        "",
        "",
        false,
        question.reporter());
  }

  private Told record(GezagQuestion question, UUID id, CustodyDraft draft, Optional<Why> why) {
    var filing =
        new Filing(
            Needs.toWrite(question.alias()),
            EntryKind.GEZAG,
            onBehalf(question),
            (found, detail) -> {
              var refusal = noRight(question, found);
              if (refusal.isPresent()) {
                return new Filing.Result.Stopped(refusal.get());
              }
              detail.put(STEP, "gezag-opgevraagd").put("vraag", id.toString());
              detail.put("situatie", draft.custody().situation());
              detail.put("bron", draft.custody().source());
              detail.put("geldigVanaf", draft.custody().validFrom());
              detail.put("verkregenOp", draft.custody().obtainedAt());
              why.ifPresent(reason -> detail.put("reden", reason.code()));
              return gezag.file(found, question.party(), draft);
            });
    return new Told.Answered(sequencer.submit(filing).join(), draft, why);
  }

  private Work<Outcome> task(GezagQuestion question, UUID id) {
    return new Filing(
        Needs.toWrite(question.alias()),
        EntryKind.GEZAG,
        onBehalf(question),
        (found, detail) -> {
          detail.put(STEP, "gezag-op-te-zoeken").put("bron", source.code());
          var organisation = question.party().oin();
          var task =
              new Task(
                  TaskKind.LOOK_UP_CUSTODY,
                  organisation,
                  found.subject(),
                  id,
                  found.at().plus(after.toLookUp(organisation, found.at())));
          return new Filing.Result.Filed(
              id.toString(),
              Map.of("wijze", source.code()),
              tasks.open(found.tx(), task, found.at()));
        });
  }

  private OnBehalf onBehalf(GezagQuestion question) {
    return facts.onBehalf(question.caller(), question.party(), Optional.empty());
  }

  private Optional<Outcome> noRight(GezagQuestion question, Found found) {
    return FourEyes.hasRightToBsn(law.now(), question.party().oin(), found.at())
        ? Optional.empty()
        : Optional.of(
            new Outcome.NotAllowed(Denial.GEEN_RECHT_OP_BSN, Denial.GEEN_RECHT_OP_BSN.sentence()));
  }

  private ObjectNode row(GezagQuestion question, UUID id) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", question.caller().value());
    detail.set("namens", QuestionJson.party(question.party()));
    detail.put("bron", source.code()).put("vraag", id.toString());
    return detail;
  }

  /// Whether it may be asked, and under which name its row stands.
  private sealed interface Begun {
    record Row(UUID id, Instant at) implements Begun {}

    record Not(Outcome why) implements Begun {}
  }

  private final class Beginning implements Work<Begun> {
    private final GezagQuestion question;

    Beginning(GezagQuestion question) {
      this.question = question;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(question.alias());
    }

    @Override
    public Plan<Begun> plan(Found found) throws SQLException {
      var refusal = onBehalf(question).refusal(found).or(() -> noRight(question, found));
      if (refusal.isPresent()) {
        return Plan.known(new Begun.Not(refusal.get()));
      }
      var id = ids.get();
      var detail = row(question, id).put(STEP, "gezag-gevraagd");
      detail.putObject("handelend").put("id", question.staff());
      var entry = new Entry(EntryKind.INSPECTION, found.subject(), detail);
      return Plan.of(List.of(entry), new Begun.Row(id, found.at()));
    }
  }

  private final class Silence implements Work<Boolean> {
    private final GezagQuestion question;
    private final UUID id;
    private final String trouble;

    Silence(GezagQuestion question, UUID id, String trouble) {
      this.question = question;
      this.id = id;
      this.trouble = trouble;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(question.alias());
    }

    @Override
    public Plan<Boolean> plan(Found found) {
      var detail = row(question, id).put(STEP, "gezag-zonder-antwoord").put("reden", trouble);
      return Plan.of(List.of(new Entry(EntryKind.INSPECTION, found.subject(), detail)), true);
    }
  }
}
