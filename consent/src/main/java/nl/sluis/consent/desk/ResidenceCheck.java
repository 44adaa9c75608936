package nl.sluis.consent.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads in which municipality a child lives, and finds everything that is wrong with it.
final class ResidenceCheck {
  /// The name of a municipality, such as `Haarlem` or `'s-Hertogenbosch`; an address holds digits.
  private static final String UNKNOWN = "onbekend";

  private static final Pattern NAME =
      Pattern.compile("onbekend|('[st][- ])?\\p{Lu}[\\p{L} .'-]{1,55}");

  private ResidenceCheck() {}

  static boolean isName(String municipality) {
    return NAME.matcher(municipality).matches();
  }

  static boolean isUnknown(String municipality) {
    return UNKNOWN.equals(municipality);
  }

  /// What was read.
  record Read(String municipality, LocalDate validFrom) {}

  static Optional<Read> check(FamilyDraft.@Nullable Residence draft, Faults faults) {
    if (draft == null) {
      return Optional.empty();
    }
    boolean named = isName(draft.municipality());
    faults.addIf(
        !named,
        "gemeente.naam",
        "Noem de gemeente waar het kind woont, zoals Haarlem, of `onbekend`; geen adres.");
    var from = faults.date("gemeente.geldigVanaf", draft.validFrom());
    from.ifPresent(
        day ->
            faults.addIf(
                day.isAfter(faults.today().plusYears(1)),
                "gemeente.geldigVanaf",
                "Een verhuizing kan ten hoogste een jaar vooruit worden vastgelegd."));
    return from.filter(_ -> named).map(day -> new Read(draft.municipality(), day));
  }
}
