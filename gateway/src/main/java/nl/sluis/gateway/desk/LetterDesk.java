package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.Letters;
import nl.sluis.consent.subject.Letters.Letter;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Letters by which a parent, guardian or young person takes a place of their own at a child.
///
/// A school that may not use a BSN writes a letter to a person whom it knows by a label of its own;
/// who logs in and enters the code is that person from then on (design 10.3). The numbers,
/// twenty-eight days and five tries a day, are choices of ours (decision 0009). May be shared
/// between threads.
public final class LetterDesk {
  /// How many days a code is good for.
  public static final int DAYS = 28;

  /// How many codes that give nothing somebody may try in a day.
  public static final int TRIES = 5;

  private static final Set<String> LANGUAGES = Set.of("nl", "en");
  private static final Outcome UNKNOWN = denied(Denial.CODE_ONBEKEND);
  private static final Outcome TOO_OFTEN = denied(Denial.TE_VEEL_POGINGEN);

  private final DataSource database;
  private final FactDesk facts;
  private final PersonRegister people;
  private final PlaceRegister places;
  private final Taking taking;
  private final Letters letters;
  private final SubjectReference references;
  private final SecureRandom random;
  private final int keyVersion;

  /// @param facts knows who may put something on record
  public LetterDesk(
      String region,
      DataSource database,
      FactDesk facts,
      SubjectReference references,
      SecureRandom random,
      int keyVersion) {
    this.database = database;
    this.facts = facts;
    this.people = new PersonRegister(region);
    this.places = new PlaceRegister(region);
    this.taking = new Taking(region);
    this.letters = new Letters(region);
    this.references = references;
    this.random = random;
    this.keyVersion = keyVersion;
  }

  /// A code for one person at one child; it is told once, and kept only as a keyed hash.
  ///
  /// @param voice the person, as the partner knows that person
  /// @param language in which language the letter is written
  public Work<Outcome> issue(
      Oin caller, PartyRole party, AliasKey alias, Voice voice, String language) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.LINK,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          if (!LANGUAGES.contains(language)) {
            return Filing.fault("taal", "Kies nl of en; andere talen zijn nog niet vastgesteld.");
          }
          var subject = found.subject().orElseThrow();
          var person = person(found.tx(), subject, party.oin(), voice);
          if (person.isEmpty()) {
            return Filing.fault(
                "persoon", "Deze persoon is niet bekend; leg eerst de gezinsfeiten vast.");
          }
          var place = new Place(subject, person.get());
          var written = write(found.tx(), place, party, language, found.at());
          tell(detail, place, written, language);
          return written.result();
        });
  }

  /// A letter that was written: its code is told once.
  ///
  /// @param until the first instant at which the code is good for nothing
  public record Written(UUID id, String code, Instant until) {
    /// What whoever asked for it is told.
    public Filing.Result result() {
      return new Filing.Result.Secret(id.toString(), code, Map.of("id", id.toString()));
    }

    @Override
    public String toString() {
      return "letter " + id;
    }
  }

  /// Writes a letter for one person, in the transaction of who decided that there is one.
  ///
  /// @param language one of those of paper
  public Written write(Connection tx, Place place, PartyRole party, String language, Instant at)
      throws SQLException {
    var code = LinkDesk.code(random);
    var id = UUID.randomUUID();
    var until = at.atZone(Age.CALENDAR).plusDays(DAYS).toInstant();
    letters.add(
        tx,
        new Letter(id, place, until, false),
        keyed(code),
        keyVersion,
        language,
        new Recorder.Partner(party).code(),
        at);
    return new Written(id, code, until);
  }

  /// What a row says of a letter; never its code.
  public static void tell(ObjectNode detail, Place place, Written written, String language) {
    detail.put("koppeling", "brief").put("persoon", place.person().toString());
    detail.put("taal", language).put("geldigTot", written.until().toString());
  }

  /// Whom a partner means; empty when it knows nobody by that word.
  public Optional<UUID> person(Connection tx, UUID subject, Oin partner, Voice voice)
      throws SQLException {
    return switch (voice) {
      case Voice.Youth _ -> Optional.of(subject);
      case Voice.Own _ -> Optional.empty();
      case Voice.Labelled(Hmac label) -> {
        Map<Hmac, UUID> found = people.find(tx, subject, partner, Set.of(label));
        yield Optional.ofNullable(found.get(label));
      }
    };
  }

  /// Somebody who logged in enters the code of a letter. An unknown, a used and an old code are
  /// answered alike.
  public Outcome enter(SignedIn who, String code, Instant now, Sequencer sequencer)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var since = now.atZone(Age.CALENDAR).toLocalDate().atStartOfDay(Age.CALENDAR).toInstant();
      if (letters.tries(connection, who.number(), since) >= TRIES) {
        return TOO_OFTEN;
      }
      var letter = letters.find(connection, keyed(code));
      if (letter.filter(l -> l.isGood(now)).isEmpty()
          || isDeskOnly(connection, who, letter.get().place())) {
        letters.tried(connection, who.number(), now);
        return UNKNOWN;
      }
      return sequencer.submit(use(who, keyed(code), letter.get())).join();
    }
  }

  /// To who is served at the desk only every code is unknown: a place that shows nothing would
  /// tell.
  private boolean isDeskOnly(Connection tx, SignedIn who, Place place) throws SQLException {
    return places.isDeskOnly(tx, who.number(), Optional.of(place));
  }

  private Work<Outcome> use(SignedIn who, Hmac code, Letter seen) {
    return new Entering(
        seen.place().subject(),
        (found, detail) -> {
          var letter = letters.find(found.tx(), code).filter(l -> l.isGood(found.at()));
          if (letter.isEmpty()) {
            return new Filing.Result.Stopped(UNKNOWN);
          }
          var place = letter.get().place();
          if (isDeskOnly(found.tx(), who, place)
              || !places.mayTake(found.tx(), place, who.number())) {
            letters.tried(found.tx(), who.number(), found.at());
            return new Filing.Result.Stopped(UNKNOWN);
          }
          if (!letters.use(found.tx(), letter.get().id(), found.at())) {
            return new Filing.Result.Stopped(UNKNOWN);
          }
          var lost = taking.take(found, letter.get(), who.number());
          if (!lost.isEmpty()) {
            detail.set("vervallenToestemmingen", QuestionJson.words(lost));
          }
          detail.put("koppeling", "brief-ingewisseld");
          detail.put("persoon", letter.get().place().person().toString());
          return new Filing.Result.Filed(letter.get().id().toString());
        });
  }

  private static Outcome denied(Denial denial) {
    return new Outcome.NotAllowed(denial, denial.sentence() + " " + denial.remedy());
  }

  private Hmac keyed(String code) {
    return Hmac.of(references.keyedLetter(code));
  }
}
