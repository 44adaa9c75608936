package nl.sluis.gateway.toezicht;

import java.util.Optional;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;

/// Why an officer wants to know whom a row is about: a reason and some words of its own.
///
/// @param reason which
/// @param words at least [#LEAST] characters, at most [#MOST]; kept in the row of the look, which
///   is sealed with the key of that person and ends with it
record Opening(LookReason reason, String words) {
  /// Fewer say nothing (a reason that says nothing cannot be reviewed, `portals.md` 4.3).
  static final int LEAST = 20;

  /// More is a story, and belongs in a file.
  static final int MOST = 500;

  /// What a form says; empty when no reason was chosen or too little was written.
  ///
  /// @throws InputFault when no form of ours can have sent it
  static Optional<Opening> of(Asked asked) throws InputFault {
    var words = asked.one("toelichting");
    var reason = LookReason.of(asked.one("reden-openen"));
    if (words.length() > MOST) {
      throw new InputFault("toelichting");
    }
    return words.length() < LEAST ? Optional.empty() : reason.map(why -> new Opening(why, words));
  }

  @Override
  public String toString() {
    return "opening because of " + reason.word();
  }
}
