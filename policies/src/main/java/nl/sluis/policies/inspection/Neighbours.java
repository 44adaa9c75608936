package nl.sluis.policies.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.terms.NonEmpty;

/// Versions that cannot stand beside each other: they would both speak of one child on one day. A
/// later version of one convenant does not: it follows the earlier one.
final class Neighbours {
  private Neighbours() {}

  static List<ConvenantFault> faults(Heads heads) {
    var used = heads.whole().values().stream().filter(Convenant::isInUse).toList();
    if (used.isEmpty()) {
      return List.of();
    }
    var faults = new ArrayList<ConvenantFault>();
    for (var aside : new ConvenantShelf(new NonEmpty<>(used)).setAside()) {
      heads.whole().entrySet().stream()
          .filter(entry -> entry.getValue().equals(aside.convenant()))
          .map(Map.Entry::getKey)
          .forEach(folder -> faults.add(heads.fault(folder, "geldigVan", aside.why())));
    }
    return faults;
  }
}
