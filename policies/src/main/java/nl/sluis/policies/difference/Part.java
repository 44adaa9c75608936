package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// One part of a thing in the convenant, in pieces of text, so that two versions of the thing can
/// be held against each other in words.
///
/// @param name what is said of the thing, such as `rust op`
/// @param of the pieces, in a fixed order
record Part<T>(String name, Function<T, List<String>> of) {
  private static final int MOST = 12;

  /// A part that is one word or sentence; empty text is nothing at all.
  static <T> Part<T> one(String name, Function<T, String> of) {
    return new Part<>(name, thing -> Stream.of(of.apply(thing)).filter(s -> !s.isEmpty()).toList());
  }

  /// A part of which the order says nothing.
  static <T> Part<T> some(String name, Function<T, Stream<String>> of) {
    return new Part<>(name, thing -> of.apply(thing).sorted().toList());
  }

  /// A part of which the order says something.
  static <T> Part<T> row(String name, Function<T, Stream<String>> of) {
    return new Part<>(name, thing -> of.apply(thing).toList());
  }

  /// `ja` or `nee`.
  static <T> Part<T> flag(String name, java.util.function.Predicate<T> of) {
    return one(name, thing -> of.test(thing) ? "ja" : "nee");
  }

  /// Every part of which the two say something else, one sentence each.
  static <T> List<String> moved(String what, T old, T now, List<Part<T>> parts) {
    var moved = new ArrayList<String>();
    for (var part : parts) {
      var then = part.of().apply(old);
      var next = part.of().apply(now);
      if (!then.equals(next)) {
        moved.add(what + " " + part.name() + ": " + told(then, next) + ".");
      }
    }
    return moved;
  }

  /// What comes, what goes and what is said differently of things that have a name.
  static <K extends Comparable<? super K>, T> List<String> moved(
      Map<K, T> old, Map<K, T> now, Function<K, String> what, List<Part<T>> parts) {
    var all = new TreeSet<K>(old.keySet());
    all.addAll(now.keySet());
    var moved = new ArrayList<String>();
    for (var key : all) {
      var then = old.get(key);
      var next = now.get(key);
      if (then != null && next != null) {
        moved.addAll(moved(what.apply(key), then, next, parts));
      } else {
        moved.add(what.apply(key) + (then == null ? " komt erbij." : " vervalt."));
      }
    }
    return moved;
  }

  private static String told(List<String> then, List<String> next) {
    if (then.size() < 2 && next.size() < 2) {
      return "eerst " + listed(then) + ", nu " + listed(next);
    }
    var come = minus(next, then);
    var gone = minus(then, next);
    if (come.isEmpty() && gone.isEmpty()) {
      return "dezelfde, in een andere volgorde";
    }
    return Stream.of(
            come.isEmpty() ? "" : "erbij " + listed(come),
            gone.isEmpty() ? "" : "weg " + listed(gone))
        .filter(s -> !s.isEmpty())
        .collect(java.util.stream.Collectors.joining("; "));
  }

  private static List<String> minus(List<String> some, List<String> others) {
    return some.stream().filter(s -> !others.contains(s)).toList();
  }

  private static String listed(List<String> pieces) {
    if (pieces.isEmpty()) {
      return "niets";
    }
    var shown = String.join(", ", pieces.subList(0, Math.min(MOST, pieces.size())));
    return pieces.size() > MOST ? shown + " en nog " + (pieces.size() - MOST) : shown;
  }
}
