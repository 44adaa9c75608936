package nl.sluis.gateway.maandoverzicht;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Thing;

/// A tree that is not committed to yet. Immutable.
///
/// @param subject the child
/// @param viewer the keyed number of who has a place there; empty for the child itself
/// @param period what it is about
/// @param root of the tree
/// @param leaves those that stand for something, by their place
@SuppressWarnings("ArrayRecordComponent") // bytes for a table; compared by nobody
record Draft(
    UUID subject, byte[] viewer, Period period, byte[] root, Map<Integer, Committed.Leaf> leaves) {
  private static final Comparator<Thing> OLDEST_FIRST =
      Comparator.comparing(Thing::day)
          .thenComparing(thing -> thing.ref().own())
          .thenComparingLong(thing -> thing.ref().number());

  /// Copies its map.
  Draft {
    leaves = Map.copyOf(leaves);
  }

  /// The tree of these things, each at a place that chance gave it. Of more things than there are
  /// leaves the oldest stand in it.
  static Draft of(
      UUID subject,
      byte[] viewer,
      Period period,
      List<Thing> things,
      Blinding blinding,
      SecureRandom random) {
    var places = new ArrayList<>(IntStream.range(0, Committed.LEAVES).boxed().toList());
    Collections.shuffle(places, random);
    var leaves = new TreeMap<Integer, Committed.Leaf>();
    var sorted = things.stream().sorted(OLDEST_FIRST).limit(Committed.LEAVES).toList();
    for (var thing : sorted) {
      int place = places.removeLast();
      Ref ref = thing.ref();
      leaves.put(place, new Committed.Leaf(ref, blinding.leaf(place, thing)));
    }
    return new Draft(subject, viewer, period, Committed.tree(leaves, blinding).root(), leaves);
  }
}
