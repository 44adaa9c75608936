package nl.sluis.policies.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policies.terms.Lane;

/// Everything that passes between two groups by one road: one line in the picture.
///
/// @param one a group
/// @param other the other group
/// @param lane by which road
/// @param there the rules by which the first gives to the second
/// @param back the rules by which the second gives to the first
record Bundle(Group one, Group other, Lane lane, SortedSet<String> there, SortedSet<String> back) {

  /// The exchanges, bundled; the lines between the same two groups follow each other.
  static List<List<Bundle>> of(Collection<Exchange> exchanges) {
    Map<String, Map<Lane, Bundle>> pairs = new TreeMap<>();
    for (var exchange : exchanges) {
      boolean forward = exchange.from().compareTo(exchange.to()) < 0;
      var one = forward ? exchange.from() : exchange.to();
      var other = forward ? exchange.to() : exchange.from();
      var bundle =
          pairs
              .computeIfAbsent(one.key() + " " + other.key(), _ -> new TreeMap<>())
              .computeIfAbsent(
                  exchange.rule().lane(),
                  lane -> new Bundle(one, other, lane, new TreeSet<>(), new TreeSet<>()));
      (forward ? bundle.there() : bundle.back()).add(exchange.rule().id());
    }
    return pairs.values().stream().map(lanes -> List.copyOf(lanes.values())).toList();
  }

  /// The identifiers on its label, each once.
  List<String> rules() {
    var all = new TreeSet<>(there);
    all.addAll(back);
    return new ArrayList<>(all);
  }
}
