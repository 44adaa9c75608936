package nl.sluis.policies.terms;

import java.util.Iterator;
import java.util.List;

/// A list that cannot be empty: a refusal without a reason does not compile.
///
/// @param items at least one element, in order
public record NonEmpty<T>(List<T> items) implements Iterable<T> {
  /// @throws IllegalArgumentException when there is no element
  public NonEmpty {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("at least one element is needed");
    }
  }

  /// A list of exactly one.
  public static <T> NonEmpty<T> of(T only) {
    return new NonEmpty<>(List.of(only));
  }

  /// The first, by which the answer is titled.
  public T first() {
    return items.getFirst();
  }

  @Override
  public Iterator<T> iterator() {
    return items.iterator();
  }
}
