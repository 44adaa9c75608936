package nl.sluis.policies.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.policies.hypothesis.LaneText;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// The circle for who does not look at pictures: the same lines as a summary and as rows.
final class CircleText {
  static final List<String> COLUMNS = List.of("regel", "van", "aan", "waarvoor", "wat", "weg");

  private CircleText() {}

  /// Who is in it and how many lines there are, in a few sentences.
  static String summary(Circle circle) {
    var team = names(circle.kernteam());
    var others = names(circle.around());
    return "In het midden staat de school. "
        + (team.isEmpty() ? "" : "Het kernteam eromheen: " + team + ". ")
        + (others.isEmpty() ? "" : "Daarbuiten: " + others + ". ")
        + "Elke lijn noemt de regels van het convenant; de tabel bij de tekening zegt per regel wie"
        + " wat aan wie geeft, waarvoor en langs welke weg.";
  }

  /// One row per exchange: what is drawn, then what passes inside a group, then what is weighed
  /// each time.
  static List<List<String>> rows(Circle circle) {
    var rows = new ArrayList<List<String>>();
    for (var exchange : circle.drawn()) {
      rows.add(row(circle, exchange));
    }
    for (var exchange : circle.inside()) {
      rows.add(row(circle, exchange));
    }
    for (var exchange : circle.weighed()) {
      rows.add(row(circle, exchange));
    }
    return rows;
  }

  private static List<String> row(Circle circle, Exchange exchange) {
    var rule = exchange.rule();
    return List.of(
        rule.id(),
        exchange.from().name() + " (" + roles(exchange.givers()) + ")",
        exchange.to().name() + " (" + roles(exchange.receivers()) + ")",
        circle.convenant().purposes().getOrDefault(rule.purpose(), rule.purpose().code()),
        exchange.categories().stream().map(c -> label(circle, c)).collect(Collectors.joining("; ")),
        LaneText.of(rule.lane()));
  }

  private static String label(Circle circle, DataCategory category) {
    return category + " " + circle.convenant().labels().getOrDefault(category, category.slug());
  }

  private static String roles(Collection<Role> roles) {
    return roles.stream().map(Role::code).collect(Collectors.joining(", "));
  }

  private static String names(Collection<Group> groups) {
    return groups.stream().map(Group::name).collect(Collectors.joining(", "));
  }
}
