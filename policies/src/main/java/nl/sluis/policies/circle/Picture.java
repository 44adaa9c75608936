package nl.sluis.policies.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluis.policies.circle.Layout.Box;
import nl.sluis.policies.hypothesis.LaneText;
import nl.sluis.policies.terms.Lane;
import org.jspecify.annotations.Nullable;

/// The circle as SVG. Every road has a line of its own kind, so that it can be read without colour.
final class Picture {
  private static final int IDS_PER_LINE = 3;
  private static final Map<Lane, String> DASHES =
      Map.of(
          Lane.WETTELIJK, "",
          Lane.TOESTEMMING, "9 5",
          Lane.OVERRIDE, "",
          Lane.ANONIEM, "2 5");
  private static final Map<Lane, String> COLOURS =
      Map.of(
          Lane.WETTELIJK, "#1f3a5f",
          Lane.TOESTEMMING, "#1b6b3a",
          Lane.OVERRIDE, "#9b1c1c",
          Lane.ANONIEM, "#555555");

  private final Circle circle;
  private final Layout layout;
  private final List<String> lines = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  private Picture(Circle circle) {
    this.circle = circle;
    this.layout = new Layout(circle);
  }

  /// The picture, with its title and its description for who cannot see it.
  static String of(Circle circle) {
    return new Picture(circle).svg();
  }

  private String svg() {
    lines.add(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"kring-titel"
                + " kring-uitleg\" viewBox=\"0 0 %d %d\" font-family=\"DejaVu Sans, Verdana,"
                + " sans-serif\">")
            .formatted(Layout.WIDTH, Layout.HEIGHT));
    lines.add("<title id=\"kring-titel\">" + Xml.text(circle.title()) + "</title>");
    lines.add("<desc id=\"kring-uitleg\">" + Xml.text(CircleText.summary(circle)) + "</desc>");
    arrows();
    lines.add(
        "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>"
            .formatted(Layout.WIDTH, Layout.HEIGHT));
    lines.add(
        "<text x=\"20\" y=\"28\" font-size=\"18\" font-weight=\"bold\">"
            + Xml.text(circle.title())
            + "</text>");
    lines.add(
        "<text x=\"20\" y=\"48\" font-size=\"12\">"
            + Xml.text(circle.convenant().title() + ", versie " + circle.convenant().version())
            + "</text>");
    for (var bundles : Bundle.of(circle.drawn())) {
      for (int i = 0; i < bundles.size(); i++) {
        line(bundles.get(i), i, bundles.size());
      }
    }
    lines.addAll(labels);
    layout.all().forEach(entry -> box(entry.getKey(), entry.getValue()));
    legend();
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private void arrows() {
    lines.add("<defs>");
    COLOURS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            lane ->
                lines.add(
                    ("<marker id=\"punt-%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
                         + " markerWidth=\"11\" markerHeight=\"11\" markerUnits=\"userSpaceOnUse\""
                         + " orient=\"auto-start-reverse\"><path d=\"M0 0 L10 5 L0 10 z\""
                         + " fill=\"%s\"/></marker>")
                        .formatted(lane.getKey().code(), lane.getValue())));
    lines.add("</defs>");
  }

  private void line(Bundle bundle, int number, int count) {
    var one = layout.box(bundle.one());
    var other = layout.box(bundle.other());
    double dx = other.x() - one.x();
    double dy = other.y() - one.y();
    double length = Math.hypot(dx, dy);
    double aside = (number - (count - 1) / 2.0) * 92;
    if (layout.areOpposite(bundle.one(), bundle.other())) {
      aside += 300;
    }
    double bendX = (one.x() + other.x()) / 2 - dy / length * aside * 2;
    double bendY = (one.y() + other.y()) / 2 + dx / length * aside * 2;
    var start = one.edge(bendX, bendY);
    var end = other.edge(bendX, bendY);
    var arrows =
        (bundle.back().isEmpty() ? "" : " marker-start=\"url(#punt-%s)\"")
            + (bundle.there().isEmpty() ? "" : " marker-end=\"url(#punt-%s)\"");
    lines.add(
        path(
            bundle.lane(),
            number(start[0]) + " " + number(start[1]),
            number(bendX) + " " + number(bendY) + " " + number(end[0]) + " " + number(end[1]),
            arrows.replace("%s", bundle.lane().code())));
    double t = whereToName(bundle);
    label(bundle, along(start[0], bendX, end[0], t), along(start[1], bendY, end[1], t));
  }

  // In the middle, but near the other end on the lines that leave the school for the outer ring,
  // where there is room.
  private double whereToName(Bundle bundle) {
    if (bundle.one().isSchool() && !layout.isInRing(bundle.other())) {
      return 0.72;
    }
    return bundle.other().isSchool() && !layout.isInRing(bundle.one()) ? 0.28 : 0.5;
  }

  private static double along(double start, double bend, double end, double t) {
    return (1 - t) * (1 - t) * start + 2 * t * (1 - t) * bend + t * t * end;
  }

  private static String path(Lane lane, String start, String rest, String arrows) {
    var path = "M" + start + " Q" + rest;
    if (lane == Lane.OVERRIDE) {
      // The road of safety is a double line; the points go on top of both.
      return stroke(path, COLOURS.get(lane), "6", "", "")
          + stroke(path, "#ffffff", "2", "", arrows);
    }
    return stroke(path, COLOURS.get(lane), "2", DASHES.get(lane), arrows);
  }

  private static String stroke(
      String path, @Nullable String colour, String width, @Nullable String dashes, String arrows) {
    return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\"%s/>"
        .formatted(path, colour, width, dashes, arrows);
  }

  private void label(Bundle bundle, double x, double y) {
    var rules = bundle.rules();
    var rows = new ArrayList<String>();
    for (int i = 0; i < rules.size(); i += IDS_PER_LINE) {
      rows.add(String.join(" ", rules.subList(i, Math.min(i + IDS_PER_LINE, rules.size()))));
    }
    int widest = rows.stream().mapToInt(String::length).max().orElse(0);
    double width = widest * 7.2 + 10;
    double height = rows.size() * 14 + 6;
    labels.add(
        ("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\" fill=\"#ffffff\""
                + " stroke=\"%s\" stroke-dasharray=\"%s\"/>")
            .formatted(
                number(x - width / 2),
                number(y - height / 2),
                number(width),
                number(height),
                COLOURS.get(bundle.lane()),
                DASHES.get(bundle.lane())));
    for (int i = 0; i < rows.size(); i++) {
      labels.add(text(x, y - height / 2 + 14 + i * 14, 11, "normal", rows.get(i)));
    }
  }

  private void box(Group group, Box box) {
    boolean school = group.isSchool();
    boolean member = layout.isInRing(group);
    lines.add(
        ("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\""
                + " stroke=\"#222222\" stroke-width=\"%s\"/>")
            .formatted(
                number(box.x() - box.width() / 2),
                number(box.y() - box.height() / 2),
                number(box.width()),
                number(box.height()),
                member || school ? "14" : "2",
                school ? "#fff3c4" : member ? "#e3f0fb" : "#f4f4f4",
                school ? "4" : member ? "2.5" : "1"));
    double y = box.y() - box.height() / 2 + 21;
    lines.add(text(box.x(), y, 13, "bold", group.name()));
    for (var line : box.lines()) {
      y += 16;
      lines.add(text(box.x(), y, 11, "normal", line));
    }
  }

  private void legend() {
    double y = Layout.HEIGHT - 78;
    double x = 20;
    for (var lane : COLOURS.keySet().stream().sorted().toList()) {
      lines.add(
          path(
              lane,
              number(x) + " " + number(y),
              number(x + 30) + " " + number(y) + " " + number(x + 60) + " " + number(y),
              ""));
      lines.add(
          "<text x=\"%s\" y=\"%s\" font-size=\"12\">%s</text>"
              .formatted(
                  number(x + 70), number(y + 4), Xml.text(lane.code() + ": " + LaneText.of(lane))));
      y += 22;
      if (y > Layout.HEIGHT - 20) {
        y = Layout.HEIGHT - 78;
        x += 520;
      }
    }
    lines.add(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\">%s</text>"
            .formatted(
                number(x),
                number(y + 4),
                "Ronde hoeken en dikke rand: het kernteam. X..: de regels, zie de tabel."));
  }

  private static String text(double x, double y, int size, String weight, String text) {
    return "<text x=\"%s\" y=\"%s\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"middle\">%s</text>"
        .formatted(number(x), number(y), size, weight, Xml.text(text));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
