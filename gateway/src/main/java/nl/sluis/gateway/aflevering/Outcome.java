package nl.sluis.gateway.aflevering;

import java.time.Duration;
import java.util.Optional;

/// What came of one attempt. The words in it are of Sluis, never of the receiver.
sealed interface Outcome {
  /// The receiver has it, and says so.
  ///
  /// @param receipt what it signed of it, checked; empty when it signed nothing
  record Arrived(Optional<SignedReceipt> receipt) implements Outcome {}

  /// The receiver took it and says later, in the postbus, that it has it.
  record Taken() implements Outcome {}

  /// It did not arrive; trying again is safe, for a receiver knows a parcel by its number.
  ///
  /// @param why a word without personal data
  /// @param asked how long the receiver asks to wait
  record Failed(String why, Optional<Duration> asked) implements Outcome {
    Failed(String why) {
      this(why, Optional.empty());
    }
  }

  /// The receiver's system says that it will never take it as it is.
  record Refused(String why) implements Outcome {}

  /// It may go, and something stands still now.
  record Halted() implements Outcome {}

  /// There is nothing to bring any more: it may not go, it is confirmed, or its term is over.
  record Over() implements Outcome {}
}
