package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.terms.Reason;

/// A school speaks with its own fixed contact, not with any party that holds the role.
final class FixedReceiver implements Check {
  @Override
  public List<Finding> of(Case it) {
    if (!it.rule().fixedContact()) {
      return List.of();
    }
    var receiver = it.question().receiver();
    var sender = it.convenant().parties().get(it.question().sender().oin());
    boolean fixed =
        sender != null && receiver.oin().equals(sender.fixedContacts().get(receiver.role()));
    return fixed
        ? List.of()
        : List.of(Finding.refuses(Reason.NIET_DE_VASTE_ONTVANGER, receiver.role().code()));
  }
}
