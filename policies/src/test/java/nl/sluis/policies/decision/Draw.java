package nl.sluis.policies.decision;

import java.time.LocalDate;
import nl.sluis.policies.terms.Age;

/// What is tried today of a space that is walked whole by `./sluis proef wet` only.
///
/// A draw says of every number whether it is in, in whatever order and by however many threads it
/// is asked; the same seed says the same in every run. Immutable.
public final class Draw {
  private final long seed;
  private final boolean whole;

  private Draw(long seed, boolean whole) {
    this.seed = seed;
    this.whole = whole;
  }

  /// The draw of this day in the Netherlands; that of `-Dsluis.zaad` when a day is to be played
  /// again, and everything with `-Dsluis.heel=true`.
  public static Draw ofToday() {
    return Boolean.getBoolean("sluis.heel")
        ? whole()
        : of(Long.getLong("sluis.zaad", LocalDate.now(Age.CALENDAR).toEpochDay()));
  }

  /// Everything.
  public static Draw whole() {
    return new Draw(0, true);
  }

  /// The draw of one seed.
  public static Draw of(long seed) {
    return new Draw(seed, false);
  }

  /// Is nothing left out?
  public boolean isWhole() {
    return whole;
  }

  /// What follows from it; zero when nothing is left out.
  public long seed() {
    return seed;
  }

  /// So many of something, or this many when nothing is left out.
  public int many(int drawn, int all) {
    return whole ? all : drawn;
  }

  /// Is this number among the one in so many that are tried?
  public boolean takes(long number, int oneIn) {
    return whole || Long.remainderUnsigned(mixed(number + mixed(seed)), oneIn) == 0;
  }

  // The finisher of SplitMix64: numbers that lie beside each other come out anywhere.
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return whole ? "everything" : "the draw of seed " + seed;
  }
}
