package nl.sluis.gateway.verzoek;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.taak.Lateness;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Oin;

/// A request of somebody about their own data, or those of a child, with what was done with it.
/// Immutable.
///
/// @param id by which both sides know it
/// @param subject the child, as it was known then
/// @param stands the child as it is known now: another, when two turned out to be one
/// @param person who asked; nobody else around the child sees it
/// @param kind what is asked
/// @param holder the organisation that must answer
/// @param counter where a complaint lands; empty for anything else
/// @param matter what it is about
/// @param stop what an objection holds up until it is weighed; empty when it holds up nothing
/// @param askedAt when
/// @param firstDue when the answer is late, if it is not extended
/// @param language in which it was asked, and is answered
/// @param steps what the organisation did, the oldest first
public record SubjectRequest(
    UUID id,
    UUID subject,
    UUID stands,
    UUID person,
    RequestKind kind,
    Oin holder,
    Optional<Counter> counter,
    Matter matter,
    Optional<UUID> stop,
    Instant askedAt,
    Instant firstDue,
    Language language,
    List<Step> steps) {
  /// Copies its list.
  public SubjectRequest {
    steps = List.copyOf(steps);
  }

  /// One thing that the organisation did.
  ///
  /// @param number its place among all steps; by it its words are found
  /// @param kind what
  /// @param at when
  /// @param due until when it takes longer; empty for any other step
  public record Step(long number, StepKind kind, Instant at, Optional<Instant> due) {}

  /// What must be locked to do something with it: the child as it is known now, and as it was then.
  Needs needs() {
    return needs(stands, subject);
  }

  static Needs needs(UUID stands, UUID subject) {
    return stands.equals(subject) ? Needs.toWrite(subject) : Needs.toWrite(stands).and(subject);
  }

  /// When the answer is late.
  public Instant due() {
    return steps.stream().flatMap(step -> step.due().stream()).findFirst().orElse(firstDue);
  }

  /// The answer, whatever it is.
  public Optional<Step> answer() {
    return steps.stream().filter(step -> step.kind().isAnswer()).findFirst();
  }

  /// Did the organisation do this?
  public boolean has(StepKind kind) {
    return steps.stream().anyMatch(step -> step.kind() == kind);
  }

  /// By how many days, or parts of one, the answer is or was late; 0 when it is not.
  public long daysLate(Instant now) {
    return Lateness.days(due(), answer().map(Step::at).orElse(now));
  }
}
