package nl.sluis.gateway.maandoverzicht;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.inzicht.MonthRecord.Child;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// The pages on which a family takes a month home (portals.md 3.2, point 7).
///
/// A child has another name in addresses for each person; a month of which there is none and a
/// child of another are one page. Names of files say nothing of anybody. May be shared between
/// threads.
public final class MonthPages implements PageRoutes {
  private static final String HOME = "/mijn/overzichten";
  private static final String TITLE = "overzicht.titel";

  private final StatementDesk desk;
  private final Papers papers;

  /// @param desk makes statements
  /// @param papers prints them
  public MonthPages(StatementDesk desk, Papers papers) {
    this.desk = desk;
    this.papers = papers;
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "overzicht.tegel", "beeld-lezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::children);
    pages.get(HOME + "/:kind", this::months);
    pages.get(HOME + "/:kind/:maand/bestand", this::file);
    pages.get(HOME + "/:kind/:maand/papier", this::paper);
  }

  private View children(Visitor who, Asked asked) throws SQLException {
    var children =
        desk.children(who.who(), asked.at()).stream().map(one -> one.at(path(one))).toList();
    return new View.Shown("overzicht/kinderen", new ChoiceModel(children), TITLE);
  }

  private View months(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    if (child.isEmpty()) {
      return new View.Gone();
    }
    var path = path(child.get());
    var months =
        desk.months(asked.at()).stream()
            .map(
                month ->
                    new MonthsModel.Month(
                        month,
                        path + "/" + month + "/bestand",
                        path + "/" + month + "/papier",
                        MonthClosing.isOver(month, asked.at())))
            .toList();
    return new View.Shown(
        "overzicht/maanden", new MonthsModel(child.get().at(path), months, HOME), TITLE);
  }

  private View file(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    var month = month(asked);
    if (child.isEmpty() || month.isEmpty()) {
      return new View.Gone();
    }
    return desk.statement(who, child.get(), month.get(), asked.at())
        .<View>map(
            bytes -> new View.File("overzicht-" + month.get() + ".json", "application/json", bytes))
        .orElseGet(View.Gone::new);
  }

  private View paper(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    var month = month(asked);
    if (child.isEmpty() || month.isEmpty()) {
      return new View.Gone();
    }
    return desk.paper(who, child.get(), month.get(), asked.at())
        .<View>map(
            model ->
                new View.File(
                    "overzicht-" + month.get() + ".pdf",
                    Papers.MEDIA_TYPE,
                    papers.pdf(
                        new View.Shown("papier/overzicht", model, TITLE),
                        who.language(),
                        model.made())))
        .orElseGet(View.Gone::new);
  }

  private Optional<Child> child(Visitor who, Asked asked) throws SQLException {
    return desk.child(who.who(), asked.path().getOrDefault("kind", ""), asked.at());
  }

  private Optional<YearMonth> month(Asked asked) throws SQLException {
    try {
      var month = YearMonth.parse(asked.path().getOrDefault("maand", ""));
      return desk.months(asked.at()).stream().filter(month::equals).findFirst();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String path(Child child) {
    return HOME + "/" + child.word();
  }
}
