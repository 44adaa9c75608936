package nl.sluis.dev.chaos;

import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.policies.terms.Oin;

/// A school that receives, by having its parcels brought or by coming for them, and whose system
/// may do wrong for a while. May be shared between threads.
sealed interface School extends AutoCloseable permits Fetching, Receiving {
  /// Who it is.
  Oin oin();

  /// What it does wrong.
  Fault fault();

  /// By which road it gets its parcels.
  Clocked.Way way();

  /// It begins to do wrong.
  void goWrong();

  /// It does as it should again.
  void goRight();

  /// It shows a new certificate from now on, wherever it shows one.
  void renew();

  /// It asks that what did not arrive is brought anew.
  void askAgain();

  /// It comes for what has not been brought.
  void comeForIt();

  /// How it went.
  Tally tally();

  @Override
  void close();

  /// Counts of one school. May be shared between threads.
  ///
  /// @param wrongs how often it began to do wrong
  /// @param parcels how many different parcels it got
  /// @param repeats how often one came that it had
  record Tally(AtomicInteger wrongs, AtomicInteger parcels, AtomicInteger repeats) {
    Tally() {
      this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
    }
  }
}
