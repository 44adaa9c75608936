package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.DecideDesk;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.notice.Telling;
import nl.sluis.consent.sight.OwnConsents.Line;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.DataCategory;

/// Where somebody who logged in gives, refuses, waits or takes back, part by part (AVG 7).
///
/// What is decided is what was seen: whoever says something twice, or answers a page that is not of
/// now, changes nothing. A no and a yes taken back are always taken; a yes only to a question that
/// still stands, in a language in which a person read it over. May be shared between threads.
public final class DecisionDesk {
  private final DataSource database;
  private final Places places;
  private final OwnQuestions questions;
  private final DecideDesk decisions;
  private final Telling telling;
  private final int noticeDays;
  private final Words words;
  private final Evidence evidence;
  private final Predicate<String> settled;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param questions knows of which questions somebody may know
  /// @param words what follows from a word about a consent
  /// @param keyVersion the version of the key of references
  /// @param settled whether the texts in a language were read over by a person who signed for it
  public DecisionDesk(
      String region,
      DataSource database,
      OwnQuestions questions,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      Words words,
      int keyVersion,
      Predicate<String> settled) {
    this.database = database;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.questions = questions;
    var seal = new FactSeal(vault, random);
    this.decisions = new DecideDesk(region, seal, parameters);
    this.telling = new Telling(region, seal, new Notices(region, seal, parameters), parameters);
    this.noticeDays = parameters.noticeWorkingDays();
    this.words = words;
    this.evidence = new Evidence(vault, random);
    this.settled = settled;
  }

  /// What somebody decides on one question.
  ///
  /// @param ask the question
  /// @param lastWord the last thing this person had said to it when the page was made
  /// @param chosen the answer, by category
  /// @param read the text that was on the screen
  public record Decision(
      ConsentAsk ask, long lastWord, Map<DataCategory, Answer> chosen, ConsentDraft.Text read) {
    /// Copies its parts.
    public Decision {
      chosen = Map.copyOf(chosen);
    }
  }

  /// What would follow from a decision.
  ///
  /// @param withheld how many messages that wait would not be handed over
  /// @param told about how many exchanges the receiver would be told to stop
  public record Effect(long withheld, int told) {}

  /// Puts a decision on record.
  ///
  /// @param kind what the page was for: a withdrawal when all that changes is a yes taken back
  public Work<Outcome> decide(SignedIn who, Decision decision, Kind kind) {
    return new PersonFiling(
        who,
        decision.ask().subject(),
        kind.row,
        places,
        (found, place, detail) -> decide(who, found, place, decision, detail, true));
  }

  /// What the row of a decision is called.
  public enum Kind {
    /// A yes, a no or a doubt is among what is said.
    ANTWOORD(EntryKind.CONSENT),
    /// All there is, is a yes taken back.
    INTREKKING(EntryKind.WITHDRAWAL);

    private final EntryKind row;

    Kind(EntryKind row) {
      this.row = row;
    }

    /// By what changes.
    public static Kind of(Line line, Map<DataCategory, Answer> chosen) {
      return DecideDesk.changes(line.mine().answers(), chosen)
              .keySet()
              .equals(Set.of(EventType.WITHDRAWN))
          ? INTREKKING
          : ANTWOORD;
    }
  }

  /// What would follow if this person decided so now: it is done, and undone.
  ///
  /// @return empty when it cannot be decided like this
  public Optional<Effect> tryOut(SignedIn who, Decision decision, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        var place = places.at(tx, who, decision.ask().subject());
        if (place.isEmpty()) {
          return Optional.empty();
        }
        var found = Found.toLook(tx, decision.ask().subject(), now);
        var detail = JsonNodeFactory.instance.objectNode();
        return decide(who, found, place.get(), decision, detail, false)
                instanceof Filing.Result.Filed filed
            ? Optional.of(effect(filed.also()))
            : Optional.empty();
      } finally {
        tx.rollback();
      }
    }
  }

  private static Effect effect(List<Entry> rows) {
    return new Effect(
        rows.stream().filter(row -> row.kind() == EntryKind.NOT_DELIVERED).count(),
        rows.stream()
            .filter(row -> row.kind() == EntryKind.STOP_MESSAGE)
            .mapToInt(row -> row.detail().path("transacties").size())
            .sum());
  }

  private Filing.Result decide(
      SignedIn who, Found found, Place place, Decision decision, ObjectNode detail, boolean isMeant)
      throws SQLException {
    var line =
        questions.at(found.tx(), place, found.at()).stream()
            .map(OwnQuestions.Asked::line)
            .filter(one -> one.ask().id().equals(decision.ask().id()))
            .findFirst();
    if (line.isEmpty()) {
      return Filing.notThere();
    }
    var changes = DecideDesk.changes(line.get().mine().answers(), decision.chosen());
    var denial = denial(line.get(), decision, changes.keySet(), isMeant);
    if (denial.isPresent()) {
      return Filing.notAllowed(denial.get(), denial.get().sentence());
    }
    var ask = line.get().ask();
    tell(detail, OwnWord.channel(who), decision, changes);
    var as =
        new OwnWord("", true, true)
            .by(who, place, ask.subject(), evidence, found.at())
            .saying("", List.of(), decision.read());
    var by = OwnWord.recorder(who, place);
    var filed =
        words.about(
            found,
            ask,
            () -> Filing.Result.of(decisions.decide(found.tx(), ask, as, changes, by, found.at())));
    if (who.help().isPresent() && filed instanceof Filing.Result.Filed) {
      // What another wrote down, this person can say was never spoken.
      var until = Term.dueAfter(found.at(), noticeDays, List.of());
      detail.put("kennisgevingen", telling.of(found.tx(), ask, until, found.at()));
    }
    return filed;
  }

  /// Why a decision is not put on record; empty when it is.
  ///
  /// @param isMeant whether it is said, and not only tried out
  private Optional<Denial> denial(
      Line line, Decision decision, Set<EventType> changes, boolean isMeant) {
    if (changes.isEmpty()) {
      return Optional.of(Denial.AL_GEZEGD);
    }
    if (isMeant && line.lastWord() != decision.lastWord()) {
      return Optional.of(Denial.VRAAG_VERANDERD);
    }
    if (!changes.contains(EventType.GIVEN)) {
      return Optional.empty();
    }
    if (line.mine().over()) {
      return Optional.of(Denial.VRAAG_VOORBIJ);
    }
    return !isMeant || settled.test(decision.read().language())
        ? Optional.empty()
        : Optional.of(Denial.TAAL_ALLEEN_OM_TE_LEZEN);
  }

  private static void tell(
      ObjectNode detail,
      Channel channel,
      Decision decision,
      Map<EventType, Set<DataCategory>> changes) {
    detail.put("toestemming", decision.ask().id().toString());
    detail.put("kanaal", channel.code());
    var text = detail.putObject("tekst");
    text.put("hash", decision.read().hash()).put("taal", decision.read().language());
    text.put("versie", decision.read().version());
    if (changes.keySet().equals(Set.of(EventType.WITHDRAWN))) {
      detail.set(
          "categorieen", about(decision, changes.getOrDefault(EventType.WITHDRAWN, Set.of())));
      return;
    }
    var said = detail.putArray("uitspraken");
    changes.forEach(
        (type, categories) ->
            said.addObject()
                .put("uitspraak", DecideDesk.word(type))
                .set("categorieen", about(decision, categories)));
  }

  private static JsonNode about(Decision decision, Set<DataCategory> categories) {
    return QuestionJson.words(
        categories.equals(decision.ask().categories())
            ? List.of()
            : categories.stream().map(DataCategory::name).sorted().toList());
  }
}
