package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.desk.WithdrawalDraft;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Puts a stop on record again that was lost with a backup and that a receipt proves.
///
/// All that follows from a word about a consent follows from it too: what waits is withheld, and
/// who got something is told to stop. A yes never comes back this way. May be shared between
/// threads.
public final class ReentryDesk {
  private final ConsentDesk consents;
  private final Words words;

  /// @param words what follows from a word about a consent
  public ReentryDesk(ConsentDesk consents, Words words) {
    this.consents = consents;
    this.words = words;
  }

  /// A yes that this person had taken back, or a no.
  ///
  /// @param person who said it, by the id that stands for that person at this child
  /// @param categories for which categories; empty for all
  /// @param said when it was said first
  public Work<Outcome> stop(ConsentAsk ask, UUID person, List<String> categories, Instant said) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.toWrite(ask.subject());
      }

      @Override
      public Plan<Outcome> plan(Found found) throws SQLException {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("door", person.equals(ask.subject()) ? "jongere" : "ouder-of-voogd");
        detail.put("persoon", person.toString());
        detail.put("toestemming", ask.id().toString()).put("kanaal", Channel.PORTAAL.code());
        detail.set("categorieen", QuestionJson.words(categories));
        var draft =
            new WithdrawalDraft(
                new Voice.Own(person), Channel.PORTAAL.code(), said.toString(), categories, null);
        var by = new Recorder.Portal(person);
        var result =
            words.about(
                found,
                ask,
                () -> Filing.Result.of(consents.withdraw(found.tx(), ask, draft, by, found.at())));
        return Kept.of(result, EntryKind.WITHDRAWAL, found, detail);
      }
    };
  }
}
