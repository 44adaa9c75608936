package nl.sluis.policies.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// Both must have signed, be bound on this day, and hold the role in which they act.
public final class PartiesAreBound implements Check {
  @Override
  public List<Finding> of(Case it) {
    return reasons(it.question(), it.convenant(), it.day()).stream()
        .map(told -> (Finding) new Finding.Refuses(told))
        .toList();
  }

  /// The same, for a question that no rule speaks of.
  public static List<Reason.Told> reasons(Question question, Convenant convenant, LocalDate day) {
    var reasons = new ArrayList<Reason.Told>();
    check(question.sender(), "afzender", convenant, day, reasons);
    check(question.receiver(), "ontvanger", convenant, day, reasons);
    return reasons;
  }

  private static void check(
      PartyRole who, String side, Convenant convenant, LocalDate day, List<Reason.Told> reasons) {
    var party = convenant.parties().get(who.oin());
    if (party == null) {
      reasons.add(new Reason.Told(Reason.PARTIJ_ONBEKEND, side));
      return;
    }
    if (!party.isBoundOn(day)) {
      reasons.add(new Reason.Told(Reason.PARTIJ_NIET_TOEGETREDEN, side));
    }
    if (party.isSuspendedOn(day)) {
      reasons.add(new Reason.Told(Reason.PARTIJ_GESCHORST, side));
    }
    if (!party.holds(who.role(), day)) {
      reasons.add(new Reason.Told(Reason.ROL_NIET_BEVOEGD, side));
    }
  }
}
