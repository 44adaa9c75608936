package nl.sluis.gateway.bewijs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.desk.AskRecord;
import nl.sluis.consent.desk.AskRecord.Happened;

/// One question as one person may take it along.
///
/// @param asked the question; of what happened to it only `own` may be told
/// @param words what the convenant of that moment says of it
/// @param own what this person said to it, in order
/// @param complete whether every yes that is needed is there; empty when that is not this person's
///   business
/// @param self whether this person is the one it is about
record Seen(
    AskRecord asked, Words words, List<Happened> own, Optional<Boolean> complete, boolean self) {
  Seen {
    own = List.copyOf(own);
  }

  /// How it stands, in the word that a family sees.
  Optional<String> standing() {
    return complete.map(all -> all ? "compleet" : "in-behandeling");
  }

  /// Is its term over at this instant?
  boolean isOver(Instant now) {
    return !now.isBefore(asked.asked().ask().validUntil());
  }
}
