package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.hypothesis.Allowance.Under;
import nl.sluis.policies.hypothesis.Cell;
import nl.sluis.policies.hypothesis.Need;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Consents that do not go along to the second version: people must be asked again, because what
/// they said yes to is no longer what happens (AVG 4(11), 7).
///
/// @param purpose for which purpose
/// @param from who gives
/// @param to who receives
/// @param because why, in Dutch, at least one
record ConsentsAgain(Purpose purpose, Role from, Role to, List<String> because) {
  ConsentsAgain {
    because = List.copyOf(because);
  }

  private record Road(Purpose purpose, Role from, Role to) implements Comparable<Road> {
    static Road of(Cell cell) {
      return new Road(cell.purpose(), cell.from(), cell.to());
    }

    @Override
    public int compareTo(Road other) {
      int byPurpose = purpose.compareTo(other.purpose);
      int byFrom = byPurpose != 0 ? byPurpose : from.compareTo(other.from);
      return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
  }

  /// What rests on consent on one road: which data, and by which bodies of law.
  private record Asked(Set<DataCategory> categories, Set<Need> consents) {
    Asked() {
      this(EnumSet.noneOf(DataCategory.class), new java.util.HashSet<>());
    }
  }

  static List<ConsentsAgain> between(
      Convenant before,
      SortedMap<Cell, Under> allowedBefore,
      Convenant after,
      SortedMap<Cell, Under> allowedAfter) {
    var old = asked(allowedBefore);
    var again = new ArrayList<ConsentsAgain>();
    asked(allowedAfter)
        .forEach(
            (road, now) ->
                Optional.ofNullable(old.get(road))
                    .map(then -> because(road, before, then, after, now))
                    .filter(because -> !because.isEmpty())
                    .ifPresent(
                        because ->
                            again.add(
                                new ConsentsAgain(
                                    road.purpose(), road.from(), road.to(), because))));
    return again;
  }

  private static SortedMap<Road, Asked> asked(SortedMap<Cell, Under> allowed) {
    var asked = new TreeMap<Road, Asked>();
    allowed.forEach(
        (cell, under) ->
            under.needs().stream()
                .filter(Need.Consent.class::isInstance)
                .forEach(
                    consent -> {
                      var road = asked.computeIfAbsent(Road.of(cell), _ -> new Asked());
                      road.categories().add(cell.category());
                      road.consents().add(consent);
                    }));
    return asked;
  }

  private static List<String> because(
      Road road, Convenant before, Asked then, Convenant after, Asked now) {
    var because = new ArrayList<String>();
    var text = after.purposes().get(road.purpose());
    if (text != null && !text.equals(before.purposes().get(road.purpose()))) {
      because.add("de zin waar het gezin ja op zei is veranderd");
    }
    var more = EnumSet.noneOf(DataCategory.class);
    more.addAll(now.categories());
    more.removeAll(then.categories());
    if (!more.isEmpty()) {
      because.add("voor " + Words.categories(more, after) + " is nooit toestemming gevraagd");
    }
    if (!now.consents().equals(then.consents())) {
      because.add("er moeten volgens de wet andere mensen ja zeggen");
    }
    return because;
  }
}
