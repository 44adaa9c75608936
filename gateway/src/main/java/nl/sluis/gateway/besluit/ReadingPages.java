package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.gateway.desk.Ages;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnReadingDesk;
import nl.sluis.gateway.desk.OwnReadingDesk.Line;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.scan.BsnScan;

/// Texts that somebody may read before they go: read, let go or stop with one click each, and add
/// what is to go along.
///
/// May be shared between threads.
public final class ReadingPages implements PageRoutes {
  static final String HOME = "/mijn/leesmee";
  private static final String PART = "leesmee";
  private static final String TITLE = "leesmee.titel";
  private static final String WORD = "woord";
  private static final String REMARK = "opmerking";
  private static final int LONGEST = 1000;
  private static final Set<ReadingWord> ANSWERS =
      EnumSet.of(ReadingWord.AKKOORD, ReadingWord.TEGENGEHOUDEN, ReadingWord.KLOPT_NIET);

  private final OwnReadingDesk desk;
  private final Ages ages;
  private final Sequencer sequencer;
  private final Texts texts;

  /// @param desk knows which texts somebody may read
  /// @param ages by which children are told apart
  /// @param texts in which languages somebody can let a text go
  public ReadingPages(OwnReadingDesk desk, Ages ages, Sequencer sequencer, Texts texts) {
    this.desk = desk;
    this.ages = ages;
    this.sequencer = sequencer;
    this.texts = texts;
  }

  /// The texts about one child.
  public record At(ChildName child, List<One> pieces) {
    /// Copies its parts.
    public At {
      pieces = List.copyOf(pieces);
    }
  }

  /// All of them.
  public record All(List<At> children) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
    }

    /// Is there nothing to read?
    public boolean isEmpty() {
      return children.stream().allMatch(at -> at.pieces().isEmpty());
    }
  }

  /// One text in the list.
  ///
  /// @param state the key of how it stands
  public record One(UUID id, Who from, Who to, String purpose, String state, Instant readUntil) {}

  /// One text, opened or not.
  ///
  /// @param kind what can be done with it: `akkoord`, `inzage` or `tegenhouden`
  /// @param decides whether it does not go without this person
  /// @param open whether something can be said of it still
  /// @param content what it says; nothing before it is read
  /// @param own the key of what this person said last; empty when nothing
  /// @param onPaper whether something was written down in this person's name
  /// @param remark what is to go along
  /// @param wrong the key of what went wrong; empty when nothing
  public record Text(
      ChildName child,
      One one,
      String kind,
      boolean decides,
      boolean open,
      boolean read,
      List<Written> content,
      String own,
      boolean onPaper,
      String remark,
      String wrong) {
    /// Copies its parts.
    public Text {
      content = List.copyOf(content);
    }

    /// Can it be stopped?
    public boolean canBeStopped() {
      return !kind.equals(ReadFirst.Kind.INZAGE.code());
    }
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "leesmee.tegel", "beeld-lezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::all);
    pages.get(HOME + "/:id", (who, asked) -> text(who, asked, ""));
    pages.post(HOME + "/:id/lezen", this::read);
    pages.post(HOME + "/:id/antwoord", this::answer);
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
    return new View.Shown("leesmee/teksten", new All(children), TITLE);
  }

  private static One one(Line line, Cover cover, Instant at) {
    var piece = line.piece();
    return new One(
        piece.id(),
        Who.of(piece.from(), line.words(), cover).withoutRole(),
        Who.of(piece.to(), line.words(), cover).withoutRole(),
        line.words().purposes().getOrDefault(piece.purpose(), ""),
        "leesmee.stand." + state(line, at),
        piece.readUntil());
  }

  private static String state(Line line, Instant at) {
    if (line.given().isPresent()) {
      return "weg";
    }
    if (!at.isBefore(line.piece().goodUntil())) {
      return "voorbij";
    }
    return line.isDone() ? "mag-weg" : "wacht";
  }

  private View.Shown shown(Found found, Instant at, String wrong) throws SQLException {
    var line = found.line();
    boolean open = line.isWhole() && at.isBefore(line.piece().goodUntil());
    var text =
        new Text(
            found.child(),
            one(line, found.cover(), at),
            line.first().kind().code(),
            line.decides(),
            open && line.given().isEmpty(),
            line.isRead(),
            desk.text(line)
                .map(said -> Written.of(line.piece().categories(), said, line.words()))
                .orElse(List.of()),
            own(line),
            line.own().stream().anyMatch(ReadingEvent::onPaper),
            line.remark(),
            wrong);
    return new View.Shown("leesmee/tekst", text, TITLE);
  }

  private static String own(Line line) {
    var said = line.own().stream().map(ReadingEvent::word).filter(ANSWERS::contains).toList();
    return said.isEmpty() ? "" : "leesmee.zei." + said.getLast().code();
  }

  private record Found(Line line, ChildName child, Cover cover) {}

  private Optional<Found> find(Visitor who, Asked asked) throws SQLException {
    var seen = desk.look(who.who(), asked.at());
    var old = ages.of(seen, asked.at());
    for (var child : seen) {
      for (var line : child.lines()) {
        if (asked.id().filter(line.piece().id()::equals).isPresent()) {
          return Optional.of(new Found(line, ChildName.of(child, old), child.cover()));
        }
      }
    }
    return Optional.empty();
  }

  private View text(Visitor who, Asked asked, String wrong) throws SQLException {
    var found = find(who, asked);
    return found.isEmpty() ? new View.Gone() : shown(found.get(), asked.at(), wrong);
  }

  private View read(Visitor who, Asked asked) throws SQLException {
    var found = find(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var piece = found.get().line().piece();
    var page = new View.Moved(HOME + "/" + piece.id());
    if (found.get().line().isRead()) {
      return page;
    }
    return switch (sequencer.submit(desk.read(who.who(), piece)).join()) {
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Done _, Outcome.Faulty _, Outcome.NotAllowed _ -> page;
    };
  }

  private View answer(Visitor who, Asked asked) throws InputFault, SQLException {
    var said = asked.one(WORD);
    var word = ReadingWord.of(said).filter(ANSWERS::contains);
    var remark = asked.one(REMARK);
    if (word.isEmpty() && (!said.isEmpty() || remark.isEmpty())) {
      return again(who, asked, "leesmee.fout.leeg");
    }
    if (remark.length() > LONGEST || BsnScan.holdsBsn(remark)) {
      return again(who, asked, "leesmee.fout.opmerking");
    }
    var found = find(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    if (word.filter(w -> w == ReadingWord.AKKOORD).isPresent()
        && !texts.binding(PART, who.language())) {
      return again(who, asked, "leesmee.fout.taal");
    }
    var piece = found.get().line().piece();
    return switch (sequencer.submit(desk.say(who.who(), piece, word, remark)).join()) {
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Done _ -> new View.Moved(HOME + "/" + piece.id());
      case Outcome.Faulty _, Outcome.NotAllowed _ -> again(who, asked, "leesmee.fout.niet-nu");
    };
  }

  private View again(Visitor who, Asked asked, String wrong) throws SQLException {
    return text(who, asked, wrong) instanceof View.Shown shown ? shown.again() : new View.Gone();
  }
}
