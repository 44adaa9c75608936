package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import nl.sluis.gateway.desk.HelperDesk;
import nl.sluis.gateway.desk.OnlookerDesk;
import nl.sluis.gateway.desk.OnlookerDesk.Onlooker;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// Who looks along: whom a youth of sixteen or seventeen lets look, and whom somebody lets help. To
/// stop takes one click.
///
/// May be shared between threads.
public final class OnlookerPages implements PageRoutes {
  static final String HOME = "/mijn/meekijkers";
  private static final String TITLE = "beslissen.titel";
  private static final String WORD = "woord";

  private final OnlookerDesk desk;
  private final HelperDesk helpers;
  private final Sequencer sequencer;

  /// @param desk knows whose word is whose
  /// @param helpers knows whom somebody lets help
  public OnlookerPages(OnlookerDesk desk, HelperDesk helpers, Sequencer sequencer) {
    this.desk = desk;
    this.helpers = helpers;
    this.sequencer = sequencer;
  }

  /// Who looks, at each child.
  ///
  /// @param helped by whom somebody is helped, at each child
  /// @param wrong whether the word that was typed is of nobody
  public record All(List<At> children, List<HelperDesk.At> helped, boolean wrong) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
      helped = List.copyOf(helped);
    }

    /// Was nobody ever let help?
    public boolean isHelpless() {
      return helped.stream().allMatch(at -> at.given().isEmpty());
    }

    /// Is there nobody who looks along, and nobody to let?
    public boolean isEmpty() {
      return children.stream().noneMatch(at -> at.self() || !at.onlookers().isEmpty());
    }
  }

  /// At one child: those whom it lets look, or the own word.
  public record At(boolean self, List<Onlooker> onlookers) {
    /// Copies its parts.
    public At {
      onlookers = List.copyOf(onlookers);
    }
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (who, asked) -> all(who, asked, false));
    pages.post(HOME + "/laat-kijken", (who, asked) -> let(who, asked, true));
    pages.post(HOME + "/stop", (who, asked) -> let(who, asked, false));
  }

  private View.Shown all(Visitor who, Asked asked, boolean wrong) throws SQLException {
    var children =
        desk.look(who.who(), asked.at()).stream()
            .map(child -> new At(child.self(), child.lines()))
            .toList();
    var helped = helpers.look(who.who(), asked.at());
    return new View.Shown("beslissen/meekijkers", new All(children, helped, wrong), TITLE);
  }

  private View let(Visitor who, Asked asked, boolean open) throws InputFault, SQLException {
    var word = asked.one(WORD).toLowerCase(Locale.ROOT);
    if (isSo(who, asked, word, open)) {
      return new View.Moved(HOME);
    }
    var work = desk.let(who.who(), word, open);
    if (work.isEmpty()) {
      return new View.Gone();
    }
    return switch (sequencer.submit(work.get()).join()) {
      case Outcome.Done _ -> new View.Moved(HOME);
      case Outcome.NotThere _ -> new View.Gone();
      case Outcome.Faulty _, Outcome.NotAllowed _ -> all(who, asked, true).again();
    };
  }

  /// Who presses twice says it once.
  private boolean isSo(Visitor who, Asked asked, String word, boolean open) throws SQLException {
    return desk.look(who.who(), asked.at()).stream()
        .filter(child -> child.self())
        .flatMap(child -> child.lines().stream())
        .anyMatch(one -> one.word().equals(word) && one.open() == open);
  }
}
