package nl.sluis.policies.legal;

import static nl.sluis.policies.legal.Said.join;

import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Rule;

/// The points that a lawyer must decide, with the rules that wait for each.
///
/// @param convenants those whose points are told
/// @param rules every rule of theirs
record PointsPage(Collection<Convenant> convenants, Collection<Rule> rules) {

  String page() {
    var table = new Table();
    table.text("# Punten voor de jurist");
    table.text(
        Said.MADE
            + " Zolang een punt niet is beslist, weigert Sluis in productie elke regel die erop"
            + " leunt; een voorbeeld draait wel, en zegt dat erbij. Een regel leunt op een punt als"
            + " hij het noemt, of als hij doet wat bij het punt staat. Op een melding over"
            + " veiligheid wacht niemand. Een besluit komt in `juridisch.yaml`, met wie en"
            + " wanneer.");
    table.head(
        "punt",
        "vraag",
        "waar de tekst nu van uitgaat",
        "andere antwoorden",
        "wat het raakt",
        "regels die wachten, of waarom er geen wacht",
        "besluit, door, datum");
    var points = new TreeMap<String, LegalPoint>(Said.byNumber());
    convenants.forEach(c -> c.legalPoints().forEach(points::putIfAbsent));
    points.values().forEach(point -> table.row(point(point)));
    return table.page();
  }

  private String[] point(LegalPoint point) {
    var ruling =
        point.ruling().map(r -> r.answer() + ", " + r.by() + ", " + r.on()).orElse("nog niet");
    return new String[] {
      "**" + point.id() + "**",
      point.question(),
      point.chosen(),
      join(point.options().stream().filter(o -> !o.equals(point.chosen()))),
      point.touches(),
      waiting(point),
      ruling
    };
  }

  private String waiting(LegalPoint point) {
    if (point.noLane().isPresent()) {
      return "geen: " + point.noLane().get();
    }
    var waiting = rules.stream().filter(r -> r.legalPoints().contains(point.id()));
    var why = new ArrayList<>(point.bearing().inWords());
    for (var convenant : convenants) {
      convenant.arrangements().retentions().values().stream()
          .filter(term -> term.legalPoints().contains(point.id()))
          .forEach(term -> why.add("bewaar " + term.code()));
    }
    return join(waiting.map(Rule::id))
        + (why.isEmpty() ? "" : " (door " + join(why.stream()) + ")");
  }
}
