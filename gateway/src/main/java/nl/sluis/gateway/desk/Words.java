package nl.sluis.gateway.desk;

import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.stopbericht.Stopping;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// Puts a word about a consent on record together with everything that follows from it.
///
/// Every road by which a consent can stop goes through here, whoever stops it: a giver, a
/// professional who writes it down, the controller or a court. May be shared between threads.
public final class Words {
  private static final String YES = "gegeven";

  private final CurrentLaw law;
  private final FamilyDesk families;
  private final Stopping stopping;

  /// @param stopping what follows
  public Words(CurrentLaw law, FamilyDesk families, Stopping stopping) {
    this.law = law;
    this.families = families;
    this.stopping = stopping;
  }

  /// The word itself.
  @FunctionalInterface
  public interface Word {
    /// Puts it on record, in the transaction, or says why not.
    Filing.Result file() throws SQLException;
  }

  /// A word about what was asked before.
  public Filing.Result about(Found found, ConsentAsk ask, Word word) throws SQLException {
    return about(found, List.of(ask), word);
  }

  /// Words about several questions to one person, such as the answers of one sheet: each of them
  /// can reach what was asked before.
  Filing.Result about(Found found, List<ConsentAsk> asks, Word word) throws SQLException {
    if (asks.isEmpty()) {
      return word.file();
    }
    var reaches =
        asks.stream()
            .map(FactQuery::about)
            .collect(
                toMap(
                    reach -> List.of(reach.purpose(), reach.sender().oin(), reach.receiver()),
                    reach -> reach,
                    (first, _) -> first,
                    LinkedHashMap::new));
    return said(found, reaches.values(), rules(found, asks.getFirst().subject()), word);
  }

  /// A question with the answers to it: a no among them reaches what was asked before.
  Filing.Result asked(Found found, ConsentDraft draft, AskableNow rules, Word word)
      throws SQLException {
    var reach = rules.reach(draft);
    return reach.isPresent()
            && draft.statements().stream().anyMatch(s -> !s.utterance().equals(YES))
        ? said(found, List.of(reach.get()), rules, word)
        : word.file();
  }

  private Filing.Result said(
      Found found, Collection<FactQuery> reaches, Askable.Rules rules, Word word)
      throws SQLException {
    var watches = new ArrayList<Stopping.Watch>();
    for (var reach : reaches) {
      watches.add(stopping.watch(found, reach, rules));
    }
    var result = word.file();
    if (result instanceof Filing.Result.Filed) {
      for (var watch : watches) {
        result = result.also(watch.follow());
      }
    }
    return result;
  }

  private AskableNow rules(Found found, UUID subject) throws SQLException {
    var day = found.at().atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(found.tx(), subject, day).map(Municipality::new);
    return new AskableNow(law.now(), found.at(), lives);
  }
}
