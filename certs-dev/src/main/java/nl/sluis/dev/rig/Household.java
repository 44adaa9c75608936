package nl.sluis.dev.rig;

import java.util.List;
import java.util.stream.IntStream;

/// Children whose custody is on record, to be written about.
///
/// Immutable; may be shared between threads.
///
/// @param children by what the school calls them
public record Household(List<String> children) {
  /// Copies the list.
  public Household {
    children = List.copyOf(children);
  }

  /// Puts the families of so many children on record, with consent of both parents when asked.
  public static Household register(Signals signals, Caller school, int count, boolean consent) {
    var children = IntStream.range(0, count).mapToObj(i -> "kind-" + i).toList();
    var result =
        Load.run(
            count,
            32,
            i -> {
              var family = school.file("/v1/gezinsfeiten", signals.family(children.get(i)));
              return consent
                  ? family
                      .thenCompose(
                          seen ->
                              school.file("/v1/toestemmingen", signals.consent(children.get(i))))
                      .thenApply(Seen::status)
                  : family.thenApply(Seen::status);
            });
    if (result.outcomes().getOrDefault(201, 0) != count) {
      throw new IllegalStateException("families could not be registered: " + result.outcomes());
    }
    return new Household(children);
  }

  /// The child of this turn.
  public String child(int turn) {
    return children.get(turn % children.size());
  }
}
