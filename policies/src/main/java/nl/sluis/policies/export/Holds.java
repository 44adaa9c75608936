package nl.sluis.policies.export;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// When a sentence of the exported convenant speaks: a condition on stated facts, nothing more than
/// words, yes or no, and sets of words.
public sealed interface Holds {
  /// This yes-or-no fact is a yes.
  record Yes(Fact fact) implements Holds {}

  /// This word is one of these.
  record OneOf(Fact fact, SortedSet<String> words) implements Holds {}

  /// This set has this word.
  record Has(Fact fact, String word) implements Holds {}

  /// This set has at least one of these words.
  record HasAny(Fact fact, SortedSet<String> words) implements Holds {}

  /// This set has no words but these.
  record Only(Fact fact, SortedSet<String> words) implements Holds {}

  /// It is not so.
  record Not(Holds part) implements Holds {}

  /// Every part holds; with no parts, always.
  record All(List<Holds> parts) implements Holds {
    /// Copies its parts.
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// At least one part holds; with no parts, never.
  record Any(List<Holds> parts) implements Holds {
    /// Copies its parts.
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// Always.
  static Holds always() {
    return new All(List.of());
  }

  /// This yes-or-no fact is a yes.
  static Holds yes(Fact fact) {
    return new Yes(fact);
  }

  /// This yes-or-no fact is a no.
  static Holds no(Fact fact) {
    return new Not(new Yes(fact));
  }

  /// This word is one of these.
  static Holds oneOf(Fact fact, String... words) {
    return new OneOf(fact, new TreeSet<>(Set.of(words)));
  }

  /// This set has this word.
  static Holds has(Fact fact, String word) {
    return new Has(fact, word);
  }

  /// Every one of these holds.
  static Holds all(Holds... parts) {
    return new All(List.of(parts));
  }

  /// At least one of these holds.
  static Holds any(Holds... parts) {
    return new Any(List.of(parts));
  }

  /// It is not so.
  static Holds not(Holds part) {
    return new Not(part);
  }
}
