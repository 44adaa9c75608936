package nl.sluis.policies.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.HeldRole;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Bit;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// What one party is and may do, as stretches of time with one bit per role.
final class PartyTimeline {
  static final int BOUND = 1;
  static final int SUSPENDED = 2;

  private final Party party;
  private final long[] starts;
  private final int[] state;
  private final long[] roles;

  PartyTimeline(Party party) {
    this.party = party;
    var days = new TreeSet<LocalDate>();
    add(days, party.bound());
    party.suspensions().forEach(s -> add(days, s));
    party.roles().forEach(r -> add(days, r.days()));
    this.starts = days.stream().mapToLong(PartyTimeline::midnight).toArray();
    this.state = days.stream().mapToInt(this::stateOn).toArray();
    this.roles = days.stream().mapToLong(this::rolesOn).toArray();
  }

  /// The stretch that holds this second; -1 before all of them, when nothing holds.
  int at(long second) {
    int found = Arrays.binarySearch(starts, second);
    return found >= 0 ? found : -found - 2;
  }

  boolean isBound(int stretch) {
    return stretch >= 0 && (state[stretch] & BOUND) != 0;
  }

  boolean isSuspended(int stretch) {
    return stretch >= 0 && (state[stretch] & SUSPENDED) != 0;
  }

  boolean holds(int stretch, Role role) {
    return stretch >= 0 && Bit.in(roles[stretch], role);
  }

  String kind() {
    return party.kind();
  }

  boolean mayUseBsn() {
    return party.bsnAllowed();
  }

  boolean hasAsContact(Oin receiver, Role role) {
    return receiver.equals(party.fixedContacts().get(role));
  }

  private int stateOn(LocalDate day) {
    return (party.isBoundOn(day) ? BOUND : 0) | (party.isSuspendedOn(day) ? SUSPENDED : 0);
  }

  private long rolesOn(LocalDate day) {
    long mask = 0;
    for (HeldRole held : party.roles()) {
      mask |= held.days().hold(day) ? Bit.of(held.role()) : 0;
    }
    return mask;
  }

  private static void add(Set<LocalDate> days, Days stretch) {
    days.add(stretch.first());
    stretch.end().ifPresent(days::add);
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(Age.CALENDAR).toEpochSecond();
  }
}
