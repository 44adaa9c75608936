package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.List;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Deed.ActorKey;

/// Somebody's work stands out: a question to a person, never an answer. Immutable.
///
/// @param kind by what
/// @param about whose work
/// @param day the last day that counted
/// @param times how many times the limit was reached, at least one; for the order only
/// @param arithmetic how it was reckoned, in Dutch, to be done again by hand
/// @param rows where the rows stand, at most 25
public record Signal(
    SignalKind kind, About about, LocalDate day, double times, String arithmetic, List<Long> rows) {
  /// Copies its list.
  public Signal {
    rows = List.copyOf(rows);
  }

  /// Whose work it is about: these are the only two there are, and neither is a child.
  public sealed interface About {
    /// Who acted.
    ActorKey actor();

    /// One person.
    record Person(ActorKey actor) implements About {}

    /// One person, and the organisation on the other side.
    record Pair(ActorKey actor, Oin other) implements About {}
  }
}
