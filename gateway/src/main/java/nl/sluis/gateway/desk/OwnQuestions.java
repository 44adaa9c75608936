package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.sight.OwnConsents.Line;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;

/// The questions that somebody who logged in may know of, child by child, each with the
/// conversation in which it was asked.
///
/// What this person may not know is not among them, and nothing shows that there is something. May
/// be shared between threads.
public final class OwnQuestions {
  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final OwnConsents own;
  private final Requests requests;
  private final ConsentDesk consents;
  private final FamilyDesk families;
  private final Ages ages;

  /// @param database for looking
  /// @param keyVersion the version of the key of references
  public OwnQuestions(
      String region,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.consents = new ConsentDesk(region, seal, parameters);
    this.own = new OwnConsents(region, seal, consents);
    this.requests = new Requests(region, seal, consents);
    this.families = new FamilyDesk(region, seal);
    this.ages = new Ages(region, database, seal);
  }

  /// One question.
  ///
  /// @param line what this person may know of it
  /// @param conversation in which it was asked; its own identifier when it was asked alone
  /// @param put whether it is put before this person now: not shortly after a no to the same
  public record Asked(Line line, UUID conversation, boolean put) {
    /// Does something have to be said to it: nothing is shared without this person's yes, a yes
    /// still counts, and a part was not answered?
    public boolean isOpen() {
      var mine = line.mine();
      return put
          && mine.needed()
          && !mine.over()
          && !mine.answers().keySet().containsAll(line.ask().categories());
    }
  }

  /// One child, with its questions.
  ///
  /// @param self whether it is the person itself
  /// @param age in whole years; empty when the birth date is not known
  /// @param cover what who looks may read of where others are
  /// @param questions the newest first
  public record Child(
      UUID subject, boolean self, Optional<Age> age, Cover cover, List<Asked> questions) {
    /// Copies its parts.
    public Child {
      questions = List.copyOf(questions);
    }
  }

  /// One question at its child.
  public record Found(Child child, Asked asked) {}

  /// All of it; the person itself first.
  public List<Child> look(SignedIn who, Instant now) throws SQLException {
    var children = new ArrayList<Child>();
    try (var connection = database.getConnection()) {
      var seen = places.seen(connection, who);
      for (var place : seen.places()) {
        children.add(
            new Child(
                place.subject(),
                place.isSelf(),
                ages.of(connection, place.subject(), now),
                seen.cover(),
                at(connection, place, now)));
      }
    }
    return children;
  }

  /// The question under this identifier, or under an old one when the child turned out to be one
  /// with another; empty when there is none for this person.
  public Optional<Found> find(SignedIn who, UUID id, Instant now) throws SQLException {
    Optional<UUID> standing;
    try (var connection = database.getConnection()) {
      standing = consents.find(connection, id).map(ask -> ask.id());
    }
    for (var child : look(who, now)) {
      for (var asked : child.questions()) {
        if (standing.filter(asked.line().ask().id()::equals).isPresent()) {
          return Optional.of(new Found(child, asked));
        }
      }
    }
    return Optional.empty();
  }

  /// Those at one child, in the transaction of the caller.
  List<Asked> at(Connection tx, Place place, Instant now) throws SQLException {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(tx, place.subject(), day).map(Municipality::new);
    var askable = new AskableNow(law.now(), now, lives);
    var lines = own.of(tx, place, a -> askable.find(a.purpose(), a.sender(), a.receiver()), now);
    var asked = new HashMap<UUID, Asked>();
    Map<UUID, Line> byAsk = new HashMap<>();
    lines.forEach(line -> byAsk.put(line.ask().id(), line));
    for (var request : requests.about(tx, place.subject())) {
      for (var one : request.lines()) {
        one.askId()
            .map(byAsk::get)
            .ifPresent(line -> asked.put(line.ask().id(), in(request, one, line, place, now)));
      }
    }
    return lines.stream()
        .map(line -> asked.getOrDefault(line.ask().id(), new Asked(line, line.ask().id(), true)))
        .toList();
  }

  private static Asked in(Request request, Request.Line one, Line line, Place place, Instant now) {
    return new Asked(line, request.id(), one.isPutBefore(place.person(), now));
  }
}
