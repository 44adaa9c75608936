package nl.sluis.gateway.overleg;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.terms.Age;

/// That the members of a table met, as the owner of the case hands it in. Immutable.
///
/// @param day the day on which they met
/// @param family `erbij` or `niet-erbij`: whether the family sat there too
/// @param seats who was there, by organisation and role
public record MeetingDraft(String day, String family, List<Seat> seats) {
  private static final Set<String> FAMILY = Set.of("erbij", "niet-erbij");

  /// A place at the table, as it was handed in.
  ///
  /// @param oin the organisation
  /// @param role the role there
  public record Seat(String oin, String role) {
    private boolean isOf(Member member) {
      return member.seat().oin().value().equals(oin) && member.seat().role().code().equals(role);
    }
  }

  /// Copies its list.
  public MeetingDraft {
    seats = List.copyOf(seats);
  }

  /// Everything that is wrong with it for this table. Who was not on the frozen list was not there:
  /// the family did not know of them.
  List<Outcome.Fault> faults(Overleg overleg, Instant now) {
    var faults = new ArrayList<Outcome.Fault>();
    var frozen = overleg.frozenAt().map(at -> LocalDate.ofInstant(at, Age.CALENDAR));
    if (frozen.isEmpty()) {
      faults.add(
          new Outcome.Fault(
              "namens", "Bevries eerst de lijst; pas daarna komt een overleg bijeen."));
    }
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    if (met()
        .filter(met -> !met.isAfter(today) && !frozen.filter(met::isBefore).isPresent())
        .isEmpty()) {
      faults.add(
          new Outcome.Fault(
              "gehoudenOp", "Noem de dag van het overleg: na het bevriezen, niet later dan nu."));
    }
    if (!FAMILY.contains(family)) {
      faults.add(new Outcome.Fault("gezin", "Zeg of het gezin `erbij` of `niet-erbij` was."));
    }
    if (seats.isEmpty()) {
      faults.add(new Outcome.Fault("aanwezig", "Noem wie er waren."));
    }
    for (int i = 0; i < seats.size(); i++) {
      if (overleg.members().stream().noneMatch(seats.get(i)::isOf)) {
        faults.add(
            new Outcome.Fault("aanwezig[" + i + "]", "Wie niet op de lijst staat zat er niet."));
      }
    }
    return faults;
  }

  private Optional<LocalDate> met() {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// The members on the list whose seat was there.
  List<Member> present(Overleg overleg) {
    return overleg.members().stream()
        .filter(member -> seats.stream().anyMatch(seat -> seat.isOf(member)))
        .toList();
  }
}
