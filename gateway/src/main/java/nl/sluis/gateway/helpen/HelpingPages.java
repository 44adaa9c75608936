package nl.sluis.gateway.helpen;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.gateway.desk.HelperLooks;
import nl.sluis.gateway.desk.HelpingDesk;
import nl.sluis.gateway.desk.HelpingDesk.Helping;
import nl.sluis.gateway.desk.HelpingDesk.Opened;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Borrowed;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// What somebody reads who was asked to help: the pages of that person, of one child, of the part
/// that was chosen, without a button (decision 0042).
///
/// Each page is the page of the giver, asked anew with the sight of the giver: what the giver may
/// not see is not there, and what was not chosen is not there either, in the same words as what
/// never was. There is no form here but the one to stop helping. May be shared between threads.
public final class HelpingPages implements PageRoutes {
  static final String HOME = "/mijn/helpen";
  private static final String ONE = HOME + "/:machtiging";
  private static final String LINES = ONE + "/regels";
  private static final String QUESTIONS = ONE + "/vragen";
  private static final String OWN_LINES = "/mijn/inzien/:kind";
  private static final String OWN_QUESTIONS = "/mijn/vragen";
  private static final String TITLE = "helpen.titel";

  private final HelpingDesk desk;
  private final HelperLooks looks;
  private final Sequencer sequencer;
  private final Borrowed borrowed = new Borrowed();

  /// @param desk knows who helps whom
  /// @param looks writes down that a helper read questions; the pages of lines do so themselves
  /// @param own the pages on which people read lines and questions
  public HelpingPages(
      HelpingDesk desk, HelperLooks looks, Sequencer sequencer, List<PageRoutes> own) {
    this.desk = desk;
    this.looks = looks;
    this.sequencer = sequencer;
    own.forEach(part -> part.add(borrowed));
  }

  /// Whom somebody helps.
  public record Mine(List<One> helped) {
    /// Copies its list.
    public Mine {
      helped = List.copyOf(helped);
    }
  }

  /// One who is helped.
  ///
  /// @param home where its pages begin
  public record One(Helping helping, String home) {
    /// Was it chosen that the helper reads lines?
    public boolean lines() {
      return helping.one().parts().contains(Part.REGELS);
    }

    /// Was it chosen that the helper reads questions?
    public boolean questions() {
      return helping.one().parts().contains(Part.VRAGEN);
    }
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "helpen.tegel", "beeld-hulp"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::mine);
    pages.post(HOME + "/stop", this::stop);
    for (var part : List.of("", "/tot/:dag", "/regel/:id", "/kring")) {
      pages.get(LINES + part, (who, asked) -> lines(who, asked, OWN_LINES + part));
    }
    pages.get(QUESTIONS, (who, asked) -> questions(who, asked, OWN_QUESTIONS));
    pages.get(QUESTIONS + "/:id", (who, asked) -> questions(who, asked, OWN_QUESTIONS + "/:id"));
  }

  private View mine(Visitor who, Asked asked) throws SQLException {
    var helped =
        desk.look(who.who(), asked.at()).stream()
            .map(one -> new One(one, HOME + "/" + one.one().id()))
            .toList();
    return new View.Shown("helpen/mijn", new Mine(helped), TITLE);
  }

  private View stop(Visitor who, Asked asked) throws InputFault, SQLException {
    var work = Optional.<Work<Outcome>>empty();
    try {
      work = desk.stop(who.who(), UUID.fromString(asked.one("machtiging")), asked.at());
    } catch (IllegalArgumentException _) {
      return new View.Gone();
    }
    if (work.isEmpty()) {
      return new View.Gone();
    }
    var _ = sequencer.submit(work.get()).join();
    return new View.Moved(HOME);
  }

  private View lines(Visitor who, Asked asked, String own) throws InputFault, SQLException {
    var opened = opened(who, asked, Part.REGELS);
    if (opened.isEmpty()) {
      return new View.Gone();
    }
    var path = new HashMap<>(asked.path());
    path.put("kind", opened.get().child());
    var lent = new Asked(asked.at(), path, asked.form(), asked.query(), asked.cookies());
    return shown(opened.get(), borrowed.shown(own).answer(as(who, opened.get()), lent));
  }

  private View questions(Visitor who, Asked asked, String own) throws InputFault, SQLException {
    var opened = opened(who, asked, Part.VRAGEN);
    if (opened.isEmpty()) {
      return new View.Gone();
    }
    var _ = looks.note(opened.get().giver(), who.formToken(), Part.VRAGEN);
    return shown(opened.get(), borrowed.shown(own).answer(as(who, opened.get()), asked));
  }

  private Optional<Opened> opened(Visitor who, Asked asked, Part part) throws SQLException {
    var id = asked.id("machtiging");
    return id.isEmpty() ? Optional.empty() : desk.open(who.who(), id.get(), part, asked.at());
  }

  private static Visitor as(Visitor who, Opened opened) {
    return new Visitor(opened.giver(), who.language(), who.easy(), who.formToken());
  }

  /// The same page in words for a helper; what is not lent is not there.
  private static View shown(Opened opened, View view) {
    return switch (view) {
      case View.Shown(var template, var model, var _, var _) -> {
        var name = template.substring(template.indexOf('/') + 1);
        var home = HOME + "/" + opened.helping().one().id();
        yield new View.Shown(
            "helpen/" + name, new AtHelper<>(opened.helping(), home, model), TITLE);
      }
      case View.Framed _, View.Moved _, View.Left _, View.File _, View.Streamed _, View.Gone _ ->
          new View.Gone();
    };
  }
}
