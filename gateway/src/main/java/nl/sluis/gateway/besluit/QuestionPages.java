package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.gateway.besluit.Decisions.Weighed;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.desk.OwnQuestions.Found;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// The questions that wait for an answer, and the answer: yes, no or later in as many clicks, each
/// with what follows told before it is said.
///
/// The choice travels in the form and stands in no address, so that no history of a browser holds
/// it. May be shared between threads.
public final class QuestionPages implements PageRoutes {
  static final String HOME = "/mijn/vragen";
  private static final String TITLE = "beslissen.titel";
  private static final String SEEN = "gezien";

  private final OwnQuestions questions;
  private final Decisions decisions;
  private final ReceiptDesk receipts;
  private final Texts texts;

  /// @param questions knows of which questions somebody may know
  /// @param receipts makes proof of the own words
  /// @param texts what is said before a decision
  public QuestionPages(
      OwnQuestions questions, Decisions decisions, ReceiptDesk receipts, Texts texts) {
    this.questions = questions;
    this.decisions = decisions;
    this.receipts = receipts;
    this.texts = texts;
  }

  /// The questions about one child.
  ///
  /// @param talks those that wait, by the conversation in which they were asked
  /// @param later those that somebody wanted to think about
  public record At(ChildName child, List<Talk> talks, List<Question> later) {
    /// Copies its parts.
    public At {
      talks = List.copyOf(talks);
      later = List.copyOf(later);
    }
  }

  /// Questions that were asked together.
  public record Talk(Instant askedAt, List<Question> questions) {
    /// Copies its parts.
    public Talk {
      questions = List.copyOf(questions);
    }
  }

  /// All that waits.
  public record Waiting(List<At> children) {
    /// Copies its parts.
    public Waiting {
      children = List.copyOf(children);
    }

    /// Is there nothing at all?
    public boolean isEmpty() {
      return children.stream().allMatch(at -> at.talks().isEmpty() && at.later().isEmpty());
    }
  }

  /// One question, with what follows from no before it.
  ///
  /// @param missing whether it is shown again because some of it was not answered
  public record One(ChildName child, Question question, Told no, Told asked, boolean missing) {}

  /// What was chosen, with what follows.
  ///
  /// @param notice the key of what is said above it; empty when nothing is
  /// @param mayGoOn whether it can be said like this
  public record Confirm(
      ChildName child,
      Question question,
      List<Chosen> chosen,
      Told told,
      String seen,
      String notice,
      boolean mayGoOn) {
    /// Copies its parts.
    public Confirm {
      chosen = List.copyOf(chosen);
    }
  }

  /// What goes along in the form.
  public record Chosen(String field, String answer) {}

  /// What was said.
  ///
  /// @param proofs the receipts of it, the newest first
  /// @param next the next question of the same conversation; empty when there is none
  public record Done(ChildName child, Question question, List<Proof> proofs, Optional<UUID> next) {
    /// Copies its parts.
    public Done {
      proofs = List.copyOf(proofs);
    }
  }

  /// One receipt.
  ///
  /// @param key of the word for what was said
  public record Proof(UUID id, String key, Instant at) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "beslissen.tegel.vragen", "beeld-vraag"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::waiting);
    pages.get(HOME + "/:id", this::question);
    pages.post(HOME + "/:id/bevestigen", this::confirm);
    pages.post(HOME + "/:id/antwoord", this::answer);
    pages.get(HOME + "/:id/gezegd", this::done);
  }

  private View waiting(Visitor who, Asked asked) throws SQLException {
    var children = new ArrayList<At>();
    for (var child : questions.look(who.who(), asked.at())) {
      children.add(new At(ChildName.of(child), talks(child, asked.at()), later(child, asked.at())));
    }
    return new View.Shown("beslissen/vragen", new Waiting(children), TITLE);
  }

  private List<Talk> talks(Child child, Instant at) {
    Map<UUID, List<Question>> talks = new LinkedHashMap<>();
    for (var one : child.questions()) {
      if (one.isOpen()) {
        talks
            .computeIfAbsent(one.conversation(), _ -> new ArrayList<>())
            .add(decisions.question(new Found(child, one), at));
      }
    }
    return talks.values().stream()
        .map(
            together ->
                new Talk(
                    together.getFirst().askedAt(),
                    together.stream()
                        .sorted(Comparator.comparing(one -> one.to().name().orElse("")))
                        .toList()))
        .toList();
  }

  private List<Question> later(Child child, Instant at) {
    return child.questions().stream()
        .filter(one -> !one.isOpen() && one.line().mine().needed() && !one.line().mine().over())
        .filter(one -> one.line().mine().answers().containsValue(Answer.LATER))
        .map(one -> decisions.question(new Found(child, one), at))
        .toList();
  }

  private View question(Visitor who, Asked asked) throws SQLException {
    var found = found(who, asked);
    return found.<View>map(one -> question(who, asked, one, false)).orElseGet(View.Gone::new);
  }

  private View.Shown question(Visitor who, Asked asked, Found found, boolean missing) {
    var phrases = Phrases.of(texts, who);
    var question = decisions.question(found, asked.at());
    var model =
        new One(
            ChildName.of(found.child()),
            question,
            decisions.ofNo(found, phrases, asked.at()),
            Telling.ofQuestion(question, phrases),
            missing);
    return new View.Shown("beslissen/vraag", model, TITLE);
  }

  private View confirm(Visitor who, Asked asked) throws InputFault, SQLException {
    var found = found(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var choice = Choice.of(decisions.question(found.get(), asked.at()), asked);
    if (choice.isEmpty()) {
      return question(who, asked, found.get(), true).again();
    }
    var phrases = Phrases.of(texts, who);
    var weighed = decisions.weigh(who.who(), found.get(), choice.get(), phrases, asked.at());
    return weighed.changesNothing() ? said(weighed) : confirm(weighed, notice(weighed));
  }

  /// What has to be known before going on; empty when nothing has.
  private static String notice(Weighed weighed) {
    if (weighed.yesInDraft()) {
      return "beslissen.let-op.taal";
    }
    boolean isYes = weighed.chosen().containsValue(Answer.JA);
    return isYes && weighed.question().over() ? "beslissen.let-op.voorbij" : "";
  }

  private static View.Shown confirm(Weighed weighed, String notice) {
    var chosen = new ArrayList<Chosen>();
    chosen.add(new Chosen(Choice.ANSWER, Choice.IN_PARTS));
    weighed.chosen().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            one ->
                chosen.add(new Chosen(Choice.PART + one.getKey().name(), one.getValue().code())));
    var model =
        new Confirm(
            ChildName.of(weighed.found().child()),
            weighed.question(),
            chosen,
            weighed.told(),
            weighed.seen(),
            notice,
            !notice.equals("beslissen.let-op.taal") && !notice.equals("beslissen.let-op.voorbij"));
    return new View.Shown("beslissen/bevestigen", model, TITLE);
  }

  private View answer(Visitor who, Asked asked) throws InputFault, SQLException {
    var found = found(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var choice = Choice.of(decisions.question(found.get(), asked.at()), asked);
    if (choice.isEmpty()) {
      throw new InputFault(Choice.ANSWER);
    }
    var phrases = Phrases.of(texts, who);
    var weighed = decisions.weigh(who.who(), found.get(), choice.get(), phrases, asked.at());
    if (weighed.changesNothing()) {
      return said(weighed);
    }
    var notice = notice(weighed);
    if (!notice.isEmpty()) {
      return confirm(weighed, notice).again();
    }
    if (!weighed.seen().equals(asked.one(SEEN))) {
      return confirm(weighed, "beslissen.let-op.veranderd").again();
    }
    return switch (decisions.decide(who.who(), weighed, phrases)) {
      case Outcome.Done _ -> said(weighed);
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.NotAllowed(Denial why, _) ->
          why == Denial.AL_GEZEGD
              ? said(weighed)
              : confirm(weighed, "beslissen.let-op.veranderd").again();
      case Outcome.Faulty _ -> confirm(weighed, "beslissen.let-op.niet-gelukt").again();
    };
  }

  private static View said(Weighed weighed) {
    return new View.Moved(HOME + "/" + weighed.question().id() + "/gezegd");
  }

  private View done(Visitor who, Asked asked) throws SQLException {
    var found = found(who, asked);
    if (found.isEmpty() || found.get().asked().line().own().isEmpty()) {
      return new View.Gone();
    }
    var question = decisions.question(found.get(), asked.at());
    var model =
        new Done(
            ChildName.of(found.get().child()),
            question,
            proofs(who, found.get(), asked.at()),
            next(found.get(), question));
    return new View.Shown("beslissen/gezegd", model, TITLE);
  }

  private List<Proof> proofs(Visitor who, Found found, Instant at) throws SQLException {
    var line = found.asked().line();
    var said =
        line.own().stream()
            .collect(
                Collectors.toMap(ConsentEvent::seq, one -> one.type().said().orElse("anders")));
    return receipts.list(who.who(), line.ask().id(), at).orElseGet(List::of).reversed().stream()
        .map(
            one ->
                new Proof(
                    one.id(),
                    "beslissen.woord." + said.getOrDefault(one.seq(), "anders"),
                    Instant.parse(one.at())))
        .toList();
  }

  private static Optional<UUID> next(Found found, Question question) {
    return found.child().questions().stream()
        .filter(one -> one.isOpen() && one.conversation().equals(question.conversation()))
        .map(one -> one.line().ask().id())
        .filter(id -> !id.equals(question.id()))
        .findFirst();
  }

  private Optional<Found> found(Visitor who, Asked asked) throws SQLException {
    var id = asked.id();
    return id.isEmpty() ? Optional.empty() : decisions.find(who.who(), id.get(), asked.at());
  }
}
