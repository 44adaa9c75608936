package nl.sluis.policies.toezicht;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import nl.sluis.policies.toezicht.Deed.ActorKey;
import nl.sluis.policies.toezicht.Deed.Child;
import nl.sluis.policies.toezicht.Deed.Ending;
import nl.sluis.policies.toezicht.Signal.About;

/// Rows for specs: an ordinary working day unless said otherwise.
final class Deeds {
  static final LocalDate DAY = LocalDate.of(2026, 11, 6);
  static final PartyRole CJG = new PartyRole(oin(1), Role.CJG_COACH);
  static final PartyRole GGD = new PartyRole(oin(2), Role.GGD_JEUGDARTS);
  static final PartyRole SCHOOL = new PartyRole(oin(3), Role.SCHOOL_IB);

  private long row;

  static Oin oin(int number) {
    return new Oin("%020d".formatted(number));
  }

  static PartyRole coachAt(int number) {
    return new PartyRole(oin(number), Role.CJG_COACH);
  }

  /// An office day, so many days before [#DAY], at ten.
  static Instant ago(int days) {
    return at(days, 10);
  }

  static Instant at(int days, int hour) {
    return LocalDateTime.of(DAY.minusDays(days), LocalTime.of(hour, 0))
        .atZone(Age.CALENDAR)
        .toInstant();
  }

  static ActorKey actor(PartyRole at, String key) {
    return new ActorKey(at.oin(), key);
  }

  static About.Person person(PartyRole at, String key) {
    return new About.Person(actor(at, key));
  }

  Deed refused(Instant at, PartyRole from, String who, PartyRole to, int child, Evidence... shows) {
    return deed(at, from, who, to, child, Optional.empty(), Ending.GEWEIGERD, shows);
  }

  Deed given(
      Instant at,
      PartyRole from,
      String who,
      PartyRole to,
      int child,
      Lane lane,
      Evidence... shows) {
    return deed(at, from, who, to, child, Optional.of(lane), Ending.VERSTREKT, shows);
  }

  Deed asked(Instant at, PartyRole from, String who, PartyRole to, int child) {
    return deed(at, from, who, to, child, Optional.empty(), Ending.GEVRAAGD);
  }

  private Deed deed(
      Instant at,
      PartyRole from,
      String who,
      PartyRole to,
      int child,
      Optional<Lane> lane,
      Ending ending,
      Evidence... shows) {
    var set = EnumSet.noneOf(Evidence.class);
    set.addAll(Set.of(shows));
    return new Deed(
        row++,
        at,
        actor(from, who),
        from,
        to,
        Child.of(child),
        new Purpose("kernteam-casusoverleg"),
        lane,
        ending,
        Set.of(DataCategory.K01, DataCategory.K09),
        set);
  }
}
