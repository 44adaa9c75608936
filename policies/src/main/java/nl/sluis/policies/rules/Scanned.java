package nl.sluis.policies.rules;

import java.util.Comparator;
import java.util.List;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// What reading the content brought up. On the lane of safety it costs that category, never the
/// report.
public final class Scanned implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.question().findings().stream()
        .sorted(Comparator.comparing(ScanFinding.Found::where).thenComparing(f -> f.what()))
        .map(found -> finding(it, found))
        .toList();
  }

  private static Finding finding(Case it, ScanFinding.Found found) {
    var category = DataCategory.of(found.where());
    return it.isOn(Lane.OVERRIDE) && category.isPresent()
        ? new Finding.Withholds(category.get(), reason(found.what()))
        : Finding.refuses(reason(found.what()), found.where());
  }

  /// The reason under which a finding is told.
  public static Reason reason(ScanFinding what) {
    return switch (what) {
      case BSN_IN_TEKST -> Reason.BSN_NIET_TOEGESTAAN;
      case IDENTIFICEREND -> Reason.IDENTIFICEREND_IN_ANONIEME_STROOM;
      case VORM_ONJUIST -> Reason.VORM_ONJUIST;
      case VERBODEN_ONDERWERP -> Reason.VERBODEN_ONDERWERP;
      case HERLEIDBAAR -> Reason.CIJFER_HERLEIDBAAR;
      case GEDOMINEERD -> Reason.CIJFER_GEDOMINEERD;
      case TE_VEEL_CIJFERS -> Reason.CIJFERS_TE_VEEL;
      case MUUR -> Reason.MUUR_TUSSEN_ROLLEN;
      case ROL_NIET_GEKOZEN -> Reason.ROL_NIET_GEKOZEN;
      case ONTVANGER_ZONDER_OTS -> Reason.ONTVANGER_NIET_BEVOEGD_OVERRIDE;
      case GEEN_MENSELIJK_BESLUIT -> Reason.GEEN_MENSELIJK_BESLUIT;
      case NIET_GEVRAAGD -> Reason.NIET_GEVRAAGD;
      case ANDERE_TEKST -> Reason.ANDERE_TEKST_GELEZEN;
      case TEGENGEHOUDEN -> Reason.TEKST_TEGENGEHOUDEN;
    };
  }
}
