package nl.sluis.policies.decision;

import java.util.HashMap;
import java.util.Map;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Bit;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// One version of a convenant, compiled: per purpose a table of sender role by receiver role.
///
/// Says of every question what [Interpreter] says; the enumeration of the decision space proves it.
/// Immutable; may be shared between threads.
final class RuleIndex {
  private static final int ROLES = Role.values().length;

  static {
    if (ROLES > Long.SIZE) {
      throw new ExceptionInInitializerError("a role is one bit of a long");
    }
  }

  private final String version;
  private final Map<Oin, PartyTimeline> parties = new HashMap<>();
  private final Map<Purpose, Table> tables = new HashMap<>();
  private final AcuteIndex acute;

  /// What is said of one purpose.
  private static final class Table {
    private final @Nullable RuleMasks[] cells = new RuleMasks[ROLES * ROLES];

    /// The roles to which every override of this purpose goes; all ones when there is no override.
    long safeReceivers = -1;

    @Nullable RuleMasks at(Role from, Role to) {
      return cells[Bit.place(from) * ROLES + Bit.place(to)];
    }

    /// Where two rules speak of the same, the first does.
    void put(Role from, Role to, RuleMasks rule) {
      if (at(from, to) == null) {
        cells[Bit.place(from) * ROLES + Bit.place(to)] = rule;
      }
    }
  }

  RuleIndex(Convenant convenant) {
    this.version = convenant.version();
    convenant.parties().forEach((oin, party) -> parties.put(oin, new PartyTimeline(party)));
    for (var rule : convenant.rules()) {
      add(rule, new RuleMasks(rule, convenant));
    }
    this.acute = new AcuteIndex(convenant.rules());
  }

  private void add(Rule rule, RuleMasks masks) {
    var table = tables.computeIfAbsent(rule.purpose(), _ -> new Table());
    for (var from : rule.from()) {
      for (var to : rule.to()) {
        table.put(from, to, masks);
      }
    }
    if (rule.lane() == Lane.OVERRIDE) {
      table.safeReceivers &= Bit.of(rule.to());
    }
  }

  /// Decides, by this version as it stands between the two.
  Decision decide(Question question, Standing standing) {
    var sides =
        new Sides(
            question, parties.get(question.sender().oin()), parties.get(question.receiver().oin()));
    if (question.meldcode() instanceof MeldcodeState.Acute) {
      return acute.decide(question, sides, standing);
    }
    var table = tables.get(question.purpose());
    var rule =
        table == null ? null : table.at(question.sender().role(), question.receiver().role());
    return rule == null
        ? silence(question, sides, table)
        : new MaskedCase(question, rule, sides).decide(standing, version);
  }

  private static Refusal silence(Question question, Sides sides, @Nullable Table table) {
    var tally = new Tally();
    sides.bound(tally);
    if (table == null) {
      tally.refuse(new Reason.Told(Reason.DOEL_NIET_IN_CONVENANT, question.purpose().code()));
    } else if (!Bit.in(table.safeReceivers, question.receiver().role())) {
      tally.refuse(AcuteReport.onlyToVeiligThuis());
    } else {
      var told = question.sender().role() + " naar " + question.receiver().role();
      tally.refuse(new Reason.Told(Reason.ROL_NIET_BEVOEGD, told));
    }
    return tally.refusal("");
  }
}
