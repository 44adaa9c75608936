package nl.sluis.consent.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.event.ConsentEvent;

/// One question with everything that happened to it, as it stands on record: what a receipt is made
/// from.
///
/// It holds the words of every giver: who shows it MUST pick what that person may know (AVG 15(4)).
/// Immutable; may be shared between threads.
///
/// @param asked the question and the text that was shown
/// @param legalFunction what the yes is for, such as `avg-toestemming`
/// @param askedAt when it was put on record
/// @param events what happened, in order
public record AskRecord(Asked asked, String legalFunction, Instant askedAt, List<Happened> events) {
  /// Copies its parts.
  public AskRecord {
    events = List.copyOf(events);
  }

  /// One thing that happened, and who wrote it down.
  ///
  /// @param event what happened
  /// @param recordedAt when it was written down; it counts from the commit
  /// @param recordedBy who wrote it down, as [Recorder#code] says it
  /// @param read the text that the speaker had on a screen; empty when it was said another way
  public record Happened(
      ConsentEvent event,
      Instant recordedAt,
      String recordedBy,
      Optional<ConsentDraft.Text> read) {}

  /// What happened under this number.
  public Optional<Happened> event(long seq) {
    return events.stream().filter(one -> one.event().seq() == seq).findFirst();
  }
}
