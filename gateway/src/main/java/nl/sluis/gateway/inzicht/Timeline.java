package nl.sluis.gateway.inzicht;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of what one person sees of one child: whole days of one month, the newest first.
/// Immutable.
///
/// Where it ends follows from its own lines alone: what is not shown is not counted either.
///
/// @param lines similar lines of one day as one line
/// @param older the day of the first line that does not stand here; empty when there is none
record Timeline(List<Line> lines, Optional<LocalDate> older) {
  /// How many lines fill a piece; the day that reaches it stands in it whole.
  static final int FULL = 60;

  private static final Comparator<Line> NEWEST_FIRST =
      Comparator.comparing(Line::day)
          .reversed()
          .thenComparing(Line::told)
          .thenComparing(line -> line.from().name().orElse(""))
          .thenComparing(line -> line.to().name().orElse(""))
          .thenComparing(Line::sentence)
          .thenComparing(line -> String.join(",", line.categories()))
          .thenComparing(Line::word);

  /// Copies its list.
  Timeline {
    lines = List.copyOf(lines);
  }

  /// The piece that begins with this day.
  ///
  /// @param lines in any order, one for each thing that happened
  /// @param older a day before all of them on which there is another line, if there is one
  static Timeline of(Collection<Line> lines, Optional<LocalDate> older) {
    var merged = new ArrayList<>(merge(lines));
    merged.sort(NEWEST_FIRST);
    for (int i = FULL; i < merged.size(); i++) {
      var day = merged.get(i).day();
      if (!day.equals(merged.get(i - 1).day())) {
        return new Timeline(merged.subList(0, i), Optional.of(day));
      }
    }
    return new Timeline(merged, older);
  }

  /// Similar lines of one day as one, which remembers how many they are.
  private static Collection<Line> merge(Collection<Line> lines) {
    Map<Line, List<Ref>> alike = new LinkedHashMap<>();
    lines.forEach(
        line ->
            alike.computeIfAbsent(line.withoutRefs(), _ -> new ArrayList<>()).addAll(line.refs()));
    return alike.entrySet().stream()
        .map(
            one ->
                one.getKey()
                    .of(
                        one.getValue().stream()
                            .sorted(Comparator.comparingLong(Ref::number).reversed())
                            .toList()))
        .toList();
  }

  /// The line made of this, among others; empty when there is none.
  Optional<Line> find(Ref ref) {
    return lines.stream().filter(line -> line.refs().contains(ref)).findFirst();
  }
}
