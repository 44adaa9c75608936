package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.hypothesis.Allowance;
import nl.sluis.policies.hypothesis.Allowance.Under;
import nl.sluis.policies.hypothesis.Allowances;
import nl.sluis.policies.hypothesis.Cell;

/// What two versions of a convenant permit differently, found by asking the engine about every cell
/// of both.
///
/// @param before the first version
/// @param after the second version
/// @param moved every cell of which they say something else
/// @param examples worked examples that get another answer
/// @param consents consents that must be asked again
/// @param head what is said differently of the whole version
/// @param parties who joins, who leaves, and what is said differently of whoever stays
/// @param arrangements what is arranged differently besides the rules
/// @param texts what is written differently in the rules and around them
/// @param cases which worked examples come, go or are written differently
public record Difference(
    Convenant before,
    Convenant after,
    List<Moved> moved,
    List<ExampleMoved> examples,
    List<ConsentsAgain> consents,
    List<String> head,
    List<String> parties,
    List<String> arrangements,
    List<String> texts,
    List<String> cases) {
  /// Copies its parts.
  public Difference {
    moved = List.copyOf(moved);
    examples = List.copyOf(examples);
    consents = List.copyOf(consents);
    head = List.copyOf(head);
    parties = List.copyOf(parties);
    arrangements = List.copyOf(arrangements);
    texts = List.copyOf(texts);
    cases = List.copyOf(cases);
  }

  /// Compares two versions, adopted or not.
  public static Difference between(Convenant before, Convenant after) {
    return new Known(before).against(after);
  }

  /// A version of which every cell was asked, to be compared with several others. Immutable; may be
  /// shared between threads.
  public static final class Known {
    private final Convenant version;
    private final SortedMap<Cell, Under> allowed;

    /// Asks about every cell.
    public Known(Convenant version) {
      this.version = version;
      this.allowed = Difference.allowed(version);
    }

    /// What that other version, adopted or not, permits differently.
    public Difference against(Convenant after) {
      return compared(version, allowed, after);
    }
  }

  private static Difference compared(
      Convenant before, SortedMap<Cell, Under> old, Convenant after) {
    var now = allowed(after);
    return new Difference(
        before,
        after,
        moved(old, now),
        ExampleMoved.between(before, after),
        ConsentsAgain.between(before, old, after, now),
        HeadMoved.between(before, after),
        PartiesMoved.between(before, after),
        ArrangementsMoved.between(before, after),
        texts(before, after),
        CasesMoved.between(before, after));
  }

  /// How many cells moved in this direction.
  int count(Moved.Direction direction) {
    return (int) moved.stream().filter(m -> m.direction() == direction).count();
  }

  /// Do the two permit the same, to the same people, in the same words? What a version is called
  /// and where in a file something stands is no difference.
  public boolean isNone() {
    return moved.isEmpty()
        && examples.isEmpty()
        && consents.isEmpty()
        && head.isEmpty()
        && parties.isEmpty()
        && arrangements.isEmpty()
        && texts.isEmpty()
        && cases.isEmpty();
  }

  private static List<String> texts(Convenant before, Convenant after) {
    var texts = new ArrayList<>(RulesMoved.between(before, after));
    texts.addAll(WordingMoved.between(before, after));
    return texts;
  }

  private static List<Moved> moved(SortedMap<Cell, Under> old, SortedMap<Cell, Under> now) {
    var cells = new TreeSet<>(old.keySet());
    cells.addAll(now.keySet());
    var moved = new ArrayList<Moved>();
    for (var cell : cells) {
      var one =
          new Moved(cell, Optional.ofNullable(old.get(cell)), Optional.ofNullable(now.get(cell)));
      boolean same = one.before().map(Difference::asks).equals(one.after().map(Difference::asks));
      if (!same) {
        moved.add(one);
      }
    }
    return moved;
  }

  // A rule may get another name without anything changing for anybody.
  private static List<Object> asks(Under under) {
    return List.of(under.lane(), under.needs());
  }

  private static SortedMap<Cell, Under> allowed(Convenant convenant) {
    var allowed = new TreeMap<Cell, Under>();
    new Allowances(convenant)
        .all()
        .forEach(
            (cell, says) -> {
              switch (says) {
                case Under under -> allowed.put(cell, under);
                case Allowance.Never _ -> {}
              }
            });
    return Collections.unmodifiableSortedMap(allowed);
  }
}
