package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.desk.WithdrawalDraft;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// What somebody who logged in sees of the consents about a child, and does with them.
///
/// To take a yes back asks no more than to give it, and counts from the commit (AVG 7(3)). Nobody
/// sees the words of another. May be shared between threads.
public final class OwnDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final OwnConsents own;
  private final ConsentDesk consents;
  private final Words words;
  private final FamilyDesk families;
  private final Evidence evidence;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param words what follows from a word about a consent
  /// @param keyVersion the version of the key of references
  public OwnDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      Words words,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.consents = new ConsentDesk(region, seal, parameters);
    this.words = words;
    this.own = new OwnConsents(region, seal, consents);
    this.families = new FamilyDesk(region, seal);
    this.evidence = new Evidence(vault, random);
  }

  /// Everything this person may see, child by child.
  public List<AtChild<OwnConsents.Line>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> lines(tx, place, now));
  }

  /// What somebody may see at one child.
  public List<OwnConsents.Line> look(Place place, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return lines(tx, place, now);
    }
  }

  private List<OwnConsents.Line> lines(Connection tx, Place place, Instant now)
      throws SQLException {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, place.subject(), day).map(Municipality::new);
    var askable = new AskableNow(law.now(), now, lives);
    return own.of(tx, place, ask -> rule(askable, ask), now);
  }

  private static Askable rule(AskableNow askable, ConsentAsk ask) {
    return askable.find(ask.purpose(), ask.sender(), ask.receiver());
  }

  /// The question under this identifier, when this person may know of it.
  ///
  /// Under its old identifier too, when the child turned out to be one with another.
  public Optional<ConsentAsk> ask(SignedIn who, UUID id, Instant now) throws SQLException {
    return line(who, id, now).map(OwnConsents.Line::ask);
  }

  /// The same, with what this person may know of it.
  Optional<OwnConsents.Line> line(SignedIn who, UUID id, Instant now) throws SQLException {
    return at(who, id, now).map(child -> child.lines().getFirst());
  }

  /// The same at its child, with no other line.
  public Optional<AtChild<OwnConsents.Line>> at(SignedIn who, UUID id, Instant now)
      throws SQLException {
    Optional<UUID> standing;
    try (var connection = database.getConnection()) {
      standing = consents.find(connection, id).map(ConsentAsk::id);
    }
    for (var child : look(who, now)) {
      for (var line : child.lines()) {
        if (standing.filter(line.ask().id()::equals).isPresent()) {
          return Optional.of(
              new AtChild<>(child.subject(), child.self(), child.cover(), List.of(line)));
        }
      }
    }
    return Optional.empty();
  }

  /// A yes, a no, a doubt, or a dispute.
  ///
  /// @param utterance `gegeven`, `geweigerd`, `uitgesteld`, `betwist` or `hersteld`
  /// @param noExplained whether it was shown what follows when the answer is no
  /// @param withdrawalExplained whether it was shown how to take a yes back
  public Work<Outcome> say(
      SignedIn who,
      ConsentAsk ask,
      String utterance,
      boolean noExplained,
      boolean withdrawalExplained) {
    return new PersonFiling(
        who,
        ask.subject(),
        EntryKind.CONSENT,
        places,
        (found, place, detail) -> {
          tell(detail, ask).put("uitspraak", utterance).put("kanaal", Channel.PORTAAL.code());
          var word = new OwnWord(utterance, noExplained, withdrawalExplained);
          var draft = word.by(who, place, ask.subject(), evidence, found.at());
          return words.about(
              found,
              ask,
              () ->
                  Filing.Result.of(
                      consents.addStatement(
                          found.tx(),
                          ask,
                          draft,
                          new Recorder.Portal(place.person()),
                          found.at())));
        });
  }

  /// A yes taken back, for all or for some categories.
  public Work<Outcome> withdraw(SignedIn who, ConsentAsk ask, List<String> categories) {
    return new PersonFiling(
        who,
        ask.subject(),
        EntryKind.WITHDRAWAL,
        places,
        (found, place, detail) -> {
          tell(detail, ask).put("kanaal", Channel.PORTAAL.code());
          detail.set("categorieen", QuestionJson.words(categories));
          return takeBack(found, place, ask, categories);
        });
  }

  /// What would follow if this person took a yes back now: it is done, and undone.
  ///
  /// @return what it would come to; empty when this person has no place at the child
  Optional<Filing.Result> tryOut(SignedIn who, ConsentAsk ask, List<String> categories, Instant now)
      throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        var place = places.at(tx, who, ask.subject());
        return place.isEmpty()
            ? Optional.empty()
            : Optional.of(
                takeBack(Found.toLook(tx, ask.subject(), now), place.get(), ask, categories));
      } finally {
        tx.rollback();
      }
    }
  }

  private Filing.Result takeBack(Found found, Place place, ConsentAsk ask, List<String> categories)
      throws SQLException {
    var draft =
        new WithdrawalDraft(
            new Voice.Own(place.person()),
            Channel.PORTAAL.code(),
            found.at().toString(),
            categories,
            null);
    return words.about(
        found,
        ask,
        () ->
            Filing.Result.of(
                consents.withdraw(
                    found.tx(), ask, draft, new Recorder.Portal(place.person()), found.at())));
  }

  private static ObjectNode tell(ObjectNode detail, ConsentAsk ask) {
    return detail.put("toestemming", ask.id().toString());
  }
}
