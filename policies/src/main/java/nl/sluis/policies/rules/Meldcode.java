package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Safety goes before consent only with the whole record of the meldcode (Wmo 2015 5.2.6; Besluit
/// verplichte meldcode); a family that was not told yet is not shown the row before its review.
///
/// An answer to Veilig Thuis, the Raad or a GI with an OTS (BW 1:240; Jeugdwet 7.3.11) does not
/// forward the record: its preconditions are its own short record. It is looked back on as well.
final class Meldcode implements Check {
  @Override
  public List<Finding> of(Case it) {
    if (!it.isOn(Lane.OVERRIDE)) {
      return List.of();
    }
    if (!it.rule().forwarded().contains("meldcode")) {
      return List.of(new Finding.Requires(Obligation.NACONTROLE));
    }
    return switch (it.question().meldcode()) {
      case MeldcodeState.Absent() ->
          List.of(Finding.holds(Reason.MELDCODE_ONVOLLEDIG, "het meldcodeformulier ontbreekt"));
      case MeldcodeState.Incomplete(var gaps) ->
          gaps.stream().map(gap -> Finding.holds(Reason.MELDCODE_ONVOLLEDIG, gap)).toList();
      case MeldcodeState.Complete(boolean familyInformed) ->
          familyInformed
              ? List.of(new Finding.Requires(Obligation.NACONTROLE))
              : List.of(
                  new Finding.Requires(Obligation.NACONTROLE),
                  new Finding.Requires(Obligation.EMBARGO_HERBEOORDELEN));
      case MeldcodeState.Acute() -> List.of(new Finding.Requires(Obligation.NACONTROLE));
    };
  }
}
