package nl.sluis.dev.misbruik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.toezicht.Deed;

/// Everything that happened in the region in twelve weeks, four to begin with and eight that count,
/// with one culprit for each kind of misuse. Immutable.
///
/// @param rows in the order of the logbook
/// @param culprits who misused what
/// @param people how many people there are
record Season(List<Happened> rows, Map<Misuse, Deed.ActorKey> culprits, int people) {
  static final int BEFORE = 4;
  static final int WEEKS = 8;
  private static final int DAYS = 7 * (BEFORE + WEEKS);

  /// Copies its parts.
  Season {
    rows = List.copyOf(rows);
    culprits = Map.copyOf(culprits);
  }

  /// @param seed the same seed gives the same season
  static Season of(long seed) {
    var chance = new Chance(seed);
    var region = new Region(chance);
    var work = new OrdinaryWork(region, chance);
    var culprits = culprits(region, work, chance);
    var rows = new ArrayList<Happened>();
    work.before(Region.START).forEach(deed -> rows.add(new Happened(deed, Optional.empty())));
    for (int i = 0; i < DAYS; i++) {
      var day = Region.START.plusDays(i);
      work.on(day).forEach(deed -> rows.add(new Happened(deed, Optional.empty())));
      for (var culprit : culprits) {
        culprit
            .on(day)
            .forEach(deed -> rows.add(new Happened(deed, Optional.of(culprit.misuse()))));
      }
    }
    var who = new EnumMap<Misuse, Deed.ActorKey>(Misuse.class);
    culprits.forEach(culprit -> who.put(culprit.misuse(), culprit.worker().key()));
    return new Season(numbered(rows), who, region.workers().size());
  }

  private static List<Culprit> culprits(Region region, OrdinaryWork work, Chance chance) {
    var workers = chance.some(region.workers(), Misuse.values().length).iterator();
    var culprits = new ArrayList<Culprit>();
    for (var misuse : Misuse.values()) {
      var first = Region.START.plusDays(7L * BEFORE + first(misuse, chance));
      culprits.add(new Culprit(misuse, workers.next(), first, region, work, chance));
    }
    return culprits;
  }

  /// What happens once can happen in any week; a habit begins in the first.
  private static int first(Misuse misuse, Chance chance) {
    return switch (misuse) {
      case NIEUWSGIERIGE_BUUR, VISSEN -> 7 * chance.below(WEEKS) + chance.below(4);
      case SERIEKIJKER, EX_PARTNER, DOELVERSCHUIVING, MELDCODE_ALS_SLUIPWEG -> chance.below(7);
    };
  }

  private static List<Happened> numbered(List<Happened> rows) {
    var sorted = rows.stream().sorted(Comparator.comparing(row -> row.deed().at())).toList();
    var numbered = new ArrayList<Happened>();
    for (int i = 0; i < sorted.size(); i++) {
      var deed = sorted.get(i).deed();
      numbered.add(
          new Happened(
              new Deed(
                  i,
                  deed.at(),
                  deed.by(),
                  deed.from(),
                  deed.to(),
                  deed.child(),
                  deed.purpose(),
                  deed.lane(),
                  deed.ending(),
                  deed.categories(),
                  deed.shows()),
              sorted.get(i).misuse()));
    }
    return numbered;
  }

  /// The last day of a week that counts.
  ///
  /// @param week from zero
  static LocalDate sunday(int week) {
    return Region.START.plusDays(7L * (BEFORE + week) + 6);
  }
}
