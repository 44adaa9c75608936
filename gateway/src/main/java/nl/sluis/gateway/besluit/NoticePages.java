package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeAnswer;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.gateway.desk.NoticeDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.desk.OwnQuestions.Found;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// What somebody was told of what is on record, and the answer: read, or not so.
///
/// Both take one click. May be shared between threads.
public final class NoticePages implements PageRoutes {
  static final String HOME = "/mijn/meldingen";
  private static final String TITLE = "beslissen.titel";
  private static final String ANSWER = "antwoord";

  private final NoticeDesk desk;
  private final OwnQuestions questions;
  private final Decisions decisions;
  private final Sequencer sequencer;
  private final SubjectReference references;

  /// @param questions knows of which questions somebody may know
  /// @param references tells the code that stands for an identifier
  public NoticePages(
      NoticeDesk desk,
      OwnQuestions questions,
      Decisions decisions,
      Sequencer sequencer,
      SubjectReference references) {
    this.desk = desk;
    this.questions = questions;
    this.decisions = decisions;
    this.sequencer = sequencer;
    this.references = references;
  }

  /// What was told about one child.
  public record At(ChildName child, List<One> notices) {
    /// Copies its parts.
    public At {
      notices = List.copyOf(notices);
    }
  }

  /// All of it.
  public record All(List<At> children) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
    }
  }

  /// One notice.
  ///
  /// @param key of what it says
  /// @param question what it is about; empty when it is about no question
  /// @param code that shows that somebody is there; empty when there is none now
  /// @param seen whether it was answered that it was read
  /// @param denied whether it was answered that it is not so
  /// @param mayDeny whether it is about words that somebody may say are not so
  public record One(
      UUID id,
      String key,
      Instant at,
      Optional<Question> question,
      Optional<String> code,
      boolean seen,
      boolean denied,
      boolean mayDeny) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "beslissen.tegel.meldingen", "beeld-lezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::all);
    pages.post(HOME + "/:id", this::answer);
  }

  private View all(Visitor who, Asked asked) throws SQLException {
    var children = questions.look(who.who(), asked.at());
    var all = new ArrayList<At>();
    for (var told : desk.look(who.who(), asked.at())) {
      children.stream()
          .filter(child -> child.subject().equals(told.subject()))
          .findFirst()
          .ifPresent(
              child ->
                  all.add(
                      new At(
                          ChildName.of(child),
                          told.lines().stream()
                              .map(notice -> one(notice, child, asked.at()))
                              .toList())));
    }
    return new View.Shown("beslissen/meldingen", new All(all), TITLE);
  }

  private One one(Notice notice, Child child, Instant at) {
    var about =
        notice
            .ask()
            .flatMap(
                ask ->
                    child.questions().stream()
                        .filter(one -> one.line().ask().id().equals(ask.id()))
                        .findFirst())
            .map(one -> decisions.question(new Found(child, one), at));
    boolean isCode =
        notice.kind() == NoticeKind.AANWEZIGHEIDSCODE
            && notice.answerBy().filter(at::isBefore).isPresent();
    return new One(
        notice.id(),
        "beslissen.melding." + notice.kind().code(),
        child.cover().at(notice.givenAt()),
        about,
        isCode ? notice.matter().map(references::presenceCode) : Optional.empty(),
        notice.answers().contains(NoticeAnswer.GEZIEN),
        notice.answers().contains(NoticeAnswer.KLOPT_NIET),
        notice.kind().isAboutWords());
  }

  private View answer(Visitor who, Asked asked) throws InputFault, SQLException {
    var word = NoticeAnswer.of(asked.one(ANSWER)).orElseThrow(() -> new InputFault(ANSWER));
    var id = asked.id();
    var subject = id.isEmpty() ? Optional.<UUID>empty() : desk.subject(id.get());
    if (subject.isEmpty()) {
      return new View.Gone();
    }
    if (isSaid(who, id.orElseThrow(), word, asked.at())) {
      return new View.Moved(HOME);
    }
    var work =
        switch (word) {
          case GEZIEN -> desk.seen(who.who(), subject.get(), id.orElseThrow());
          case KLOPT_NIET -> desk.denied(who.who(), subject.get(), id.orElseThrow());
        };
    return switch (sequencer.submit(work).join()) {
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Done _, Outcome.Faulty _, Outcome.NotAllowed _ -> new View.Moved(HOME);
    };
  }

  /// Who presses twice says it once.
  private boolean isSaid(Visitor who, UUID id, NoticeAnswer word, Instant at) throws SQLException {
    return desk.look(who.who(), at).stream()
        .flatMap(child -> child.lines().stream())
        .anyMatch(notice -> notice.id().equals(id) && notice.answers().contains(word));
  }
}
