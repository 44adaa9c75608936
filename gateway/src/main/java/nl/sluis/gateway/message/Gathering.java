package nl.sluis.gateway.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what is wrong with the form of a message of which the signature is proved, so that its
/// sender hears all of it at once. What is wrong with one part never hides what is wrong with
/// another.
///
/// For one message and one thread.
final class Gathering {
  private final List<MessageFault.Part> found = new ArrayList<>();

  /// Reads one part.
  @FunctionalInterface
  interface Reading<T> {
    /// What was read.
    T read() throws MessageFault;
  }

  /// Looks at one part.
  @FunctionalInterface
  interface Looking {
    /// Says nothing when nothing is wrong.
    void look() throws MessageFault;
  }

  /// What was read; empty when it is wrong.
  <T> Optional<T> read(Reading<T> part) {
    try {
      return Optional.of(part.read());
    } catch (MessageFault fault) {
      fault.parts().forEach(this::add);
      return Optional.empty();
    }
  }

  /// Looks at a part, and goes on whatever is wrong with it.
  void check(Looking part) {
    try {
      part.look();
    } catch (MessageFault fault) {
      fault.parts().forEach(this::add);
    }
  }

  /// Of one named field the first fault is told: what else is wrong with it follows from that.
  void add(MessageFault.Part fault) {
    boolean named = !fault.about().isEmpty();
    if (found.stream()
        .noneMatch(one -> one.equals(fault) || (named && one.about().equals(fault.about())))) {
      found.add(fault);
    }
  }

  /// Was everything right so far?
  boolean isEmpty() {
    return found.isEmpty();
  }

  /// Ends reading with everything that is wrong; the first is the one by which it is known.
  void done() throws MessageFault {
    if (!found.isEmpty()) {
      throw MessageFault.of(found);
    }
  }
}
