package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.HelpingDesk;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// Where somebody enters the code of a letter, and so gets a place at a child (decision 0009), or
/// the code of somebody who asked for help (decision 0042).
///
/// An unknown, a used and an old code are one page. May be shared between threads.
public final class CodePages implements PageRoutes {
  static final String HOME = "/mijn/code";
  private static final String DONE = HOME + "/gelukt";
  private static final String TITLE = "brief.titel";

  private static final String HELPING = "/mijn/helpen";

  private final LetterDesk letters;
  private final HelpingDesk helping;
  private final Sequencer sequencer;

  /// @param letters knows whose code is whose
  /// @param helping knows who asked whom for help
  public CodePages(LetterDesk letters, HelpingDesk helping, Sequencer sequencer) {
    this.letters = letters;
    this.helping = helping;
    this.sequencer = sequencer;
  }

  /// The form.
  ///
  /// @param wrong the key of what was wrong with the code before; empty when there was none
  public record Enter(String wrong) {}

  /// That it is done; it names no child, for whoever looks along.
  public record Entered() {}

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (_, _) -> form(""));
    pages.get(DONE, (_, _) -> new View.Shown("brief/gelukt", new Entered(), TITLE));
    pages.post(HOME, this::enter);
  }

  private static View.Shown form(String wrong) {
    return new View.Shown("brief/code", new Enter(wrong), TITLE);
  }

  private View enter(Visitor who, Asked asked) throws InputFault, SQLException {
    var code = asked.one("code").strip();
    if (helping.accept(who.who(), code, asked.at(), sequencer).isPresent()) {
      return new View.Moved(HELPING);
    }
    return switch (letters.enter(who.who(), code, asked.at(), sequencer)) {
      case Outcome.Done _ -> new View.Moved(DONE);
      case Outcome.NotAllowed(Denial denial, String _) ->
          form(denial == Denial.TE_VEEL_POGINGEN ? "brief.te-vaak" : "brief.onbekend").again();
      case Outcome.NotThere _, Outcome.Faulty _ -> form("brief.onbekend").again();
    };
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "brief.tegel", "beeld-lezen"));
  }
}
