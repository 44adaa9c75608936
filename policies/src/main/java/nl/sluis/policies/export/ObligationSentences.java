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
    if (asksMeldcode(rule)) {
      var whole = oneOf(Fact.MELDCODE, "volledig");
      sometimes.put(Obligation.NACONTROLE, whole);
      sometimes.put(Obligation.EMBARGO_HERBEOORDELEN, all(whole, no(Fact.GEZIN_INGELICHT)));
    }
    if (rule.lane() == Lane.OVERRIDE && !asksMeldcode(rule)) {
      sometimes.put(Obligation.NACONTROLE, Holds.always());
    }
    if (rule.lane() == Lane.OVERRIDE || rule.lane() == Lane.WETTELIJK) {
      sometimes.put(
          Obligation.CONVENANT_VERLOPEN_GEMELD, oneOf(Fact.STAND, "verlopen", "ingehaald"));
    }
    sometimes.keySet().removeAll(rule.obligations());
    sometimes.forEach((obligation, when) -> said.add(must(rule.id(), obligation, when)));
    return said;
  }

  /// An answer to who the law already lets ask does not carry the record of the meldcode.
  static boolean asksMeldcode(Rule rule) {
    return rule.lane() == Lane.OVERRIDE && rule.forwarded().contains("meldcode");
  }

  static Sentence must(String ruleId, Obligation obligation, Holds when) {
    return new Sentence(
        ruleId + "/" + obligation.code(), true, Asked.obligation(obligation.code()), when);
  }
}
