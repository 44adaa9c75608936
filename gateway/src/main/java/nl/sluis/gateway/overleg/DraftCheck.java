package nl.sluis.gateway.overleg;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.overleg.OverlegDraft.MemberDraft;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads what was handed in about a table, and gathers everything that is wrong. Used by one
/// thread.
final class DraftCheck {
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern FUNCTION = Pattern.compile("[\\p{L}][\\p{L} -]{1,59}");
  private static final Set<String> FAMILY = Set.of("uitgenodigd", "geinformeerd");

  private final ConvenantShelf shelf;
  private final SubjectReference references;
  private final Instant at;
  private final LocalDate day;
  private final List<Outcome.Fault> faults = new ArrayList<>();

  DraftCheck(ConvenantShelf shelf, SubjectReference references, Instant at) {
    this.shelf = shelf;
    this.references = references;
    this.at = at;
    this.day = LocalDate.ofInstant(at, Age.CALENDAR);
  }

  List<Outcome.Fault> faults() {
    return faults;
  }

  void purposeAndAgenda(OverlegKind kind, OverlegDraft draft) {
    if (!Purpose.isPurpose(draft.purpose())
        || !kind.purposes().contains(new Purpose(draft.purpose()))) {
      fault("doel", "Voor dit doel is dit overleg niet bedoeld; kies een doel van het overleg.");
    }
    if (!kind.agenda().containsKey(draft.agenda())) {
      fault("agendavraag", "Kies een agendavraag die het convenant bij dit overleg noemt.");
    }
    if (!FAMILY.contains(draft.familyHow())) {
      fault("gezin.hoe", "Zeg of het gezin is `uitgenodigd` of `geinformeerd`.");
    }
  }

  /// The day on which the family heard of the table and of who sit at it; never in the future.
  Optional<LocalDate> familyOn(OverlegDraft draft) {
    try {
      var told = LocalDate.parse(draft.familyOn());
      if (!told.isAfter(day)) {
        return Optional.of(told);
      }
    } catch (DateTimeParseException _) {
      // Told below, with the day in the future.
    }
    fault("gezin.datum", "Noem de dag waarop het gezin hoorde van het overleg en wie er zitten.");
    return Optional.empty();
  }

  /// A member with the keyed word for the person.
  Optional<Member> member(OverlegKind kind, MemberDraft draft, String field) {
    var role = Role.of(draft.role());
    if (!Oin.isOin(draft.oin()) || role.isEmpty() || !isBound(new Oin(draft.oin()), role.get())) {
      fault(field, "Deze organisatie heeft deze rol niet in het convenant.");
      return Optional.empty();
    }
    if (!kind.seats(role.get())) {
      fault(field, "Deze rol hoort niet aan deze tafel.");
    }
    if (!PERSON.matcher(draft.person()).matches() || BsnScan.holdsBsn(draft.person())) {
      fault(field, "`persoon` is het woord dat de organisatie zelf gebruikt, geen naam of BSN.");
    }
    if (!FUNCTION.matcher(draft.function()).matches()) {
      fault(field, "`functie` is een woord als `jeugdarts`.");
    }
    if (draft.reason().length() > 200 || BsnScan.holdsBsn(draft.reason())) {
      fault(field, "`reden` is ten hoogste tweehonderd tekens, zonder BSN.");
    }
    var oin = new Oin(draft.oin());
    return Optional.of(
        new Member(
            new PartyRole(oin, role.get()),
            OverlegRegister.keyed(references, oin, draft.person()),
            draft.function(),
            draft.caseOwner(),
            Member.isReason(draft.reason())));
  }

  private boolean isBound(Oin oin, Role role) {
    return shelf.known(oin, at).stream().anyMatch(p -> p.isBoundOn(day) && p.holds(role, day));
  }

  private void fault(String field, String sentence) {
    faults.add(new Outcome.Fault(field, sentence));
  }
}
