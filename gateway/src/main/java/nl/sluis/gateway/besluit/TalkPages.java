package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Ages;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.TalkDesk;
import nl.sluis.gateway.gesprek.Talk;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.convenant.Condition;

/// The talks in which somebody is said to have agreed before something was sent, and the answer:
/// there was such a talk, or there was not (design 10.13).
///
/// Both take one click, and can be changed. May be shared between threads.
public final class TalkPages implements PageRoutes {
  static final String HOME = "/mijn/gesprekken";
  private static final String TITLE = "gesprek.titel";
  private static final String WORD = "woord";
  private static final Set<String> WORDS = Set.of("was-er", "was-er-niet");

  private final TalkDesk desk;
  private final Ages ages;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param desk knows of which talks somebody may know
  /// @param ages by which children are told apart
  /// @param law the words of the convenant
  public TalkPages(TalkDesk desk, Ages ages, Sequencer sequencer, CurrentLaw law) {
    this.desk = desk;
    this.ages = ages;
    this.sequencer = sequencer;
    this.law = law;
  }

  /// The talks about one child.
  public record At(ChildName child, List<One> talks) {
    /// Copies its parts.
    public At {
      talks = List.copyOf(talks);
    }
  }

  /// All of them.
  public record All(List<At> children) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
    }

    /// Is there none?
    public boolean isEmpty() {
      return children.stream().allMatch(at -> at.talks().isEmpty());
    }
  }

  /// One talk.
  ///
  /// @param sentence what had to be talked about, in the words of the convenant
  /// @param from who says that there was one
  /// @param to for whom the message was
  /// @param day on which it is said to have been
  /// @param said the key of what this person says of it; empty when nothing
  /// @param late the day on which it was shown, when it was kept back before
  public record One(
      UUID id,
      String sentence,
      Who from,
      Who to,
      LocalDate day,
      Optional<String> said,
      Optional<Instant> late) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "gesprek.tegel", "beeld-lezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::all);
    pages.post(HOME + "/:id", this::answer);
  }

  private View all(Visitor who, Asked asked) throws SQLException {
    var seen = desk.look(who.who(), asked.at());
    var old = ages.of(seen, asked.at());
    var children =
        seen.stream()
            .map(
                child ->
                    new At(
                        ChildName.of(child, old),
                        child.lines().stream()
                            .map(line -> one(line, child.cover(), asked.at()))
                            .toList()))
            .toList();
    return new View.Shown("beslissen/gesprekken", new All(children), TITLE);
  }

  private One one(TalkDesk.Line line, Cover cover, Instant at) {
    var talk = line.talk();
    var words = law.now().couldGovern(talk.from(), talk.to(), at).getFirst();
    return new One(
        talk.id(),
        Optional.ofNullable(words.conditions().get(talk.condition()))
            .map(Condition::sentence)
            .orElse(""),
        Who.of(talk.from(), words, cover).withoutRole(),
        Who.of(talk.to(), words, cover).withoutRole(),
        talk.date(),
        line.said().map(word -> "gesprek.zei." + word),
        line.since());
  }

  private View answer(Visitor who, Asked asked) throws InputFault, SQLException {
    var word = asked.one(WORD);
    if (!WORDS.contains(word)) {
      throw new InputFault(WORD);
    }
    var id = asked.id();
    for (var child : desk.look(who.who(), asked.at())) {
      for (var line : child.lines()) {
        if (id.filter(line.talk().id()::equals).isPresent()) {
          return line.said().filter(word::equals).isPresent()
              ? new View.Moved(HOME)
              : said(who, line.talk(), word);
        }
      }
    }
    return new View.Gone();
  }

  private View said(Visitor who, Talk talk, String word) {
    return switch (sequencer.submit(desk.say(who.who(), talk, word)).join()) {
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Done _, Outcome.Faulty _, Outcome.NotAllowed _ -> new View.Moved(HOME);
    };
  }
}
