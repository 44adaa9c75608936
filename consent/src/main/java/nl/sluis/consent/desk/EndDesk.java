package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.subject.PersonSeal;
import org.jspecify.annotations.Nullable;

/// Where a consent ends otherwise than by the words of a giver, and where a mistake is set right.
///
/// Nothing here can make a yes of anything: an end ends, and a correction leaves the person whose
/// words it is about to speak again. May be shared between threads; it runs in the caller's
/// transaction, after the caller locked the subject.
public final class EndDesk {
  private final ConsentTable table;
  private final CorrectionTable corrections;
  private final Contexts contexts;

  /// What became of it.
  ///
  /// @param filed it is on record, or everything that is wrong
  /// @param until when it ends by itself and must be weighed again; empty when it does not
  public record Ended(Filed filed, Optional<Instant> until) {}

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  public EndDesk(String region, PersonSeal seal) {
    this.table = new ConsentTable(region);
    this.corrections = new CorrectionTable(region);
    this.contexts = new Contexts(region, seal);
  }

  /// Puts it on record, or tells everything that is wrong with it.
  ///
  /// @param parameters the choices of the convenant that governs
  public Ended end(
      Connection tx,
      ConsentAsk ask,
      EndDraft draft,
      Recorder recorder,
      ConsentParameters parameters,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
    EndCheck.why(draft.why(), faults);
    return switch (draft) {
      case EndDraft.Revocation revocation ->
          ended(
              tx,
              ask,
              row(EventType.REVOKED_BY_CONTROLLER, now, null, revocation),
              recorder,
              faults);
      case EndDraft.Invalidation invalidation -> {
        var decided = EndCheck.decided(invalidation, faults).orElse(now);
        yield ended(
            tx, ask, row(EventType.INVALIDATED, decided, null, invalidation), recorder, faults);
      }
      case EndDraft.Suspension suspension -> {
        var until = EndCheck.until(suspension, recorder, parameters, faults).orElse(now);
        yield ended(
            tx, ask, row(EventType.SUSPENDED_SAFETY, now, until, suspension), recorder, faults);
      }
      case EndDraft.Correction correction -> correct(tx, ask, correction, recorder, faults);
    };
  }

  private Ended ended(
      Connection tx, ConsentAsk ask, ConsentTable.Row row, Recorder recorder, Faults faults)
      throws SQLException {
    if (!faults.isEmpty()) {
      return new Ended(faults.faulty(), Optional.empty());
    }
    table.addEvent(tx, ask, row, recorder, faults.now());
    return new Ended(new Filed.Done(ask.id()), Optional.ofNullable(row.until()));
  }

  private Ended correct(
      Connection tx, ConsentAsk ask, EndDraft.Correction draft, Recorder recorder, Faults faults)
      throws SQLException {
    var context = contexts.of(tx, ask, recorder, draft.voice(), faults.now());
    var person = StatementCheck.person("persoon", draft.voice(), context, faults);
    var type = EndCheck.utterance(draft, faults);
    var wrong =
        person.isPresent() && type.isPresent() && recorder instanceof Recorder.Partner partner
            ? corrections.last(tx, ask, person.get(), type.get(), partner)
            : Optional.<CorrectionTable.Wrong>empty();
    faults.addIf(
        faults.isEmpty() && wrong.isEmpty(),
        "uitspraak",
        "Uw organisatie legde zo'n uitspraak van deze persoon niet vast.");
    if (!faults.isEmpty()) {
      return new Ended(faults.faulty(), Optional.empty());
    }
    UUID by = person.orElseThrow();
    corrections.add(
        tx, ask, by, wrong.orElseThrow(), draft.why().evidence(), recorder, faults.now());
    return new Ended(new Filed.Done(ask.id()), Optional.empty());
  }

  private static ConsentTable.Row row(
      EventType type, Instant at, @Nullable Instant until, EndDraft draft) {
    return new ConsentTable.Row(
        type, null, Set.of(), null, false, at, until, draft.why().evidence());
  }
}
