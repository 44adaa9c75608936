package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.machtiging.Machtiging;
import nl.sluis.consent.machtiging.Machtiging.Taken;
import nl.sluis.consent.machtiging.Machtigingen;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.Letters;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.Lent;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Age;

/// Where somebody who was asked to help begins with a code, sees whom that is, and stops.
///
/// What is shown to a helper is shown to the giver: there is no second rule of what may be seen,
/// and no way to put anything on record. A code that is unknown, used, old, or of a child at which
/// the helper has a place is no code. May be shared between threads.
public final class HelpingDesk {
  private final DataSource database;
  private final Places places;
  private final Machtigingen given;
  private final Letters letters;
  private final HelperStanding standing;
  private final SubjectReference references;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param seal opens what singles a person out
  /// @param references knows codes in their keyed form
  /// @param keyVersion the version of the key of references
  public HelpingDesk(
      String region,
      DataSource database,
      PersonSeal seal,
      SubjectRegister subjects,
      SubjectReference references,
      int keyVersion) {
    this.database = database;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.given = new Machtigingen(region);
    this.letters = new Letters(region);
    this.standing = new HelperStanding(region, seal, places);
    this.references = references;
  }

  /// Somebody who is helped.
  ///
  /// @param self whether it is about the giver itself, and not about a child
  /// @param age of the child, in whole years; empty when the birth date is not known
  public record Helping(Machtiging one, boolean self, Optional<Integer> age) {
    /// Until when it lasts.
    public Instant until() {
      return one.taken().orElseThrow().until();
    }
  }

  /// What is lent.
  ///
  /// @param giver the giver, with the sight of one child
  /// @param child by which word the child stands in addresses for this helper
  public record Opened(Helping helping, SignedIn giver, String child) {}

  /// Begins to help whoever this code is of; empty when it is no code of a helper that this person
  /// can use, which is for the desk of letters to answer and to count.
  public Optional<Outcome> accept(SignedIn who, String code, Instant now, Sequencer sequencer)
      throws SQLException {
    UUID subject;
    try (var tx = database.getConnection()) {
      var since = now.atZone(Age.CALENDAR).toLocalDate().atStartOfDay(Age.CALENDAR).toInstant();
      if (letters.tries(tx, who.number(), since) >= LetterDesk.TRIES) {
        return Optional.empty();
      }
      var offered = offered(tx, who, code, now);
      if (offered.isEmpty()) {
        return Optional.empty();
      }
      subject = offered.get().place().subject();
    }
    var outcome =
        sequencer
            .submit(
                new Joining(
                    subject,
                    EntryKind.ONLOOKER,
                    (found, detail) -> accept(found, detail, who, code)))
            .join();
    return outcome instanceof Outcome.Done ? Optional.of(outcome) : Optional.empty();
  }

  private Filing.Result accept(Found found, ObjectNode detail, SignedIn who, String code)
      throws SQLException {
    var offered = offered(found.tx(), who, code, found.at());
    if (offered.isEmpty()) {
      return Filing.notThere();
    }
    var one = offered.get();
    var until = found.at().plus(Duration.ofDays(one.days()));
    if (!given.take(found.tx(), one.id(), new Taken(who.number(), found.at(), until))) {
      return Filing.notThere();
    }
    tell(detail, one, "machtiging-aanvaard").put("geldigTot", until.toString());
    detail.put("betrouwbaarheid", who.sureness());
    return new Filing.Result.Filed(one.id().toString());
  }

  private static ObjectNode tell(ObjectNode detail, Machtiging one, String what) {
    return detail.put("handeling", what).put("persoon", one.place().person().toString());
  }

  private Optional<Machtiging> offered(Connection tx, SignedIn who, String code, Instant now)
      throws SQLException {
    var one = given.find(tx, HelperDesk.keyed(references, code)).filter(m -> m.isOffered(now));
    if (one.isEmpty()
        || places.shown(tx, who).equals(PlaceRegister.NOBODY)
        || !standing.isOutsider(tx, who, one.get().place().subject())
        || standing.lent(tx, one.get(), now).isEmpty()) {
      return Optional.empty();
    }
    return one;
  }

  /// Whom this person helps now, the newest first.
  public List<Helping> look(SignedIn who, Instant now) throws SQLException {
    var all = new ArrayList<Helping>();
    try (var tx = database.getConnection()) {
      for (var one : given.takenBy(tx, places.shown(tx, who), now)) {
        if (stands(tx, who, one, now)) {
          all.add(helping(tx, one, now));
        }
      }
    }
    return all;
  }

  private boolean stands(Connection tx, SignedIn who, Machtiging one, Instant now)
      throws SQLException {
    return one.isOpen(now)
        && standing.isOutsider(tx, who, one.place().subject())
        && standing.lent(tx, one, now).isPresent();
  }

  private Helping helping(Connection tx, Machtiging one, Instant now) throws SQLException {
    return new Helping(one, one.place().isSelf(), standing.age(tx, one.place().subject(), now));
  }

  /// What is lent to this person under this identifier, when this part is; empty otherwise.
  public Optional<Opened> open(SignedIn who, UUID id, Part part, Instant now) throws SQLException {
    return look(who, now).stream()
        .filter(one -> one.one().id().equals(id) && one.one().parts().contains(part))
        .findFirst()
        .map(one -> opened(who, one));
  }

  private Opened opened(SignedIn who, Helping helping) {
    var one = helping.one();
    var names = Hmac.of(references.keyedLogin("helper", one.id().toString()));
    var lent = new Lent(one.id(), one.place().subject(), names);
    var giver = new SignedIn(one.giver().number(), one.giver().own(), who.level(), lent);
    return new Opened(helping, giver, references.child(names, one.place().subject()));
  }

  /// The helper stops; empty when there is nothing under that name for this person.
  public Optional<Work<Outcome>> stop(SignedIn who, UUID id, Instant now) throws SQLException {
    return look(who, now).stream()
        .map(Helping::one)
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(
            one ->
                new Joining(
                    one.place().subject(),
                    EntryKind.ONLOOKER,
                    (found, detail) -> {
                      given.end(found.tx(), id, "helper", found.at());
                      tell(detail, one, "machtiging-einde").put("geeindigdDoor", "helper");
                      return new Filing.Result.Filed(id.toString());
                    }));
  }
}
