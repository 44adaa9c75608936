package nl.sluis.gateway.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where organisations say that somebody works for both, and where that person chooses a role.
///
/// A declaration counts once both organisations made it, so that none can stop another's people.
/// May be shared between threads.
public final class PersonDesk {
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int LONGEST_YEARS = 2;

  private final CurrentLaw law;
  private final Mandates mandates;
  private final SubjectReference references;
  private final Supplier<UUID> ids;
  private final PersonTable table;

  /// @param region in whose part of the database it stands
  /// @param references keys the words for people
  /// @param ids random identifiers
  public PersonDesk(
      String region,
      CurrentLaw law,
      Mandates mandates,
      SubjectReference references,
      Supplier<UUID> ids) {
    this.law = law;
    this.mandates = mandates;
    this.references = references;
    this.ids = ids;
    this.table = new PersonTable(region);
  }

  static String keyed(SubjectReference references, Oin oin, String person) {
    return HexFormat.of().formatHex(references.keyedEmployee(oin, person));
  }

  /// Says that somebody of ours is somebody of theirs, for a time.
  public Work<Outcome> declare(
      Oin caller,
      PartyRole party,
      String person,
      String otherOin,
      String otherPerson,
      String from,
      String until) {
    return new Filing(
        Needs.nothing(),
        EntryKind.PERSON,
        onBehalf(caller, party),
        (found, detail) -> {
          if (!isPerson(person) || !isPerson(otherPerson)) {
            return Filing.fault("persoon", "Gebruik het woord van de organisatie, geen naam.");
          }
          if (!Oin.isOin(otherOin) || otherOin.equals(party.oin().value())) {
            return Filing.fault("ook.oin", "Noem het OIN van de andere organisatie.");
          }
          var first = day(from);
          var last = day(until);
          if (first.isEmpty()
              || last.isEmpty()
              || !last.get().isAfter(first.get())
              || last.get().isAfter(first.get().plusYears(LONGEST_YEARS))) {
            return Filing.fault("tot", "Noem twee dagen, ten hoogste twee jaar uit elkaar.");
          }
          var id = ids.get();
          table.declare(
              found.tx(),
              id,
              keyed(references, party.oin(), person),
              keyed(references, new Oin(otherOin), otherPerson),
              party,
              first.get(),
              last.get(),
              found.at());
          // Nobody is kept from saying it: a declaration only puts up walls. Whether the convenant
          // knows of it stands in the row, and the caller hears it.
          var named =
              law.now().namesSecondment(party, new Oin(otherOin), first.get(), found.at())
                  ? "ja"
                  : "nee";
          detail.put("handeling", "verklaard").put("ook", otherOin);
          detail.put("vanaf", from).put("tot", until).put("volgensConvenant", named);
          return new Filing.Result.Filed(id.toString(), Map.of("volgensConvenant", named));
        });
  }

  /// Chooses the role in which somebody acts until midnight; one role at a time.
  public Work<Outcome> choose(Oin caller, PartyRole party, String person) {
    return new Filing(
        Needs.nothing(),
        EntryKind.PERSON,
        onBehalf(caller, party),
        (found, detail) -> {
          if (!isPerson(person)) {
            return Filing.fault("persoon", "Gebruik het woord van de organisatie, geen naam.");
          }
          var own = keyed(references, party.oin(), person);
          var day = LocalDate.ofInstant(found.at(), Age.CALENDAR);
          var same = new TreeSet<String>();
          same.add(own);
          same.addAll(table.links(found.tx(), day).getOrDefault(own, Set.of()));
          table.lock(found.tx(), same);
          var other =
              table.chosen(found.tx(), same, found.at()).stream()
                  .anyMatch(c -> !c.seat().equals(party));
          if (other) {
            return Filing.notAllowed(
                Denial.ROL_AL_GEKOZEN, "Deze persoon koos al een andere rol; sluit die eerst.");
          }
          var id = ids.get();
          table.choose(found.tx(), id, own, party, found.at(), midnight(day));
          detail.put("handeling", "gekozen");
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// Closes a choice, so that another can be made.
  public Work<Outcome> close(Oin caller, PartyRole party, UUID id) {
    return new Filing(
        Needs.nothing(),
        EntryKind.PERSON,
        onBehalf(caller, party),
        (found, detail) -> {
          if (!table.close(found.tx(), id, party.oin(), found.at())) {
            return Filing.notThere();
          }
          detail.put("handeling", "gesloten");
          return new Filing.Result.Filed(id.toString());
        });
  }

  private static Instant midnight(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
  }

  private static boolean isPerson(String word) {
    return PERSON.matcher(word).matches() && !BsnScan.holdsBsn(word);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private OnBehalf onBehalf(Oin caller, PartyRole party) {
    return new OnBehalf(caller, party, Optional.empty(), EnumSet.allOf(Role.class), law, mandates);
  }
}
