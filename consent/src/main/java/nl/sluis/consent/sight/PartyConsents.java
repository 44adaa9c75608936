package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Oin;

/// What the sender and the receiver of one question see of it: what was asked, and whether it
/// holds.
///
/// Never why not: never asked, refused, withdrawn, lapsed and resting look the same, and nobody is
/// named. May be shared between threads; it reads in the transaction of its caller.
public final class PartyConsents {
  private final ConsentDesk asks;
  private final FactReader facts;

  /// One question as a partner sees it.
  ///
  /// @param asked what was asked, with the text that was shown
  /// @param holds whether it would carry a disclosure now
  public record Line(Asked asked, boolean holds) {}

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  /// @param asks knows what was asked
  public PartyConsents(String region, PersonSeal seal, ConsentDesk asks) {
    this.asks = asks;
    this.facts = new FactReader(region, seal);
  }

  /// The question under this identifier, when this organisation sends or receives on it.
  ///
  /// @param askable under what the convenant lets it be asked now
  public Optional<Line> of(Connection tx, UUID id, Oin party, AskableOf askable, Instant now)
      throws SQLException {
    var asked = asks.shown(tx, id).filter(one -> isBetween(one.ask(), party));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var ask = asked.get().ask();
    var records = facts.records(tx, List.of(FactQuery.about(ask)), now).getFirst();
    var state = OwnConsents.state(ask, records, askable.of(tx, ask), now);
    var holds = OwnConsents.isComplete(ask, state);
    return Optional.of(new Line(asked.get(), holds));
  }

  /// What the convenant lets ask now, for the child of this question.
  @FunctionalInterface
  public interface AskableOf {
    /// Looks it up.
    Askable of(Connection tx, ConsentAsk ask) throws SQLException;
  }

  private static boolean isBetween(ConsentAsk ask, Oin party) {
    return ask.sender().oin().equals(party) || ask.receiver().oin().equals(party);
  }
}
