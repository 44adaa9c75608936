package nl.sluis.gateway.maandoverzicht;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.maandoverzicht.ReadStatement.OneLine;

/// Two statements of one month laid side by side, each of them right by itself. Immutable.
///
/// @param contradictions what cannot both be true, or was there and is not any more
/// @param added what is in the later one alone, with what that proves
public record Compared(List<String> contradictions, List<String> added) {
  /// Copies its lists.
  public Compared {
    contradictions = List.copyOf(contradictions);
    added = List.copyOf(added);
  }

  /// Lays these two side by side, in whatever order they were given.
  public static Compared of(ReadStatement one, ReadStatement other) {
    boolean inOrder = !other.made().isBefore(one.made());
    var earlier = inOrder ? one : other;
    var later = inOrder ? other : one;
    var contradictions = new ArrayList<String>();
    var added = new ArrayList<String>();
    if (!earlier.logbook().equals(later.logbook())
        || !earlier.about().equals(later.about())
        || !earlier.month().equals(later.month())) {
      contradictions.add(
          "De twee overzichten gaan niet over dezelfde maand, of niet over hetzelfde kind.");
      return new Compared(contradictions, added);
    }
    boolean same = earlier.root().equals(later.root());
    if (!same && earlier.until().equals(later.until())) {
      contradictions.add("Sluis legde voor deze maand twee verschillende dingen vast.");
    }
    if (later.until().isBefore(earlier.until())) {
      contradictions.add("Het nieuwe overzicht gaat minder ver dan het eerdere.");
    }
    boolean fewer = earlier.all() && !later.all();
    if (fewer) {
      added.add(
          "U zag toen alles en ziet nu alleen wat u zelf zei; wat er daardoor niet staat, is niet"
              + " weg.");
    }
    var left = new ArrayList<>(later.lines());
    for (var line : earlier.lines()) {
      var found =
          left.stream()
              .filter(now -> same ? now.place() == line.place() : line.mayBe(now))
              .findFirst();
      if (found.isPresent()) {
        left.remove(found.get());
      } else if (!fewer) {
        contradictions.add("Weg of veranderd: %s %s".formatted(line.day(), line.sentence()));
      }
    }
    for (var line : left) {
      added.add(added(line, same));
    }
    return new Compared(contradictions, added);
  }

  private static String added(OneLine line, boolean same) {
    var proof =
        same
            ? line.late()
                ? "lag al vast en mag nu worden getoond"
                : "lag al vast en stond er eerst niet bij, zonder uitleg"
            : "kwam erbij";
    return "%s %s (%s)".formatted(line.day(), line.sentence(), proof);
  }
}
