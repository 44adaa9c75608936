package nl.sluis.policies.convenant;

import nl.sluis.policies.terms.Reason;

/// Which convenant speaks of one exchange about one child.
public sealed interface Governing {
  /// This one does. Whether it allows the exchange is another question.
  record Speaks(Speaking speaking) implements Governing {}

  /// More than one could, and what is known of the child does not choose between them.
  ///
  /// @param why what is missing
  record Unclear(Reason.Told why) implements Governing {}
}
