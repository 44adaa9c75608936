package nl.sluis.policies.export;

import static nl.sluis.policies.export.Holds.all;
import static nl.sluis.policies.export.Holds.no;
import static nl.sluis.policies.export.Holds.oneOf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;

/// What must happen because a message passes by one rule.
final class ObligationSentences {
  private ObligationSentences() {}

  static List<Sentence> of(Rule rule) {
    var said = new ArrayList<Sentence>();
    for (var obligation : rule.obligations().stream().sorted().toList()) {
      said.add(must(rule.id(), obligation, Holds.always()));
    }
    var sometimes = new EnumMap<Obligation, Holds>(Obligation.class);
    boolean override = rule.lane() == Lane.OVERRIDE;
    if (override && !rule.forwarded().contains("meldcode")) {
      sometimes.put(Obligation.NACONTROLE, Holds.always());
    } else if (override) {
      var whole = oneOf(Fact.MELDCODE, "volledig");
      sometimes.put(Obligation.NACONTROLE, whole);
      sometimes.put(Obligation.EMBARGO_HERBEOORDELEN, all(whole, no(Fact.GEZIN_INGELICHT)));
    }
    if (rule.lane() == Lane.OVERRIDE || rule.lane() == Lane.WETTELIJK) {
      sometimes.put(
          Obligation.CONVENANT_VERLOPEN_GEMELD, oneOf(Fact.STAND, "verlopen", "ingehaald"));
    }
    sometimes.keySet().removeAll(rule.obligations());
    sometimes.forEach((obligation, when) -> said.add(must(rule.id(), obligation, when)));
    return said;
  }

  static Sentence must(String ruleId, Obligation obligation, Holds when) {
    return new Sentence(
        ruleId + "/" + obligation.code(), true, Asked.obligation(obligation.code()), when);
  }
}
