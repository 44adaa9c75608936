package nl.sluis.gateway.werkplek;

import java.util.Set;

/// What one role of the identity provider means at this desk: one function at one organisation, and
/// what whoever has it does there. Immutable.
///
/// @param at for which organisation
/// @param function its word in messages, such as `intern begeleider`
/// @param tasks what it may open; none opens nothing
public record Position(Workplace at, String function, Set<Task> tasks) {
  /// Copies its set.
  public Position {
    tasks = Set.copyOf(tasks);
  }
}
