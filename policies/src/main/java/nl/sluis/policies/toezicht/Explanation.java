package nl.sluis.policies.toezicht;

import java.util.Set;
import nl.sluis.policies.terms.Lane;

/// A reason why a row is plain, as the policy says it: when all of its evidence is there, nobody
/// needs to look. Immutable.
///
/// @param id by which it is named in a report
/// @param sentence what it says to who reads it, in Dutch
/// @param endings for what came of it
/// @param lanes for which roads; none stands for all
/// @param needs the evidence that must all be there; at least one
public record Explanation(
    String id, String sentence, Set<Deed.Ending> endings, Set<Lane> lanes, Set<Evidence> needs) {
  /// Copies its sets.
  public Explanation {
    endings = Set.copyOf(endings);
    lanes = Set.copyOf(lanes);
    needs = Set.copyOf(needs);
  }

  /// Does it explain this deed?
  ///
  /// @param known what the row and what came before it show
  boolean explains(Deed deed, Set<Evidence> known) {
    return endings.contains(deed.ending())
        && (lanes.isEmpty() || deed.lane().filter(lanes::contains).isPresent())
        && known.containsAll(needs);
  }
}
