package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.besluit.Statutes;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.inzicht.ChildrenModel;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.verzoek.Landing.Side;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// The pages on which somebody asks something about a line, or about what the law lets an
/// organisation share.
///
/// What somebody may not see and what is not there are one page. May be shared between threads.
public final class RightsPages implements PageRoutes {
  static final String HOME = "/mijn/verzoeken";
  static final String TITLE = "verzoeken.titel";
  private static final String ABOUT = HOME + "/over/:kind/:regel/:soort";
  private static final String WORDS = "woorden";
  private static final String SIDE = "bij";
  private static final String COUNTER = "loket";

  private final OwnRequests desk;
  private final Lines lines;
  private final OwnQuestions questions;
  private final SubjectReference references;
  private final CurrentLaw law;
  private final Sequencer sequencer;
  private final AnswerPages answers;

  /// @param lines knows which lines somebody sees
  /// @param questions knows whom somebody sees around a child
  /// @param references names what the law says, for each person otherwise
  /// @param law the words and the terms of the convenant
  RightsPages(
      OwnRequests desk,
      Lines lines,
      OwnQuestions questions,
      SubjectReference references,
      CurrentLaw law,
      Sequencer sequencer) {
    this.desk = desk;
    this.lines = lines;
    this.questions = questions;
    this.references = references;
    this.law = law;
    this.sequencer = sequencer;
    this.answers = new AnswerPages(desk, lines, references);
  }

  /// A form to ask one thing.
  ///
  /// @param path where it is sent
  /// @param line as a family reads it; empty when it is what the law lets an organisation share
  /// @param sentence what for, in plain Dutch
  /// @param holders who can answer; a choice when there is more than one, nobody when it cannot be
  ///   asked of this
  /// @param stops whether it holds up what it is against until it is weighed
  /// @param question where a yes is taken back instead; empty when it is not about one
  /// @param needsWords whether something must be said with it
  /// @param said what was typed before; empty at first
  /// @param wrong the key of what went wrong; empty when nothing
  /// @param back where one came from
  public record Form(
      ChildrenModel.One child,
      RequestKind kind,
      String path,
      Optional<Line> line,
      String sentence,
      List<Holder> holders,
      boolean stops,
      Optional<UUID> question,
      boolean byYes,
      boolean needsWords,
      String said,
      String wrong,
      String back) {
    /// Copies its list.
    public Form {
      holders = List.copyOf(holders);
    }

    /// Where the same is asked about in another way.
    public String other(RequestKind way) {
      return path.substring(0, path.lastIndexOf('/') + 1) + way.code();
    }
  }

  /// Who can answer.
  ///
  /// @param side the word for it in the form
  /// @param who it is, as a family reads it
  /// @param due when an answer is late
  public record Holder(String side, Who who, Instant due) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "verzoeken.tegel", "beeld-vraag"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, answers::all);
    pages.get(HOME + "/:id", answers::one);
    pages.get(ABOUT, (who, asked) -> form(who, asked, "", ""));
    pages.post(ABOUT, this::ask);
  }

  private record Found(Lines.Child child, RequestKind kind, Topic topic) {}

  private Optional<Found> find(Visitor who, Asked asked) throws SQLException {
    var word = asked.path().getOrDefault("kind", "");
    var kind = RequestKind.of(asked.path().getOrDefault("soort", ""));
    var name = asked.id("regel");
    if (kind.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    for (var child : lines.children(who, asked.at())) {
      if (child.word().equals(word)) {
        return topic(who, child, name.get(), asked.at())
            .map(topic -> new Found(child, kind.get(), topic));
      }
    }
    return Optional.empty();
  }

  private Optional<Topic> topic(Visitor who, Lines.Child child, UUID name, Instant at)
      throws SQLException {
    var line = lines.find(who, child, name, at).map(Topic::of);
    return line.isPresent() ? line : statute(who, child, name, at);
  }

  private Optional<Topic> statute(Visitor who, Lines.Child child, UUID name, Instant at)
      throws SQLException {
    var key = references.lineKey(who.who().number(), child.place().subject());
    return questions.look(who.who(), at).stream()
        .filter(one -> one.subject().equals(child.place().subject()))
        .flatMap(one -> Statutes.seen(one, law, at).stream())
        .filter(statute -> statute.name(key).equals(name))
        .findFirst()
        .map(statute -> Topic.of(statute, at));
  }

  private View form(Visitor who, Asked asked, String said, String wrong) throws SQLException {
    return find(who, asked)
        .<View>map(found -> shown(found, asked, said, wrong))
        .orElseGet(View.Gone::new);
  }

  private View.Shown shown(Found found, Asked asked, String said, String wrong) {
    var topic = found.topic();
    var kind = found.kind();
    var about = found.child().word() + "/" + asked.path().get("regel");
    var holders =
        topic.landing(kind).stream().map(side -> holder(topic, kind, side, asked.at())).toList();
    var form =
        new Form(
            found.child().one(),
            kind,
            HOME + "/over/" + about + "/" + kind.code(),
            topic.line(),
            topic.sentence(),
            holders,
            topic.stops(),
            topic.line().flatMap(Line::question),
            topic.byYes(),
            needsWords(kind),
            said,
            wrong,
            topic.line().isPresent()
                ? found.child().one().path() + "/regel/" + asked.path().get("regel")
                : "/mijn/toestemmingen/wet/" + found.child().word());
    return new View.Shown("verzoeken/vraag", form, TITLE);
  }

  private Holder holder(Topic topic, RequestKind kind, Side side, Instant at) {
    var terms = OwnRequests.terms(law, topic.at(side), at);
    return new Holder(side.name(), topic.who(side), Deadline.of(kind, terms, at));
  }

  /// Nobody can mend what is not said to be wrong, or answer a complaint without words.
  private static boolean needsWords(RequestKind kind) {
    return switch (kind) {
      case RECTIFICATIE, KLACHT -> true;
      case WAAROM, BEZWAAR, WISSING, INZAGE -> false;
    };
  }

  private View ask(Visitor who, Asked asked) throws InputFault, SQLException {
    var said = asked.one(WORDS);
    var found = find(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var kind = found.get().kind();
    if (!RequestWords.mayBeKept(said)) {
      return shown(found.get(), asked, said, "verzoeken.fout.woorden").again();
    }
    if (needsWords(kind) && said.isBlank()) {
      return shown(found.get(), asked, said, "verzoeken.fout.leeg").again();
    }
    var side = side(found.get().topic().landing(kind), asked.one(SIDE));
    var counter =
        kind == RequestKind.KLACHT ? Counter.of(asked.one(COUNTER)) : Optional.<Counter>empty();
    if (side.isEmpty() || counter.isPresent() != (kind == RequestKind.KLACHT)) {
      return shown(found.get(), asked, said, "verzoeken.fout.kies").again();
    }
    return sent(who, asked, found.get(), side.get(), counter, said);
  }

  private static Optional<Side> side(List<Side> sides, String word) {
    return sides.size() == 1
        ? Optional.of(sides.getFirst())
        : Arrays.stream(Side.values())
            .filter(side -> sides.contains(side) && side.name().equals(word))
            .findFirst();
  }

  private View sent(
      Visitor who, Asked asked, Found found, Side side, Optional<Counter> counter, String said)
      throws SQLException {
    var topic = found.topic();
    boolean stops = found.kind() == RequestKind.BEZWAAR && topic.stops();
    var draft =
        new OwnRequests.Draft(
            found.kind(), topic.at(side), counter, topic.matter(), stops, who.language(), said);
    var place = found.child().place();
    var once = Topic.once(topic.matter());
    var work =
        desk.ask(
            who.who(),
            place.subject(),
            draft,
            (tx, now, at) -> lines.isSeen(tx, who.who(), now, once, at));
    return switch (sequencer.submit(work).join()) {
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Done done -> new View.Moved(HOME + "/" + done.id());
      case Outcome.Faulty _, Outcome.NotAllowed _ ->
          shown(found, asked, said, "verzoeken.fout.te-veel").again();
    };
  }
}
