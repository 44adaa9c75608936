package nl.sluis.gateway.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.gateway.contact.ContactDesk.ContactDraft;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What is wrong with a line for the contact register, all at once.
final class ContactCheck {
  private static final Set<String> KINDS = Set.of("vast", "afwezig", "aanwezig", "vervanging");
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,6}");
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int DAYS_BACK = 31;

  private ContactCheck() {}

  static List<Outcome.Fault> faults(ContactDraft draft, Instant at) {
    var faults = new ArrayList<Outcome.Fault>();
    var from = day(draft.from());
    var until = day(draft.until());
    add(faults, !Oin.isOin(draft.school()), "school", "Noem de school met haar OIN.");
    add(
        faults,
        !KINDS.contains(draft.kind()),
        "soort",
        "Kies vast, afwezig, aanwezig of vervanging.");
    add(faults, !WORD.matcher(draft.part()).matches(), "deel", "Noem het deel van de school.");
    add(
        faults,
        !WORD.matcher(draft.team()).matches(),
        "team",
        "Noem het team, zoals `gebiedsteam`.");
    add(
        faults,
        !isPerson(draft.person()),
        "persoon",
        "`persoon` is het woord dat u zelf gebruikt, geen naam of BSN.");
    add(
        faults,
        draft.kind().equals("vervanging") != isPerson(draft.replaces()),
        "vervangt",
        "Noem bij een vervanging, en alleen dan, wie er vervangen wordt.");
    // A line about long ago would rewrite who a parcel was for.
    var first = LocalDate.ofInstant(at, Age.CALENDAR).minusDays(DAYS_BACK);
    add(
        faults,
        from.isEmpty() || from.get().isBefore(first),
        "vanaf",
        "Noem de eerste dag, ten hoogste een maand terug.");
    add(
        faults,
        !draft.until().isEmpty()
            && (until.isEmpty() || from.isEmpty() || !until.get().isAfter(from.get())),
        "tot",
        "`tot` is een dag na `vanaf`, of ontbreekt.");
    return faults;
  }

  private static boolean isPerson(String word) {
    return PERSON.matcher(word).matches() && !BsnScan.holdsBsn(word);
  }

  private static void add(List<Outcome.Fault> to, boolean wrong, String field, String sentence) {
    if (wrong) {
      to.add(new Outcome.Fault(field, sentence));
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
