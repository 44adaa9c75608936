package nl.sluis.policies.convenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Regime;

/// By what a rule leans on a point of law without naming it: whatever it does of these.
///
/// @param references the kinds of reference it takes
/// @param regimes the bodies of law under which it asks consent
/// @param categories the kinds of data it lets pass
public record Bearing(
    Set<ReferenceKind> references, Set<Regime> regimes, Set<DataCategory> categories) {
  /// Copies its parts.
  public Bearing {
    references = Set.copyOf(references);
    regimes = Set.copyOf(regimes);
    categories = Set.copyOf(categories);
  }

  /// A point on which only the rules lean that name it.
  public static Bearing none() {
    return new Bearing(Set.of(), Set.of(), Set.of());
  }

  /// Does a rule that is thus lean on the point?
  boolean isOn(
      Set<ReferenceKind> taken, ConsentRequirement consent, Map<DataCategory, CategoryRule> says) {
    return taken.stream().anyMatch(references::contains)
        || consent.regimes().stream().anyMatch(regimes::contains)
        || says.entrySet().stream()
            .filter(e -> e.getValue().presence() != Presence.VERBODEN)
            .anyMatch(e -> categories.contains(e.getKey()));
  }

  /// What makes a rule lean on it, in the words of the files; empty when nothing does.
  public List<String> inWords() {
    var words = new ArrayList<String>();
    references.stream().sorted().forEach(r -> words.add("verwijzing " + r.code()));
    regimes.stream().sorted().forEach(r -> words.add("regime " + r.code()));
    categories.stream().sorted().forEach(c -> words.add("gegevens " + c));
    return words;
  }
}
