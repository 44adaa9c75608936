package nl.sluis.gateway.vierogen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;

/// What one person proposes to close. It closes nothing until a second one confirms it.
///
/// @param id by which it is known
/// @param closing what it closes; of a review and a task both words read back as the plain one
/// @param about the exchange, the request or the task
/// @param organisation whose work it is
/// @param secondAt of which organisation the second person is
/// @param subject the child, when it is known
/// @param acting who did what is judged, keyed; empty when nobody's act is
/// @param proposer who proposes it, keyed
/// @param outcome how it would end, in one word
/// @param answers what was answered to the questions, each as `vraag=ja` or `vraag=nee`
/// @param words of the proposer, sealed with the key of the child; empty when there is no child
/// @param at since when
/// @param due when what it closes is late
public record Proposal(
    UUID id,
    Closing closing,
    UUID about,
    Oin organisation,
    Oin secondAt,
    Optional<UUID> subject,
    Optional<Actor> acting,
    Actor proposer,
    String outcome,
    List<String> answers,
    Optional<byte[]> words,
    Instant at,
    Instant due) {
  /// Copies its list.
  public Proposal {
    answers = List.copyOf(answers);
  }

  /// May this person be the second one? PostgreSQL refuses the same.
  public boolean mayConfirm(Oin from, Actor second) {
    return from.equals(secondAt)
        && !second.equals(proposer)
        && acting.filter(second::equals).isEmpty();
  }

  /// Tells nothing of what was said.
  @Override
  public String toString() {
    return "Proposal " + id;
  }
}
