package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Helps;
import nl.sluis.consent.desk.Helps.Help;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.Letters;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.Assistance;
import nl.sluis.gateway.person.Assistant;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;

/// Where a professional at a desk begins to help one person with a code of that person's own, and
/// where that person sees and ends it.
///
/// Without a code nobody is found: there is no search and no list. An unknown, a used and an old
/// code are answered alike. Each help is a row, and a task for somebody else of that organisation
/// to look back at. May be shared between threads.
public final class HelpDesk {
  private static final int LOOK_BACK_DAYS = 5;
  private static final int MOST_CODES = 5;
  private static final Outcome UNKNOWN =
      new Outcome.NotAllowed(Denial.CODE_ONBEKEND, Denial.CODE_ONBEKEND.sentence());
  private static final Outcome TOO_OFTEN =
      new Outcome.NotAllowed(Denial.TE_VEEL_POGINGEN, Denial.TE_VEEL_POGINGEN.sentence());

  private final DataSource database;
  private final Places places;
  private final Helps helps;
  private final Letters letters;
  private final SubjectReference references;
  private final Tasks tasks;
  private final SecureRandom random;

  /// How somebody is helped, and how it was made sure who it is.
  public enum Way {
    /// The person stands at the desk; an identity document was seen.
    BALIE,
    /// The person is on the phone, called back at a number that the organisation had already.
    TELEFOON;

    /// The word in rows, such as `balie`.
    public String code() {
      return this == BALIE ? "balie" : "telefoon";
    }
  }

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param references makes and knows codes in their keyed forms
  /// @param tasks where an organisation hears that it must look back
  /// @param keyVersion the version of the key of references
  public HelpDesk(
      String region,
      DataSource database,
      SubjectRegister subjects,
      SubjectReference references,
      Tasks tasks,
      SecureRandom random,
      int keyVersion) {
    this.database = database;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.helps = new Helps(region);
    this.letters = new Letters(region);
    this.references = references;
    this.tasks = tasks;
    this.random = random;
  }

  /// A code for a desk, told once and kept only as a keyed hash.
  ///
  /// @param subject at which child
  public Work<Outcome> code(SignedIn who, UUID subject) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.ONLOOKER,
        places,
        (found, place, detail) -> {
          if (helps.made(found.tx(), place, found.at()) >= MOST_CODES) {
            return Filing.fault("", "U maakte net al vijf codes; wacht een kwartier.");
          }
          var code = LinkDesk.code(random);
          var id = UUID.randomUUID();
          helps.addCode(found.tx(), id, place, keyed(code), found.at());
          detail.put("handeling", "loketcode");
          return new Filing.Result.Secret(id.toString(), code);
        });
  }

  /// What somebody was helped with, at each child, the newest first.
  public List<AtChild<Help>> look(SignedIn who) throws SQLException {
    return places.look(database, who, helps::about);
  }

  /// The person ends a help; empty when it is not of this person.
  public Optional<Work<Outcome>> stop(SignedIn who, UUID help) throws SQLException {
    for (var child : look(who)) {
      for (var one : child.lines()) {
        if (one.id().equals(help)) {
          return Optional.of(end(who, one.place(), one.id(), "persoon"));
        }
      }
    }
    return Optional.empty();
  }

  /// Who helps ends it.
  ///
  /// @param helped who is helped
  public Work<Outcome> end(SignedIn helped, Place place) {
    return end(helped, place, helped.help().orElseThrow().id(), "loket");
  }

  private Work<Outcome> end(SignedIn who, Place place, UUID help, String by) {
    return new PersonFiling(
        who,
        place.subject(),
        EntryKind.ONLOOKER,
        places,
        (found, _, detail) -> {
          helps.end(found.tx(), help, by, found.at());
          detail.put("handeling", "loket-einde").put("geeindigdDoor", by);
          return new Filing.Result.Filed(help.toString());
        });
  }

  /// Somebody whom this professional helps now, with the place of that person.
  public record Helped(SignedIn who, Place place) {}

  /// Whom this professional helps now.
  public Optional<Helped> now(Assistant by, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return helps.of(connection, keyed(by), now).map(help -> helped(by, help));
    }
  }

  private Helped helped(Assistant by, Help help) {
    var number = number(help.id());
    var assistance = new Assistance(help.id(), by, help.way(), help.until());
    var who =
        new SignedIn(
            number, number, SignedIn.Level.SUBSTANTIEEL, Optional.of(assistance), Optional.empty());
    return new Helped(who, help.place());
  }

  /// Begins to help whoever this code is of.
  public Outcome begin(Assistant by, String code, Way way, Instant now, Sequencer sequencer)
      throws SQLException {
    try (var connection = database.getConnection()) {
      if (!helps.mayTry(connection, keyed(by), now)) {
        return TOO_OFTEN;
      }
      var key = key(connection, code, now);
      if (key.isEmpty()) {
        helps.tried(connection, keyed(by), now);
        return UNKNOWN;
      }
      var subject = key.get().place().subject();
      return sequencer
          .submit(
              new Joining(
                  subject,
                  EntryKind.ONLOOKER,
                  (found, detail) -> begin(found, detail, by, code, way)))
          .join();
    }
  }

  private Filing.Result begin(Found found, ObjectNode detail, Assistant by, String code, Way way)
      throws SQLException {
    var key = key(found.tx(), code, found.at());
    if (key.isEmpty()
        || (key.get().letter() && !letters.use(found.tx(), key.get().id(), found.at()))) {
      return new Filing.Result.Stopped(UNKNOWN);
    }
    var before = helps.of(found.tx(), keyed(by), found.at());
    if (before.isPresent()) {
      helps.end(found.tx(), before.get().id(), "loket", found.at());
    }
    var id = UUID.randomUUID();
    var desk = new Recorder.Partner(by.desk()).code();
    var help =
        helps.begin(found.tx(), id, key.get(), number(id), desk, keyed(by), way.code(), found.at());
    detail.put("handeling", "loket-begin").put("hulp", id.toString());
    detail.put("persoon", help.place().person().toString()).put("medewerker", by.id());
    detail.set("loket", QuestionJson.party(by.desk()));
    detail.put("weg", way.code()).put("met", key.get().letter() ? "brief" : "loketcode");
    detail.put("geldigTot", help.until().toString());
    return new Filing.Result.Filed(id.toString(), Map.of()).also(lookBack(found, by, id));
  }

  /// Every help is looked back at by somebody else than who gave it.
  private List<Entry> lookBack(Found found, Assistant by, UUID help) throws SQLException {
    var due = Term.dueAfter(found.at(), LOOK_BACK_DAYS, List.of());
    var task = new Task(TaskKind.HELP_LOOK_BACK, by.desk().oin(), found.subject(), help, due);
    return tasks.open(found.tx(), task, found.at());
  }

  private Optional<Helps.Key> key(Connection tx, String code, Instant now) throws SQLException {
    var own = helps.code(tx, keyed(code), now);
    if (own.isPresent()) {
      return own;
    }
    return letters
        .find(tx, Hmac.of(references.keyedLetter(code)))
        .filter(letter -> letter.isGood(now))
        .map(letter -> new Helps.Key(letter.id(), letter.place(), true));
  }

  private Hmac keyed(String code) {
    return Hmac.of(
        references.keyedLogin("loketcode", code.toUpperCase(Locale.ROOT).replace("-", "")));
  }

  private Hmac keyed(Assistant by) {
    return Hmac.of(references.keyedEmployee(by.desk().oin(), by.id()));
  }

  private Hmac number(UUID help) {
    return Hmac.of(references.keyedLogin("loket", help.toString()));
  }
}
