package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// A message points at a person in a way its rule names; an anonymous one points at nobody (domain
/// 1.6 P7), and a BSN is used only with a right of one's own (UAVG 46).
final class Reference implements Check {
  @Override
  public List<Finding> of(Case it) {
    var reference = it.question().reference();
    if (it.isOn(Lane.ANONIEM)) {
      return reference == ReferenceKind.GEEN
          ? List.of()
          : List.of(Finding.refuses(Reason.BETROKKENE_NIET_TOEGESTAAN, reference.code()));
    }
    return switch (reference) {
      case GEEN -> List.of(Finding.refuses(Reason.BETROKKENE_ONBEKEND, reference.code()));
      case BSN ->
          it.rule().references().contains(reference) && mayUseBsn(it)
              ? List.of()
              : List.of(Finding.refuses(Reason.BSN_NIET_TOEGESTAAN, reference.code()));
      case EIGEN_KENMERK, KOPPELCODE ->
          it.rule().references().contains(reference)
              ? List.of()
              : List.of(Finding.refuses(Reason.BETROKKENE_NIET_TOEGESTAAN, reference.code()));
    };
  }

  /// Has the sender a statutory right to use the number?
  static boolean mayUseBsn(Case it) {
    var sender = it.convenant().parties().get(it.question().sender().oin());
    return sender != null && sender.bsnAllowed();
  }
}
