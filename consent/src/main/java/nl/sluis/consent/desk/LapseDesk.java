package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PersonSeal;

/// Where it is written down that a consent has lapsed by itself.
///
/// A row only explains: whether a term ended or somebody grew up is computed at every use, before
/// and after it. It is never written before it is so. May be shared between threads; it runs in the
/// caller's transaction, after the caller locked the subject.
public final class LapseDesk {
  private final ConsentTable table;
  private final FactReader facts;

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  public LapseDesk(String region, PersonSeal seal) {
    this.table = new ConsentTable(region);
    this.facts = new FactReader(region, seal);
  }

  /// Writes down that the last term of this question ended.
  ///
  /// @return the question; empty when it was renewed, had ended otherwise, or it was written before
  public Optional<ConsentAsk> expire(Connection tx, UUID askId, Recorder by, Instant now)
      throws SQLException {
    var ask = table.find(tx, askId);
    if (ask.isEmpty()) {
      return ask;
    }
    var events = facts.records(tx, List.of(FactQuery.about(ask.get())), now).getFirst().events();
    var own = events.stream().filter(e -> e.askId().equals(askId)).toList();
    var end = end(ask.get(), own);
    if (end.isAfter(now) || own.stream().anyMatch(e -> hasEnded(e, end))) {
      return Optional.empty();
    }
    table.addEvent(tx, ask.get(), ConsentTable.Row.of(EventType.EXPIRED, end), by, now);
    return ask;
  }

  /// Writes down that a birthday passed after which others must say yes to this question.
  public void outgrow(Connection tx, ConsentAsk ask, Instant birthday, Recorder by, Instant now)
      throws SQLException {
    table.addEvent(tx, ask, ConsentTable.Row.of(EventType.AGE_BOUNDARY, birthday), by, now);
  }

  /// The end of the term that ends last.
  private static Instant end(ConsentAsk ask, List<ConsentEvent> own) {
    var end = ask.validUntil();
    for (var event : own) {
      var until = event.until();
      if (event.type() == EventType.RENEWED && until != null && until.isAfter(end)) {
        end = until;
      }
    }
    return end;
  }

  private static boolean hasEnded(ConsentEvent event, Instant end) {
    return switch (event.type()) {
      case REVOKED_BY_CONTROLLER, INVALIDATED, CONSUMED -> true;
      case EXPIRED -> !event.occurredAt().isBefore(end);
      case ASKED,
          DEFERRED,
          GIVEN,
          REFUSED,
          WITHDRAWN,
          RENEWED,
          DISPUTED,
          DISPUTE_RESOLVED,
          AGE_BOUNDARY,
          AUTHORITY_CHANGED,
          SUBSTITUTED_BY_COURT,
          CORRECTED,
          SUSPENDED_SAFETY ->
          false;
    };
  }
}
