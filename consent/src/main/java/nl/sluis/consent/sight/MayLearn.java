package nl.sluis.consent.sight;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.facts.Records;
import nl.sluis.policies.terms.Age;

/// What one person may learn of what is on record about one child, at one instant.
///
/// The one gate before every list, notice and answer to a person. It narrows by itself: at twelve
/// the child sees its own lines, at sixteen its parents see only what they said themselves, and who
/// is shielded from a receiver never learns of it (design 10.14, `afgeschermdVoor`). Immutable; may
/// be shared between threads.
public final class MayLearn {
  private static final int OWN_VIEW = 12;
  private static final int PARENTS_VIEW_ENDS = 16;

  private final CustodyAt custody;

  /// How much somebody may learn.
  public enum Sight {
    /// The question, whether it is complete, and the own words.
    ALLES,
    /// The own words and the question they answered.
    EIGEN_WOORDEN,
    /// Nothing: as if the question were never put.
    NIETS
  }

  /// @param parameters how long custody may be relied on
  public MayLearn(ConsentParameters parameters) {
    this.custody = new CustodyAt(parameters);
  }

  /// How much this person may learn of a question to a receiver.
  ///
  /// @param subject the child
  /// @param person who looks
  /// @param records what is on record about this question, shields for its receiver among it
  /// @param spoke whether this person answered the question
  public Sight of(UUID subject, UUID person, Records records, boolean spoke, Instant at) {
    if (records.shielded().contains(person)) {
      return Sight.NIETS;
    }
    if (seesAll(subject, person, records, at)) {
      return Sight.ALLES;
    }
    return spoke ? Sight.EIGEN_WOORDEN : Sight.NIETS;
  }

  private boolean seesAll(UUID subject, UUID person, Records records, Instant at) {
    var birth = records.birth();
    if (birth == null) {
      return false;
    }
    var age = Age.at(birth, at);
    if (person.equals(subject)) {
      return !age.isBelow(OWN_VIEW);
    }
    return age.isBelow(PARENTS_VIEW_ENDS)
        && custody
            .on(records.custody(), at)
            .filter(fact -> fact.holders().contains(person))
            .isPresent();
  }
}
