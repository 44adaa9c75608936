package nl.sluis.policies.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Reason;

/// Some rules hold between sorts of organisation only, as from a primary to a secondary school.
final class KindsMatch implements Check {
  @Override
  public List<Finding> of(Case it) {
    var findings = new ArrayList<Finding>();
    if (!matches(it, it.question().sender().oin(), it.rule().fromKinds())) {
      findings.add(Finding.refuses(Reason.ROL_NIET_BEVOEGD, "soort-afzender"));
    }
    if (!matches(it, it.question().receiver().oin(), it.rule().toKinds())) {
      findings.add(Finding.refuses(Reason.ROL_NIET_BEVOEGD, "soort-ontvanger"));
    }
    return findings;
  }

  private static boolean matches(Case it, Oin oin, Set<String> kinds) {
    var party = it.convenant().parties().get(oin);
    return kinds.isEmpty() || party == null || kinds.contains(party.kind());
  }
}
