package nl.sluis.gateway.zaakdossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.taak.Lateness;
import nl.sluis.policies.terms.Oin;

/// A case with what was done in it. Immutable.
///
/// @param id by which it is known
/// @param organisation whose case it is; nobody else ever sees that there is one
/// @param kind why it was opened
/// @param about the exchange that was judged unjustified, when that is why
/// @param scope which rows it is about
/// @param known when the organisation knew of it: the clock of AVG 33 runs from there
/// @param opened when it was opened
/// @param due when it is late
/// @param by who opened it
/// @param treeSize how large the logbook was when the rows were frozen
/// @param steps what was done, the oldest first
public record CaseFile(
    UUID id,
    Oin organisation,
    CaseKind kind,
    Optional<UUID> about,
    CaseScope scope,
    Instant known,
    Instant opened,
    Instant due,
    Actor by,
    long treeSize,
    List<Step> steps) {
  /// Copies its list.
  public CaseFile {
    steps = List.copyOf(steps);
  }

  /// One thing that was done.
  ///
  /// @param number its place among all steps
  /// @param kind what
  /// @param at when
  /// @param by who did it
  /// @param answers what was answered to each question about the risk; empty for any other step
  /// @param outcome what was proposed or decided
  /// @param reported under which number the authority knows it, when it was told
  public record Step(
      long number,
      CaseStepKind kind,
      Instant at,
      Actor by,
      Map<String, String> answers,
      Optional<CaseOutcome> outcome,
      Optional<ReportNumber> reported) {
    /// Copies its map.
    public Step {
      answers = Map.copyOf(answers);
    }

    /// A step in which the authority was not told.
    public Step(
        long number,
        CaseStepKind kind,
        Instant at,
        Actor by,
        Map<String, String> answers,
        Optional<CaseOutcome> outcome) {
      this(number, kind, at, by, answers, outcome, Optional.empty());
    }

    /// The authority was told; it has no place among the steps yet.
    static Step told(Instant at, Actor by, ReportNumber number) {
      return new Step(
          0, CaseStepKind.AP_GEMELD, at, by, Map.of(), Optional.empty(), Optional.of(number));
    }
  }

  /// The last step of this kind.
  public Optional<Step> last(CaseStepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).reduce((_, later) -> later);
  }

  /// Was this done?
  public boolean has(CaseStepKind kind) {
    return last(kind).isPresent();
  }

  /// The proposal that somebody else must still agree with.
  public Optional<Step> waiting() {
    return has(CaseStepKind.BESLUIT)
        ? Optional.empty()
        : last(CaseStepKind.VOORSTEL)
            .filter(
                one -> last(CaseStepKind.TERUG).filter(no -> no.number() > one.number()).isEmpty());
  }

  /// How it was decided.
  public Optional<CaseOutcome> decided() {
    return last(CaseStepKind.BESLUIT).flatMap(Step::outcome);
  }

  /// When its clock stopped: the authority was told, or it was decided that it need not be.
  public Optional<Instant> stopped() {
    return decided().filter(CaseOutcome::tellsAuthority).isPresent()
        ? last(CaseStepKind.AP_GEMELD).map(Step::at)
        : last(CaseStepKind.BESLUIT).map(Step::at);
  }

  /// Under which number the authority knows it; empty when it was not told, or told before the
  /// number had a place of its own.
  public Optional<ReportNumber> reported() {
    return last(CaseStepKind.AP_GEMELD).flatMap(Step::reported);
  }

  /// By how many days, or parts of one, it is or was late; 0 when it is not.
  public long daysLate(Instant now) {
    return Lateness.days(due, stopped().orElse(now));
  }

  /// Is there nothing left to do but to close it?
  public boolean canClose() {
    return decided()
        .filter(outcome -> !outcome.tellsAuthority() || has(CaseStepKind.AP_GEMELD))
        .filter(_ -> !has(CaseStepKind.GESLOTEN))
        .isPresent();
  }

  /// What the task that goes with it is about.
  public UUID taskAbout() {
    return about.orElse(id);
  }
}
