package nl.sluis.dev.misbruik;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.dev.misbruik.Worker.Dossier;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import nl.sluis.policies.toezicht.Deed;
import nl.sluis.policies.toezicht.Deed.Child;
import nl.sluis.policies.toezicht.Deed.Ending;
import nl.sluis.policies.toezicht.Evidence;

/// What the region does on an ordinary day: dossiers that open and close, questions to families,
/// messages that pass and messages that do not, colleagues who stand in, registers that are behind.
/// For one thread.
final class OrdinaryWork {
  private static final Purpose PURPOSE = new Purpose("kernteam-casusoverleg");
  private static final int WORKING_DAYS = 5;

  private final Region region;
  private final Chance chance;

  OrdinaryWork(Region region, Chance chance) {
    this.region = region;
    this.chance = chance;
  }

  /// What is on the desks before the first day.
  List<Deed> before(LocalDate first) {
    var asked = new ArrayList<Deed>();
    for (var worker : region.workers()) {
      for (int i = 0; i < worker.kind().dossiers(); i++) {
        opens(worker, first.minusDays(1)).ifPresent(asked::add);
      }
    }
    return asked;
  }

  /// One day.
  List<Deed> on(LocalDate day) {
    var deeds = new ArrayList<Deed>();
    boolean weekend = isWeekend(day);
    for (var worker : region.workers()) {
      if (!weekend && chance.in(0.15)) {
        worker.dossiers().remove(chance.below(worker.dossiers().size()));
        opens(worker, day).ifPresent(deeds::add);
      }
      double mean = weekend ? worker.pace() * worker.evening() / 2 : worker.pace() / WORKING_DAYS;
      int many = chance.times(mean);
      for (int i = 0; i < many; i++) {
        boolean late = weekend || chance.in(worker.evening());
        deeds.add(deed(worker, at(day, late)));
      }
    }
    return deeds;
  }

  private Optional<Deed> opens(Worker worker, LocalDate day) {
    int child = region.childFor();
    region.joins(child, worker.role());
    boolean asked = chance.in(0.85);
    worker.dossiers().add(new Dossier(child, asked, chance.in(0.85)));
    return asked
        ? Optional.of(
            new Deed(
                0,
                day.atTime(8, 0).atZone(Age.CALENDAR).toInstant(),
                worker.key(),
                worker.role(),
                region.other(child, worker.role()),
                Child.of(child),
                PURPOSE,
                Optional.empty(),
                Ending.GEVRAAGD,
                Set.of(),
                Set.of()))
        : Optional.empty();
  }

  private Deed deed(Worker worker, Instant at) {
    boolean standsIn = chance.in(0.03);
    var dossier = chance.one(standsIn ? colleague(worker).dossiers() : worker.dossiers());
    var other = region.other(dossier.child(), worker.role());
    var shows = shows(worker);
    if (chance.in(0.012)) {
      boolean acute = chance.in(0.2);
      shows.add(acute ? Evidence.ACUUT : Evidence.MELDCODE_VOLLEDIG);
      return deed(
          worker, at, other, dossier.child(), Optional.of(Lane.OVERRIDE), Ending.VERSTREKT, shows);
    }
    if (chance.in(0.04)) {
      return deed(worker, at, other, dossier.child(), Optional.empty(), Ending.AANGEHOUDEN, shows);
    }
    if (chance.in(worker.kind().byConsent())) {
      boolean yes = dossier.yes() && chance.in(0.99);
      if (yes) {
        shows.add(Evidence.TOESTEMMING);
      }
      return yes
          ? deed(
              worker,
              at,
              other,
              dossier.child(),
              Optional.of(Lane.TOESTEMMING),
              Ending.VERSTREKT,
              shows)
          : deed(worker, at, other, dossier.child(), Optional.empty(), Ending.GEWEIGERD, shows);
    }
    // Registers are behind now and then: what the law asks is then only claimed.
    if (chance.in(0.92)) {
      shows.add(Evidence.WETTELIJKE_TAAK);
    }
    return deed(
        worker, at, other, dossier.child(), Optional.of(Lane.WETTELIJK), Ending.VERSTREKT, shows);
  }

  private Set<Evidence> shows(Worker worker) {
    var shows = EnumSet.noneOf(Evidence.class);
    if (worker.kind().role() == Role.SCHOOL_IB && chance.in(0.97)) {
      shows.add(Evidence.EIGEN_INSCHRIJVING);
    }
    if (chance.in(0.05)) {
      shows.add(Evidence.OVERLEG);
    }
    return shows;
  }

  private Worker colleague(Worker worker) {
    var colleagues =
        region.workers().stream().filter(one -> one.role().equals(worker.role())).toList();
    return chance.one(colleagues);
  }

  /// One row, about any child.
  Deed deed(
      Worker worker,
      Instant at,
      PartyRole to,
      int child,
      Optional<Lane> lane,
      Ending ending,
      Set<Evidence> shows) {
    var categories = new HashSet<>(chance.some(worker.kind().categories(), chance.between(2, 3)));
    categories.add(DataCategory.K01);
    return new Deed(
        0,
        at,
        worker.key(),
        worker.role(),
        to,
        Child.of(child),
        PURPOSE,
        lane,
        ending,
        categories,
        shows);
  }

  /// A time on this day, in office hours or outside them.
  Instant at(LocalDate day, boolean late) {
    int hour = late && !isWeekend(day) ? chance.between(19, 23) : chance.between(8, 17);
    return day.atTime(LocalTime.of(hour, chance.below(60), chance.below(60)))
        .atZone(Age.CALENDAR)
        .toInstant();
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
