package nl.sluis.policies.rules;

import java.util.List;
import nl.sluis.policies.terms.Reason;

/// What the law sends through another channel does not run through Sluis as well (Leerplichtwet
/// 1969 21a: the register of DUO).
final class OtherChannel implements Check {
  @Override
  public List<Finding> of(Case it) {
    return it.rule().otherChannel().stream()
        .map(channel -> Finding.refuses(Reason.ANDER_KANAAL, channel))
        .toList();
  }
}
