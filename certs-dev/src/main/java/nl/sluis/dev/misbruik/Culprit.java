package nl.sluis.dev.misbruik;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.toezicht.Deed;
import nl.sluis.policies.toezicht.Deed.Ending;
import nl.sluis.policies.toezicht.Evidence;

/// Somebody in the region who misuses the work beside doing it. For one thread.
final class Culprit {
  /// What goes beyond what the purpose is for.
  private static final List<DataCategory> WIDER =
      List.of(DataCategory.K10, DataCategory.K13, DataCategory.K14, DataCategory.K16);

  private final Misuse misuse;
  private final Worker worker;
  private final LocalDate first;
  private final Region region;
  private final OrdinaryWork work;
  private final Chance chance;
  private final int victim;

  /// @param first the first day on which something may go wrong
  Culprit(
      Misuse misuse,
      Worker worker,
      LocalDate first,
      Region region,
      OrdinaryWork work,
      Chance chance) {
    this.misuse = misuse;
    this.worker = worker;
    this.first = first;
    this.region = region;
    this.work = work;
    this.chance = chance;
    this.victim = region.child();
  }

  Misuse misuse() {
    return misuse;
  }

  Worker worker() {
    return worker;
  }

  /// What goes wrong on this day.
  List<Deed> on(LocalDate day) {
    long since = ChronoUnit.DAYS.between(first, day);
    var deeds = new ArrayList<Deed>();
    if (since < 0) {
      return deeds;
    }
    switch (misuse) {
      case NIEUWSGIERIGE_BUUR -> {
        if (since == 0 || since == 3) {
          deeds.add(look(day, victim, chance.in(0.5)));
        }
      }
      case SERIEKIJKER -> {
        if (!OrdinaryWork.isWeekend(day) && chance.in(0.2)) {
          deeds.add(look(day, region.child(), chance.in(0.25)));
        }
      }
      case EX_PARTNER -> {
        if (since % 10 == 0) {
          deeds.add(look(day, victim, chance.in(0.6)));
        }
      }
      case VISSEN -> {
        if (since == 2) {
          int many = chance.between(8, 12);
          for (int i = 0; i < many; i++) {
            deeds.add(look(day, region.child(), false));
          }
        }
      }
      case DOELVERSCHUIVING -> {
        double more = Math.min(0.9, 0.15 + since / 60.0);
        if (!OrdinaryWork.isWeekend(day) && chance.in(more)) {
          deeds.add(drift(day));
        }
      }
      case MELDCODE_ALS_SLUIPWEG -> {
        if (!OrdinaryWork.isWeekend(day) && chance.in(0.25)) {
          deeds.add(shortcut(day));
        }
      }
    }
    return deeds;
  }

  /// A child outside the own work: mostly refused, sometimes by a legal purpose that was only
  /// claimed.
  private Deed look(LocalDate day, int child, boolean late) {
    boolean passes = chance.in(0.3);
    return work.deed(
        worker,
        work.at(day, late),
        region.other(child, worker.role()),
        child,
        passes ? Optional.of(Lane.WETTELIJK) : Optional.empty(),
        passes ? Ending.VERSTREKT : Ending.GEWEIGERD,
        EnumSet.noneOf(Evidence.class));
  }

  private Deed drift(LocalDate day) {
    int child = chance.one(worker.dossiers()).child();
    var deed =
        work.deed(
            worker,
            work.at(day, false),
            region.other(child, worker.role()),
            child,
            Optional.of(Lane.WETTELIJK),
            Ending.VERSTREKT,
            EnumSet.noneOf(Evidence.class));
    var wider = new HashSet<>(deed.categories());
    wider.addAll(chance.some(WIDER, 1));
    return with(deed, wider);
  }

  private static Deed with(Deed deed, Set<DataCategory> categories) {
    return new Deed(
        deed.row(),
        deed.at(),
        deed.by(),
        deed.from(),
        deed.to(),
        deed.child(),
        deed.purpose(),
        deed.lane(),
        deed.ending(),
        categories,
        deed.shows());
  }

  private Deed shortcut(LocalDate day) {
    int child = chance.one(worker.dossiers()).child();
    return work.deed(
        worker,
        work.at(day, false),
        region.other(child, worker.role()),
        child,
        Optional.of(Lane.OVERRIDE),
        Ending.VERSTREKT,
        EnumSet.of(Evidence.MELDCODE_VOLLEDIG));
  }
}
