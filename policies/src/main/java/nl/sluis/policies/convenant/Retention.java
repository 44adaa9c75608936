package nl.sluis.policies.convenant;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.policies.terms.LawRef;

/// How long what was received stays with whoever received it: what a code such as `R-JH` stands
/// for.
///
/// @param code the word by which rules name it
/// @param file what is kept, such as the pupil's file
/// @param term how long, in years and months; empty when whoever keeps the file decides, by the law
///   of its own trade
/// @param begins what starts the term
/// @param article where the term, or the duty to have one, stands
/// @param legalPoints the points of law that are open as long as no statute names the term
/// @param source where it stands: file and line of the YAML
public record Retention(
    String code,
    String file,
    Optional<Period> term,
    String begins,
    LawRef article,
    List<String> legalPoints,
    String source) {
  /// Copies its parts.
  public Retention {
    legalPoints = List.copyOf(legalPoints);
  }

  /// The term in plain Dutch, such as `20 jaar na het einde van de hulp`.
  public String inWords() {
    if (term.isEmpty()) {
      return "zo lang als wie het dossier houdt bepaalt, vanaf " + begins;
    }
    return term.get().isZero() ? "wordt niet bewaard" : length(term.get()) + " na " + begins;
  }

  private static String length(Period term) {
    var parts = new ArrayList<String>();
    if (term.getYears() > 0) {
      parts.add(term.getYears() + " jaar");
    }
    if (term.getMonths() > 0) {
      parts.add(term.getMonths() + (term.getMonths() == 1 ? " maand" : " maanden"));
    }
    return String.join(" en ", parts);
  }
}
