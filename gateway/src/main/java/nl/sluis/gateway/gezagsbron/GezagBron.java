package nl.sluis.gateway.gezagsbron;

import java.time.InstantSource;
import java.util.Optional;

/// Whoever can be asked who has gezag over a child.
///
/// There are two: [BrpPersonen], a register that answers at once, and [TwoPeople], who look it up
/// and enter it with four eyes. May be shared between threads.
public interface GezagBron extends AutoCloseable {
  /// Asks it. May take seconds: never under a lock or in a transaction.
  ///
  /// It never throws for what the other end does; what is not understood is never taken for an
  /// answer. Every number is forgotten when this returns: the answer has the words of the asker.
  Answer ask(Question question);

  /// The word for it in a row, such as `brp`.
  String code();

  /// Lets go of the connections, if there are any.
  @Override
  void close();

  /// The register at the end of this line, or where there is none, people.
  ///
  /// @throws IllegalArgumentException when the files of the line cannot be used now
  static GezagBron of(Optional<BrpPersonen.Line> line, InstantSource clock) {
    return line.isPresent() ? BrpPersonen.over(line.get(), clock) : new TwoPeople();
  }
}
