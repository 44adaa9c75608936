package nl.sluis.gateway.bereik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.bereik.LetterTable.Waiting;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.OnlyAtDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation fetches the letter for somebody who chose letters and was not reached, and
/// says on which day it went by post (AVG 12(1)).
///
/// There is a letter for who chose letters and for nobody else: to anybody else's house it could
/// bring danger. Each letter has a code, also for who has a place already, so that no letter tells
/// whether somebody ever logged in. That a letter went reaches nobody: who did not look is counted
/// until that person did. May be shared between threads.
public final class ReachLetters {
  /// By which name the language of the letter is told to who prints it.
  public static final String LANGUAGE = "taal";

  private final DataSource database;
  private final FactDesk facts;
  private final LetterDesk letters;
  private final Tasks tasks;
  private final PlaceRegister places;
  private final LetterTable table;
  private final Why why;

  /// @param database for looking
  /// @param facts knows who acts for whom
  /// @param letters writes the code
  /// @param seal opens what singles a person out
  public ReachLetters(
      String region,
      DataSource database,
      FactDesk facts,
      LetterDesk letters,
      Tasks tasks,
      PersonSeal seal) {
    this.database = database;
    this.facts = facts;
    this.letters = letters;
    this.tasks = tasks;
    this.places = new PlaceRegister(region);
    this.table = new LetterTable(region);
    this.why = new Why(region, new Notices(region, seal, ConsentParameters.strict()));
  }

  /// A task for which letters can be fetched.
  ///
  /// @param about the question or the text; it names no person
  /// @param number how many people wait for a letter
  public record ToWrite(UUID task, UUID about, Instant due, int number) {}

  /// For which tasks this organisation has letters to send, the most urgent first.
  public List<ToWrite> toWrite(Oin organisation, Instant now) throws SQLException {
    var found = new LinkedHashMap<UUID, ToWrite>();
    try (var tx = database.getConnection()) {
      for (var one : table.waiting(tx, organisation)) {
        if (!one.posted() && isByLetter(tx, one, now)) {
          var about = one.unseen().about();
          found.merge(
              one.task(),
              new ToWrite(one.task(), about, one.due(), 1),
              (a, b) -> new ToWrite(a.task(), about, a.due(), a.number() + b.number()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private boolean isByLetter(Connection tx, Waiting one, Instant now) throws SQLException {
    return why.of(tx, one.unseen(), now).filter(Reason.BRIEF_STUREN::equals).isPresent();
  }

  /// Writes the letter of one person. Who is not named in the task, chose another way, saw it
  /// since, or may not know of it has none, and all of these look alike.
  ///
  /// @param voice the person, as the organisation knows that person
  public Work<Outcome> fetch(Oin caller, PartyRole party, OpenTask open, Voice voice) {
    return new Filing(
        needs(open),
        EntryKind.NOTICE,
        facts.onBehalf(caller, party, OnlyAtDesk.MEET_PEOPLE),
        (found, detail) -> {
          var to = waiting(found, party.oin(), open, voice);
          if (to.isEmpty()) {
            return Filing.notThere();
          }
          var unseen = to.get().unseen();
          var place = new Place(unseen.subject(), unseen.person());
          var language = language(found, to.get());
          var written = letters.write(found.tx(), place, party, language, found.at());
          table.add(found.tx(), written.id(), to.get(), language, party, found.at());
          detail.put("stap", "brief-gehaald").put("kennisgeving", unseen.id().toString());
          detail.put("organisatie", party.oin().value()).put("taak", open.id().toString());
          return new Filing.Result.Secret(
              written.id().toString(),
              written.code(),
              Map.of("id", written.id().toString(), LANGUAGE, language),
              List.of(link(found, place, party, written, language)));
        });
  }

  private static Needs needs(OpenTask open) {
    return Needs.toWriteOfThen(open.task().subject());
  }

  private static Entry link(
      Found found, Place place, PartyRole party, LetterDesk.Written written, String language) {
    var detail = JsonNodeFactory.instance.objectNode().put("afzender", party.oin().value());
    LetterDesk.tell(detail, place, written, language);
    detail.put("kenmerk", written.id().toString());
    return new Entry(EntryKind.LINK, found.subject(), detail);
  }

  private Optional<Waiting> waiting(Found found, Oin organisation, OpenTask open, Voice voice)
      throws SQLException {
    var subject = found.subject();
    if (subject.isEmpty() || open.task().kind() != TaskKind.REACH_OTHERWISE) {
      return Optional.empty();
    }
    var meant = letters.person(found.tx(), subject.get(), organisation, voice);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    var alike = places.alike(found.tx(), new Place(subject.get(), meant.get()));
    for (var one : of(found.tx(), organisation, open)) {
      if (alike.contains(one.unseen().person()) && isByLetter(found.tx(), one, found.at())) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private List<Waiting> of(Connection tx, Oin organisation, OpenTask open) throws SQLException {
    return table.waiting(tx, organisation).stream()
        .filter(one -> one.task().equals(open.id()))
        .toList();
  }

  /// The language in which that person chose letters, where paper has it.
  private String language(Found found, Waiting to) throws SQLException {
    var now = why.standing(found.tx(), to.unseen(), found.at()).now();
    var chosen = now instanceof Standing.Now.Works(var row) ? row.language() : Language.NL;
    return Papers.language(chosen).tag();
  }

  /// The letters that were fetched for this task went by post. The task is done when nobody in it
  /// waits for a letter or another way any more.
  ///
  /// @param day on which they went; not before they were fetched, nor after today
  public Work<Outcome> posted(Oin caller, PartyRole party, OpenTask open, LocalDate day) {
    return new Filing(
        needs(open),
        EntryKind.NOTICE,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          var fetched = table.fetched(found.tx(), open.id());
          if (fetched.isEmpty()) {
            return Filing.notThere();
          }
          if (day.isBefore(day(fetched.getLast().at())) || day.isAfter(day(found.at()))) {
            return Filing.fault(
                "verstuurdOp",
                "Noem de dag waarop de brief wegging: na het ophalen, en niet later.");
          }
          for (var one : fetched) {
            table.posted(found.tx(), one.letter(), day, found.at());
          }
          detail.put("stap", "brief-verstuurd").put("verstuurdOp", day.toString());
          detail.put("organisatie", party.oin().value()).put("taak", open.id().toString());
          detail.put("brieven", fetched.size());
          var done = done(found, party.oin(), open);
          return new Filing.Result.Filed(
                  open.id().toString(), Map.of("taak", done.isEmpty() ? "open" : "afgehandeld"))
              .also(done);
        });
  }

  private List<Entry> done(Found found, Oin organisation, OpenTask open) throws SQLException {
    boolean all = of(found.tx(), organisation, open).stream().allMatch(Waiting::posted);
    return all
        ? tasks.finish(found.tx(), open.task().kind(), organisation, open.task().about())
        : List.of();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate();
  }
}
