package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.DecideDesk;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.EventType;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.DecisionDesk;
import nl.sluis.gateway.desk.DecisionDesk.Decision;
import nl.sluis.gateway.desk.DecisionDesk.Effect;
import nl.sluis.gateway.desk.DecisionDesk.Kind;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnQuestions.Found;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;

/// What a decision would come to, told before it is made; and the decision, when what was told is
/// still so. May be shared between threads.
public final class Decisions {
  /// Stands for the text while it is being made.
  private static final String UNREAD = "0".repeat(64);

  private final OwnQuestions questions;
  private final DecisionDesk desk;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param law the words of the convenant
  public Decisions(OwnQuestions questions, DecisionDesk desk, Sequencer sequencer, CurrentLaw law) {
    this.questions = questions;
    this.desk = desk;
    this.sequencer = sequencer;
    this.law = law;
  }

  /// A question with what somebody chose, and what is told of it.
  ///
  /// @param told what stands on the screen
  /// @param hash of it
  /// @param seen of it and of what this person had said by then: what the form brings back
  /// @param changesNothing whether all of it had been said before
  /// @param yesInDraft whether there is a yes in it, and these texts take none
  record Weighed(
      Found found,
      Question question,
      Map<DataCategory, Answer> chosen,
      Told told,
      String hash,
      String seen,
      boolean changesNothing,
      boolean yesInDraft) {
    Weighed {
      chosen = Map.copyOf(chosen);
    }
  }

  /// The question under this identifier; empty when there is none for this person.
  Optional<Found> find(SignedIn who, UUID id, Instant now) throws SQLException {
    return questions.find(who, id, now);
  }

  Question question(Found found, Instant now) {
    return Question.of(found.asked(), words(found, now), found.child().cover());
  }

  /// That no is allowed, and what happens then.
  Told ofNo(Found found, Phrases phrases, Instant now) {
    return Telling.ofNo(question(found, now), around(found, now), phrases);
  }

  /// What a choice would come to. Nothing is changed.
  Weighed weigh(
      SignedIn who, Found found, Map<DataCategory, Answer> chosen, Phrases phrases, Instant now)
      throws SQLException {
    var question = question(found, now);
    var changes = DecideDesk.changes(question.answers(), chosen);
    var effect =
        changes.isEmpty()
            ? new Effect(0, 0)
            : desk.tryOut(who, decision(found, chosen, phrases, UNREAD), now)
                .orElseGet(() -> new Effect(0, 0));
    var told = Telling.ofChoice(question, changes, around(found, now), effect, phrases);
    return new Weighed(
        found,
        question,
        chosen,
        told,
        told.hash(phrases.language(), phrases.digest()),
        told.hash(phrases.language(), phrases.digest() + "/" + found.asked().line().lastWord()),
        changes.isEmpty(),
        changes.containsKey(EventType.GIVEN) && !phrases.binding());
  }

  /// Makes the decision that was weighed.
  Outcome decide(SignedIn who, Weighed weighed, Phrases phrases) {
    var line = weighed.found().asked().line();
    var decision = decision(weighed.found(), weighed.chosen(), phrases, weighed.hash());
    return sequencer.submit(desk.decide(who, decision, Kind.of(line, weighed.chosen()))).join();
  }

  private static Decision decision(
      Found found, Map<DataCategory, Answer> chosen, Phrases phrases, String hash) {
    var line = found.asked().line();
    return new Decision(
        line.ask(),
        line.lastWord(),
        chosen,
        new ConsentDraft.Text(phrases.digest(), hash, phrases.language()));
  }

  private Around around(Found found, Instant now) {
    return Around.of(found.asked(), found.child(), words(found, now));
  }

  private Convenant words(Found found, Instant now) {
    var ask = found.asked().line().ask();
    return law.now().couldGovern(ask.sender(), ask.receiver(), now).getFirst();
  }
}
